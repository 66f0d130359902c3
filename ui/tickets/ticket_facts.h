// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/ticket_card.h"

#include <QWidget>

class QGridLayout;

namespace ui::tickets
{

/// Who, where, with whom: a ticket's facts under the labels that its forms use, personal ones opened.
/// What is not filled in takes no room. Each text can be selected and copied.
class TicketFacts : public QWidget
{
    Q_OBJECT

public:
    explicit TicketFacts(QWidget *parent = nullptr);

    void show(const items::TicketCard &card);

Q_SIGNALS:
    /// The contact is wanted, for a reason yet to be given.
    void revealAsked();

private:
    void clear();
    void addFact(const QString &label, const QString &text);
    void addReveal();

    QGridLayout *m_grid = nullptr;
};

} // namespace ui::tickets
