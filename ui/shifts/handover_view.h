// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/shift_record.h"

#include <QTimeZone>
#include <QWidget>

class QLabel;
class QPlainTextEdit;
class QPushButton;
class QVBoxLayout;

namespace ui::shifts
{

/// One handing over, to be read: who left what open, what to watch, and who took it over. Where it waits for whoever sits here, a
/// remark is typed and Ctrl+Enter takes it over.
class HandoverView : public QWidget
{
    Q_OBJECT

public:
    explicit HandoverView(const QTimeZone &zone, QWidget *parent = nullptr);

    void show(const items::HandoverLine &handover, bool mayTake);
    void clear();
    const domain::Id &handover() const { return m_handover; }
    QString remark() const;

Q_SIGNALS:
    void takeAsked();

private:
    QLabel *addHead(const QString &text);
    QLabel *addText();
    void say(QLabel *head, QLabel *text, const QString &words);

    const QTimeZone m_zone;
    domain::Id m_handover;
    QVBoxLayout *m_texts;
    QLabel *m_title;
    QLabel *m_who;
    QLabel *m_promisesHead, *m_promises;
    QLabel *m_callsHead, *m_calls;
    QLabel *m_watchHead, *m_watch;
    QLabel *m_remarkHead, *m_said;
    QWidget *m_taking;
    QPlainTextEdit *m_remark;
    QPushButton *m_take;
};

} // namespace ui::shifts
