// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/serving.h"

#include <QDialog>

class Desk;
class QLabel;
class QPushButton;
class QStackedWidget;

namespace ui::widgets
{
class Banner;
class IconText;
} // namespace ui::widgets

namespace ui::desks
{

class DeskForm;

// Lets a new desk in face to face: while this stands open, a new computer may call; both people compare six digits, and the one here
// names the desk. Only one caller is dealt with at a time, the next one waits.
class PairingDialog : public QDialog
{
    Q_OBJECT

public:
    // Both must outlive it.
    PairingDialog(Desk &desk, items::Serving &serving, QWidget *parent = nullptr);
    ~PairingDialog() override;

    QString digits() const { return m_call.digits; } // of the caller that stands there

private:
    enum Page { Waiting, Comparing, Done };

    QWidget *makeWaiting();
    QWidget *makeComparing();
    QWidget *makeDone();
    void showWhere();
    void asked(const items::PairingCall &call);
    void takeNext();
    void admit();
    void refuse();
    void ended(quint64 number, const std::optional<domain::Refusal> &why);
    void setAnswered(bool isAnswered);

    Desk &m_desk;
    items::Serving &m_serving;
    QList<items::PairingCall> m_waiting;
    items::PairingCall m_call;
    QString m_named; // what the desk was called when it was let in
    widgets::Banner *m_banner;
    QStackedWidget *m_pages;
    QLabel *m_where = nullptr;
    QLabel *m_digits = nullptr;
    QLabel *m_from = nullptr;
    DeskForm *m_form = nullptr;
    widgets::IconText *m_said = nullptr;
    QPushButton *m_same = nullptr;
    QPushButton *m_other = nullptr;
    QLabel *m_done = nullptr;
    QPushButton *m_close = nullptr;
};

} // namespace ui::desks
