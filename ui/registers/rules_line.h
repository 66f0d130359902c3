// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk.h"
#include "domain/rules.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace ui::registers
{

/// One line about the rules by which the company works. It stands there where there is something to say: newer ones can be
/// activated, some desk doesn't follow them yet, or this program is too old for those that are active.
class RulesLine : public QWidget
{
    Q_OBJECT

public:
    /// `known` are the newest rules that this program follows.
    explicit RulesLine(Desk &desk, qint64 known = domain::newestRules, QWidget *parent = nullptr);

    QString text() const;
    void activate();

private:
    void takeIn(const store::Committed &committed);
    void renew();
    static QString namesOf(const QVector<domain::RegisterRow> &desks);

    Desk &m_desk;
    const qint64 m_known;
    domain::Id m_company;
    QLabel *m_text;
    QPushButton *m_activate;
};

} // namespace ui::registers
