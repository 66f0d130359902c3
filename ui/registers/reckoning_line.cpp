// SPDX-License-Identifier: GPL-3.0-or-later
#include "registers/reckoning_line.h"

#include "items/gates.h"
#include "look/measures.h"
#include "registers/reckoning_dialog.h"
#include "tickets/office.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QShortcut>

#include <algorithm>

namespace ui::registers
{

using namespace domain;
using items::ReckoningTable;

namespace
{

const QKeySequence lookKey(Qt::CTRL | Qt::Key_R);

bool touchesStandards(const store::Committed &committed)
{
    return std::ranges::any_of(committed.touched, [](const store::Touched &one) {
        return one.what == store::Touched::Row && one.reg == quint8(Register::Standard);
    });
}

} // namespace

ReckoningLine::ReckoningLine(Desk &desk, QWidget *parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_table(tickets::sourceOf(desk))
    , m_text(new QLabel(this))
    , m_look(new QPushButton(tr("Look at them (Ctrl+R)"), this))
    , m_leave(new QPushButton(tr("Leave them as promised"), this))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(look::margin, look::gap, look::margin, look::gap);
    row->setSpacing(look::gap);
    m_text->setWordWrap(true);
    row->addWidget(m_text, 1);
    row->addWidget(m_look);
    row->addWidget(m_leave);
    m_look->setObjectName(QStringLiteral("lookAtReckoning"));
    m_leave->setObjectName(QStringLiteral("leaveReckoning"));
    connect(m_look, &QPushButton::clicked, this, &ReckoningLine::look);
    connect(m_leave, &QPushButton::clicked, this, [this] {
        m_leftBy = m_desk.actor();
        tell();
    });
    // Wherever on the page the keyboard is.
    auto *key = new QShortcut(lookKey, parent ? parent : this);
    key->setContext(Qt::WidgetWithChildrenShortcut);
    connect(key, &QShortcut::activated, this, [this] {
        if (m_look->isVisible())
            look();
    });
    connect(&m_table, &ReckoningTable::completed, this, &ReckoningLine::tell);
    connect(&m_desk, &Desk::committed, this, &ReckoningLine::takeIn);
    connect(&m_desk, &Desk::satDown, this, &ReckoningLine::renew);
    hide();
    renew();
}

QString ReckoningLine::text() const
{
    return m_text->text();
}

void ReckoningLine::takeIn(const store::Committed &committed)
{
    m_isStandardChanged = m_isStandardChanged || touchesStandards(committed);
    if (items::movesPromises(committed)) {
        m_leftBy = {};
        renew();
    } else if (touchesStandards(committed)) {
        tell();
    }
}

/// Whoever may reckon nothing anew isn't asked to.
void ReckoningLine::renew()
{
    if (items::mayActSomewhere("reckon", m_desk.who(), m_desk.read().grants()))
        m_table.find(m_desk.who());
    else
        hide();
}

void ReckoningLine::say(const QString &text, bool isToDo)
{
    m_text->setText(text);
    m_look->setVisible(isToDo);
    m_leave->setVisible(isToDo);
    setVisible(!text.isEmpty());
}

void ReckoningLine::tell()
{
    const ReckoningTable::Found &found = m_table.found();
    const bool isToDo = found.promises > 0 && m_leftBy != m_desk.actor()
        && items::mayActSomewhere("reckon", m_desk.who(), m_desk.read().grants());
    QStringList words;
    if (isToDo)
        words << tr("%n open promise(s) would be due at another time by these hours and holidays.",
            nullptr, int(found.promises));
    if (m_isStandardChanged)
        words << tr("Changed standards hold for what is promised from now on; what was promised "
                    "before keeps its minutes and days.");
    say(words.join(u' '), isToDo);
}

void ReckoningLine::look()
{
    if (std::exchange(m_isLooking, true))
        return;
    auto *dialog = new ReckoningDialog(m_desk, window());
    connect(dialog, &QDialog::finished, this, [this] {
        m_isLooking = false;
        renew();
    });
    dialog->open();
}

} // namespace ui::registers
