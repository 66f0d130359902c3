// SPDX-License-Identifier: GPL-3.0-or-later
#include "tickets/conflict_sides.h"

#include "domain/words.h"
#include "items/conflict_words.h"
#include "look/measures.h"
#include "look/type.h"
#include "map/area_sketch.h"
#include "widgets/hairline.h"
#include "widgets/key_cap.h"
#include "widgets/time_words.h"

#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace ui::tickets
{

using namespace domain;
using items::ConflictCard;
using items::Holds;

namespace
{

constexpr int labelColumn = 0;
constexpr int earlierColumn = 1;
constexpr int laterColumn = 2;

constexpr std::pair<Holds, Qt::Key> keyOf[] = {{Holds::Earlier, Qt::Key_1},
    {Holds::Later, Qt::Key_2}, {Holds::Standing, Qt::Key_3}, {Holds::Typed, Qt::Key_4}};

QString filledIn(const ConflictCard::Side &side, const QString &label)
{
    const auto at = std::ranges::find(side.filled, label, &ConflictCard::Filled::label);
    return at == side.filled.end() ? QString() : at->text;
}

/// What differs is read whole, on as many lines as it takes, and can be copied.
void makeReadable(QLabel *label)
{
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    label->setFocusPolicy(Qt::NoFocus);
}

} // namespace

QKeySequence keysFor(Holds holds)
{
    const auto at = std::ranges::find(keyOf, holds, &std::pair<Holds, Qt::Key>::first);
    return Qt::ALT | at->second;
}

ConflictSides::ConflictSides(Desk &desk, QWidget *parent)
    : QWidget(parent)
    , m_desk(desk)
{
}

void ConflictSides::show(const ConflictCard &card, bool offersChoice)
{
    m_card = card;
    m_offersChoice = offersChoice;
    clear();
    addHead();
    addSides();
    addFields();
    addChoices();
}

QString ConflictSides::timeOf(qint64 at_ms) const
{
    store::Reader &read = m_desk.read();
    return widgets::timeWords(at_ms, read.now_ms(), read.zone());
}

void ConflictSides::clear()
{
    qDeleteAll(findChildren<QWidget *>(Qt::FindDirectChildrenOnly));
    // A grid never forgets rows that were once there.
    delete layout();
    m_grid = new QGridLayout(this);
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(look::margin);
    m_grid->setVerticalSpacing(look::unit);
    m_grid->setColumnStretch(earlierColumn, 1);
    m_grid->setColumnStretch(laterColumn, 1);
}

QLabel *ConflictSides::addText(int row, int column, const QString &text, bool isMuted)
{
    auto *label = new QLabel(text, this);
    makeReadable(label);
    if (isMuted)
        label->setForegroundRole(QPalette::PlaceholderText);
    const bool isAlone = column == earlierColumn && !m_card.earlier.isThere();
    m_grid->addWidget(label, row, column, 1, isAlone ? 2 : 1, Qt::AlignTop);
    label->setVisible(true);
    return label;
}

/// A line of the two sides; of one that stands alone the later one's words.
void ConflictSides::addLine(const QString &label, const QString &earlier, const QString &later)
{
    const int row = m_grid->rowCount();
    const bool isPair = m_card.earlier.isThere();
    auto *head = addText(row, labelColumn, label, true);
    head->setWordWrap(false);
    m_grid->setAlignment(head, Qt::AlignRight | Qt::AlignTop);
    const QString empty = QStringLiteral("—");
    const auto add = [&](int column, const QString &text) {
        addText(row, column, text.isEmpty() ? empty : text)
            ->setAccessibleName(label + QStringLiteral(": ") + text);
    };
    if (isPair) {
        add(earlierColumn, earlier);
        add(laterColumn, later);
    } else {
        add(earlierColumn, later);
    }
}

void ConflictSides::addHead()
{
    auto *line = new widgets::Hairline(Qt::Horizontal, this);
    m_grid->addWidget(line, 0, labelColumn, 1, 3);
    line->setVisible(true);
    const bool isPair = m_card.earlier.isThere();
    const int row = m_grid->rowCount();
    const auto add = [&](int column, const ConflictCard::Side &side) {
        addText(row, column, items::sideWords(side))
            ->setFont(look::type(look::TypeSize::Body, QFont::DemiBold));
    };
    if (isPair)
        add(earlierColumn, m_card.earlier);
    add(isPair ? laterColumn : earlierColumn, m_card.later);
}

void ConflictSides::addSides()
{
    const ConflictCard::Side &earlier = m_card.earlier, &later = m_card.later;
    addLine(tr("When"), timeOf(earlier.recorded_ms), timeOf(later.recorded_ms));
    const auto deed = [](const ConflictCard::Side &side) {
        const QString words = items::deedWords(side.events);
        return side.hasEffect ? words : tr("%1 (no effect)").arg(words);
    };
    addLine(tr("Did"), deed(earlier), deed(later));
    QStringList labels;
    for (const auto *side : {&later, &earlier}) {
        for (const ConflictCard::Filled &filled : side->filled) {
            if (!labels.contains(filled.label))
                labels << filled.label;
        }
    }
    for (const QString &label : std::as_const(labels))
        addLine(label, filledIn(earlier, label), filledIn(later, label));
}

void ConflictSides::addFields()
{
    for (const ConflictCard::Field &field : m_card.fields) {
        const auto words = [](const QString &text, bool stands) {
            const QString shown = text.isEmpty() ? tr("(left empty)") : text;
            return stands ? tr("%1\n✓ stands now").arg(shown) : shown;
        };
        addLine(field.label, words(field.earlier, field.earlierStands),
            words(field.later, field.laterStands));
        addSketches(field);
        if (!field.earlierStands && !field.laterStands) {
            const int row = m_grid->rowCount();
            addText(row, earlierColumn,
                tr("Now it is: %1").arg(field.now.isEmpty() ? tr("(left empty)") : field.now),
                true);
        }
    }
    if (!m_card.stateNow.isEmpty() && m_card.fields.isEmpty()) {
        addText(m_grid->rowCount(), earlierColumn,
            tr("The ticket is \"%1\" now.").arg(stateWord(m_card.stateNow)), true);
    }
}

/// Of an area words say little: each side is drawn, with the other one over it.
void ConflictSides::addSketches(const ConflictCard::Field &field)
{
    if (field.earlierArea.isEmpty() && field.laterArea.isEmpty())
        return;
    const int row = m_grid->rowCount();
    const auto add = [&](int column, const Shape &area, const Shape &other) {
        auto *sketch = new map::AreaSketch(area, other, this);
        m_grid->addWidget(sketch, row, column, Qt::AlignTop);
        sketch->setVisible(true);
    };
    add(earlierColumn, field.earlierArea, field.laterArea);
    add(laterColumn, field.laterArea, field.earlierArea);
}

void ConflictSides::addChoice(Holds holds, const QString &text, int column)
{
    auto *button = new QPushButton(text, this);
    button->setObjectName(
        holds == Holds::Earlier ? QStringLiteral("settleEarlier") : QStringLiteral("settleLater"));
    button->setAutoDefault(false);
    // Said before it is pressed, not after.
    const auto plan = items::planSettling(m_desk.read(), m_card, holds, {}, {}, m_desk.who());
    if (const auto *refusal = std::get_if<Refusal>(&plan)) {
        button->setEnabled(false);
        button->setToolTip(refusal->text());
        button->setAccessibleDescription(refusal->text());
    }
    connect(button, &QPushButton::clicked, this, [this, holds] { Q_EMIT chosen(holds); });
    // The key stands below: beside a ticket there is no room for both on one line.
    auto *pair = new QWidget(this);
    auto *stacked = new QVBoxLayout(pair);
    stacked->setContentsMargins(0, look::unit, 0, 0);
    stacked->setSpacing(look::unit);
    stacked->addWidget(button, 0, Qt::AlignLeft);
    stacked->addWidget(new widgets::KeyCap(keysFor(holds), pair), 0, Qt::AlignLeft);
    m_grid->addWidget(pair, m_choiceRow, column, Qt::AlignLeft | Qt::AlignTop);
    pair->setVisible(true);
}

void ConflictSides::addChoices()
{
    if (!m_offersChoice || m_card.fields.isEmpty())
        return;
    m_choiceRow = m_grid->rowCount();
    addChoice(Holds::Earlier, tr("This holds"), earlierColumn);
    addChoice(Holds::Later, tr("This holds"), laterColumn);
}

} // namespace ui::tickets
