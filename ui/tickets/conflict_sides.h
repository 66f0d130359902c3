// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk.h"
#include "items/conflict_settling.h"

#include <QKeySequence>
#include <QWidget>

class QGridLayout;
class QLabel;

namespace ui::tickets
{

/// The keys by which each judgement on a conflict is given.
QKeySequence keysFor(items::Holds holds);

/// Both versions of a conflict, one beside the other: who, at which desk, when, what was done and what each one filled in, with a sign
/// at what stands now; below each the button by which it holds. An entry that stands alone takes the whole width.
class ConflictSides : public QWidget
{
    Q_OBJECT

public:
    /// The desk must outlive it.
    explicit ConflictSides(Desk &desk, QWidget *parent = nullptr);

    void show(const items::ConflictCard &card, bool offersChoice);

Q_SIGNALS:
    void chosen(items::Holds holds);

private:
    void clear();
    void addHead();
    void addSides();
    void addLine(const QString &label, const QString &earlier, const QString &later);
    void addFields();
    void addSketches(const items::ConflictCard::Field &field);
    void addChoices();
    void addChoice(items::Holds holds, const QString &text, int column);
    QLabel *addText(int row, int column, const QString &text, bool isMuted = false);
    QString timeOf(qint64 at_ms) const;

    Desk &m_desk;
    items::ConflictCard m_card;
    bool m_offersChoice = false;
    QGridLayout *m_grid = nullptr;
    int m_choiceRow = 0;
};

} // namespace ui::tickets
