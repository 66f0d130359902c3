// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/outages.h"

#include <QPushButton>
#include <QTimeZone>
#include <QWidget>

class QLabel;
class QVBoxLayout;

namespace ui::widgets
{
class IconText;
}

namespace ui::intake
{

/// The outages that a caller may mean, with what to say about the first of them: Enter on one joins the call to it.
class OutageOffer : public QWidget
{
    Q_OBJECT

public:
    explicit OutageOffer(QWidget *parent = nullptr);

    void setOutages(
        const QVector<items::OutageLine> &outages, qint64 now_ms, const QTimeZone &zone);
    bool isEmpty() const { return m_outages.isEmpty(); }
    /// The focus goes to the first.
    void enter();

Q_SIGNALS:
    void picked(const items::OutageLine &outage);
    void left();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    static constexpr int mostShown = 3;

    QVector<items::OutageLine> m_outages;
    widgets::IconText *m_head;
    QLabel *m_wording;
    QList<QPushButton *> m_buttons;
};

} // namespace ui::intake
