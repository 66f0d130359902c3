// SPDX-License-Identifier: GPL-3.0-or-later
#include "roster/acting_strip.h"

#include "domain/words.h"
#include "items/gates.h"
#include "look/desk_style.h"
#include "look/icons.h"
#include "look/measures.h"
#include "look/type.h"
#include "tickets/field_editor.h"
#include "widgets/enter_walk.h"
#include "widgets/form_grid.h"
#include "widgets/keyboard.h"
#include "widgets/moment_edit.h"
#include "widgets/type_ahead_edit.h"

#include <QDateTime>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QShortcut>

namespace ui::roster
{

using namespace domain;
using items::ActingChief;
using items::ChiefAway;
using widgets::FormGrid;

namespace
{

constexpr int mostLines = 4; ///< stand there without scrolling

/// As people say it: the day where the time begins or ends with it.
QString moment(qint64 at_ms, const QTimeZone &zone, bool isEnd)
{
    const QDateTime at = QDateTime::fromMSecsSinceEpoch(at_ms, zone);
    if (at.time() != QTime(0, 0))
        return at.toString(QStringLiteral("MM-dd HH:mm"));
    return at.date().addDays(isEnd ? -1 : 0).toString(QStringLiteral("MM-dd"));
}

} // namespace

ActingStrip::ActingStrip(tickets::Office &office, QWidget *parent)
    : QWidget(parent)
    , m_office(office)
    , m_title(new QLabel(tr("Chiefs who are away in this week"), this))
    , m_list(new QListWidget(this))
    , m_name(new QPushButton(tr("Name who acts") + QStringLiteral("  Ctrl+G"), this))
{
    m_title->setFont(look::type(look::TypeSize::Body, QFont::DemiBold));
    m_list->setObjectName(QStringLiteral("chiefsAway"));
    m_name->setObjectName(QStringLiteral("nameActing"));
    m_list->setAccessibleName(m_title->text());
    m_list->setFrameShape(QFrame::NoFrame);
    auto *head = new QHBoxLayout;
    head->setSpacing(look::gap);
    head->addWidget(m_title);
    head->addWidget(m_name);
    head->addStretch();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(look::margin, look::gap, look::margin, look::gap);
    column->setSpacing(look::unit);
    column->addLayout(head);
    column->addWidget(m_list);
    column->addWidget(makeForm());
    connect(m_name, &QPushButton::clicked, this, &ActingStrip::begin);
    connect(m_list, &QListWidget::itemActivated, this, &ActingStrip::begin);
    connect(&office.desk, &Desk::satDown, this, &ActingStrip::showRights);
    bindKeys();
    showRights();
    setVisible(false);
}

QWidget *ActingStrip::makeForm()
{
    m_naming = new QWidget(this);
    m_for = new QLabel(m_naming);
    m_form = new FormGrid(m_naming);
    m_person = tickets::makePersonEdit(m_office, anyRole, {}, m_form);
    m_person->setObjectName(QStringLiteral("person"));
    const auto makeMoment = [this](const char *name) {
        auto *edit = new widgets::MomentEdit(
            [this] { return m_office.desk.read().now_ms(); }, m_office.desk.read().zone(), m_form);
        edit->setObjectName(QLatin1StringView(name));
        return edit;
    };
    m_from = makeMoment("from");
    m_until = makeMoment("until");
    m_form->addRow(tr("Who acts"), m_person, FormGrid::Need::Required);
    m_form->addRow(tr("From"), m_from);
    m_form->addBeside(tr("Until"), m_until);
    auto *give = new QPushButton(tr("Give the right") + QStringLiteral("  Ctrl+Enter"), m_naming);
    give->setProperty(look::DeskStyle::primaryProperty, true);
    auto *cancel = new QPushButton(tr("Give up") + QStringLiteral("  Esc"), m_naming);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(look::gap);
    buttons->addWidget(give);
    buttons->addWidget(cancel);
    buttons->addStretch();
    auto *column = new QVBoxLayout(m_naming);
    column->setContentsMargins(0, look::gap, 0, 0);
    column->setSpacing(look::gap);
    column->addWidget(m_for);
    column->addWidget(m_form);
    column->addLayout(buttons);
    for (QLineEdit *field : m_form->findChildren<QLineEdit *>())
        connect(field, &QLineEdit::textChanged, m_form, &FormGrid::clearRefusals);
    auto *walk = new widgets::EnterWalk(m_form->fields(), this);
    connect(
        walk, &widgets::EnterWalk::finished, give, [give] { give->setFocus(Qt::TabFocusReason); });
    connect(give, &QPushButton::clicked, this, &ActingStrip::save);
    connect(cancel, &QPushButton::clicked, this, &ActingStrip::close);
    m_naming->hide();
    return m_naming;
}

void ActingStrip::bindKeys()
{
    for (const QKeySequence &keys : {QKeySequence(Qt::CTRL | Qt::Key_Return),
             QKeySequence(Qt::CTRL | Qt::Key_Enter), QKeySequence(Qt::Key_Escape)}) {
        auto *key = new QShortcut(keys, m_naming);
        key->setContext(Qt::WidgetWithChildrenShortcut);
        connect(key, &QShortcut::activated, this,
            keys == QKeySequence(Qt::Key_Escape) ? &ActingStrip::close : &ActingStrip::save);
    }
}

QString ActingStrip::words(const ChiefAway &away) const
{
    const QTimeZone zone = m_office.desk.read().zone();
    const QString grid = QStringLiteral("%1 %2").arg(away.code, away.gridName).trimmed();
    const QString why =
        away.leave.isEmpty() ? tr("off by the roster") : wordFor(List::LeaveKind, away.leave);
    const QString from = moment(away.from_ms, zone, false),
                  until = moment(away.until_ms, zone, true);
    QStringList parts{tr("%1: %2 is away, %3, %4")
                          .arg(grid, away.chiefName, why,
                              from == until ? from : tr("%1 to %2").arg(from, until))};
    for (const ActingChief &one : away.acting) {
        parts << (one.until_ms
                ? tr("%1 acts until %2").arg(one.name, moment(one.until_ms, zone, true))
                : tr("%1 acts").arg(one.name));
    }
    if (!away.isCovered)
        parts << (away.acting.isEmpty() ? tr("nobody acts") : tr("not for the whole of that time"));
    return parts.join(QStringLiteral(" · "));
}

void ActingStrip::show(const QVector<ChiefAway> &away)
{
    const int row = m_list->currentRow();
    m_away = away;
    m_list->clear();
    for (const ChiefAway &one : away) {
        const QString icon = one.isCovered ? QStringLiteral("person") : QStringLiteral("warning");
        m_list->addItem(new QListWidgetItem(
            look::icon(icon, one.isCovered ? look::Tone::Text : look::Tone::Late), words(one)));
    }
    const int lines = std::min(int(away.size()), mostLines);
    m_list->setFixedHeight(lines * look::rowHeight);
    if (!away.isEmpty())
        m_list->setCurrentRow(std::clamp(row, 0, int(away.size()) - 1));
    setVisible(!away.isEmpty() || m_naming->isVisibleTo(this));
}

const ChiefAway *ActingStrip::current() const
{
    const int row = m_list->currentRow();
    return row < 0 || row >= m_away.size() ? nullptr : &m_away.at(row);
}

bool ActingStrip::mayName() const
{
    return items::isOpenTo(
        {.registers = {Register::Grant}}, m_office.desk.who(), m_office.desk.read().grants());
}

void ActingStrip::showRights()
{
    m_name->setVisible(mayName());
    if (!mayName())
        close();
}

void ActingStrip::begin()
{
    // What is typed already stays.
    if (!m_naming->isHidden())
        return widgets::giveKeyboard(m_person);
    if (m_away.isEmpty() || !mayName())
        return;
    if (!m_list->hasFocus()) {
        const auto open = std::ranges::find(m_away, false, &ChiefAway::isCovered);
        if (open != m_away.end())
            m_list->setCurrentRow(int(open - m_away.begin()));
    }
    const ChiefAway &away = *current();
    m_grid = away.grid;
    m_for->setText(tr("Who acts for %1 as chief of grid %2").arg(away.chiefName, away.code));
    m_form->clearRefusals();
    m_person->clearChoice();
    m_person->clear();
    m_from->setAt(away.from_ms);
    m_until->setAt(away.until_ms);
    m_naming->show();
    widgets::giveKeyboard(m_person);
}

void ActingStrip::close()
{
    if (m_naming->isHidden())
        return;
    m_naming->hide();
    setVisible(!m_away.isEmpty());
    Q_EMIT left();
}

void ActingStrip::save()
{
    if (m_isSaving || m_naming->isHidden())
        return;
    m_form->clearRefusals();
    if (m_from->isUnreadable() || m_until->isUnreadable()) {
        return refuse({m_from->isUnreadable() ? m_from->objectName() : m_until->objectName(),
            tr("This is no moment."), tr("Type it as 2026-12-31 08:00.")});
    }
    const GrantRole command{m_office.desk.freshId(), tickets::chosenId(*m_person),
        QStringLiteral("chief"), m_grid, {}, m_from->at_ms().value_or(0),
        m_until->at_ms().value_or(0)};
    if (command.person.isNull())
        return refuse({m_person->objectName(), tr("Nobody is chosen."),
            tr("Type a part of the name, and take one from the list.")});
    m_isSaving = true;
    m_office.desk.submit(command).then(this, [this](const store::Verdict &verdict) {
        m_isSaving = false;
        if (const Refusal *refusal = store::refused(verdict))
            return refuse(*refusal);
        close();
    });
}

void ActingStrip::refuse(const Refusal &refusal)
{
    QWidget *about = m_person;
    for (QWidget *field : m_form->fields()) {
        if (field->objectName() == refusal.field)
            about = field;
    }
    m_form->showRefusal(about, refusal.text());
    widgets::giveKeyboard(about);
}

} // namespace ui::roster
