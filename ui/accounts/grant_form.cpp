// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/grant_form.h"

#include "domain/words.h"
#include "look/desk_style.h"
#include "look/measures.h"
#include "look/type.h"
#include "tickets/candidates.h"
#include "tickets/field_editor.h"
#include "widgets/choice_strip.h"
#include "widgets/enter_walk.h"
#include "widgets/form_grid.h"
#include "widgets/type_ahead_edit.h"

#include <QDateTime>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QShortcut>
#include <QVBoxLayout>

namespace ui::accounts
{

using namespace domain;
using widgets::FormGrid;

namespace
{

const QString company = QStringLiteral("company");
const QString inGrid = QStringLiteral("grid");
const QString inUnit = QStringLiteral("unit");

/// Where a role usually counts; the administrator decides.
QString usualScope(quint16 role)
{
    if (role & (Chief | Member))
        return inGrid;
    return role & (Technician | Leader | Handler | Head) ? inUnit : company;
}

QList<widgets::Candidate> roles()
{
    QList<widgets::Candidate> candidates;
    for (const Word &word : wordsOf(List::Role))
        candidates.append({QString::fromLatin1(word.code), {}, word.text(), {}});
    return candidates;
}

} // namespace

std::optional<QDate> dayTyped(const QString &typed, const QDate &today)
{
    const QString text = typed.trimmed();
    for (const QString &format : {QStringLiteral("yyyy-M-d"), QStringLiteral("yyyy/M/d"),
             QStringLiteral("yyyy.M.d"), QStringLiteral("yyyyMMdd")}) {
        if (const QDate day = QDate::fromString(text, format); day.isValid())
            return day;
    }
    for (const QString &format :
        {QStringLiteral("yyyy-M-d"), QStringLiteral("yyyy-M/d"), QStringLiteral("yyyy-M.d")}) {
        for (const int year : {today.year(), today.year() + 1}) {
            const QDate day =
                QDate::fromString(QStringLiteral("%1-%2").arg(year).arg(text), format);
            if (day.isValid() && day >= today)
                return day;
        }
    }
    return {};
}

GrantForm::GrantForm(tickets::Office &office, QWidget *parent)
    : QWidget(parent)
    , m_office(office)
    , m_title(new QLabel(this))
    , m_form(new FormGrid(this))
    , m_save(new QPushButton(tr("Give") + QStringLiteral("  Ctrl+Enter"), this))
{
    m_title->setFont(look::type(look::TypeSize::Body, QFont::DemiBold));
    m_save->setProperty(look::DeskStyle::primaryProperty, true);
    addFields();
    auto *cancel = new QPushButton(tr("Give up") + QStringLiteral("  Esc"), this);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_save);
    buttons->addWidget(cancel);
    buttons->addStretch();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, look::gap, 0, look::gap);
    column->setSpacing(look::gap);
    column->addWidget(m_title);
    column->addWidget(m_form);
    column->addLayout(buttons);
    connect(m_save, &QPushButton::clicked, this, &GrantForm::save);
    connect(cancel, &QPushButton::clicked, this, &GrantForm::close);
    connect(m_role, &widgets::TypeAheadEdit::chosenChanged, this, &GrantForm::roleChanged);
    connect(m_scope, &widgets::ChoiceStrip::currentChanged, this, &GrantForm::scopeChanged);
    for (const QKeySequence &keys : {QKeySequence(Qt::CTRL | Qt::Key_Return),
             QKeySequence(Qt::CTRL | Qt::Key_Enter), QKeySequence(Qt::Key_Escape)}) {
        auto *key = new QShortcut(keys, this);
        key->setContext(Qt::WidgetWithChildrenShortcut);
        connect(key, &QShortcut::activated, this,
            keys == QKeySequence(Qt::Key_Escape) ? &GrantForm::close : &GrantForm::save);
    }
    hide();
}

void GrantForm::addFields()
{
    m_role = new widgets::TypeAheadEdit(m_form);
    m_role->setObjectName(QStringLiteral("role"));
    m_role->setCandidates(roles());
    m_role->setMatch(tickets::matchesPinyin);
    m_scope = new widgets::ChoiceStrip(tr("Where it counts"), m_form);
    m_scope->setObjectName(QStringLiteral("scope"));
    m_scope->setChoices({{company, tr("Whole company"), {}}, {inGrid, tr("A grid"), {}},
        {inUnit, tr("A department or team"), {}}});
    m_grid = tickets::makeGridEdit(m_office, m_form);
    m_grid->setObjectName(QStringLiteral("grid"));
    m_unit = tickets::makeUnitEdit(m_office, m_form);
    m_unit->setObjectName(QStringLiteral("unit"));
    m_from = new QLineEdit(m_form);
    m_from->setObjectName(QStringLiteral("from"));
    m_from->setPlaceholderText(tr("at once"));
    m_until = new QLineEdit(m_form);
    m_until->setObjectName(QStringLiteral("until"));
    m_until->setPlaceholderText(tr("without end; else the last day, such as 12-31"));
    m_form->addRow(tr("Role"), m_role, FormGrid::Need::Required);
    m_form->addRow(tr("Where"), m_scope, FormGrid::Need::Required);
    m_form->addRow(tr("Grid"), m_grid, FormGrid::Need::Required);
    m_form->addRow(tr("Department or team"), m_unit, FormGrid::Need::Required);
    m_form->addRow(tr("From"), m_from);
    m_form->addRow(tr("Until"), m_until);
    for (QLineEdit *field : m_form->findChildren<QLineEdit *>())
        connect(field, &QLineEdit::textChanged, m_form, &FormGrid::clearRefusals);
    auto *walk = new widgets::EnterWalk(m_form->fields(), this);
    connect(walk, &widgets::EnterWalk::finished, this,
        [this] { m_save->setFocus(Qt::TabFocusReason); });
}

void GrantForm::begin(const Id &person, const QString &name)
{
    m_person = person;
    m_title->setText(tr("Give %1 a right").arg(name));
    setAccessibleName(m_title->text());
    m_form->clearRefusals();
    m_role->clearChoice();
    m_scope->setCurrent(company);
    m_grid->clearChoice();
    m_unit->clearChoice();
    m_from->clear();
    m_until->clear();
    scopeChanged();
    show();
    m_role->setFocus(Qt::OtherFocusReason);
}

void GrantForm::close()
{
    if (!isOpen())
        return;
    hide();
    Q_EMIT closed();
}

void GrantForm::roleChanged()
{
    if (m_role->chosen())
        m_scope->setCurrent(usualScope(roleOf(m_role->chosen()->id.toString())));
    scopeChanged();
}

void GrantForm::scopeChanged()
{
    m_form->setRowVisible(m_grid, m_scope->current() == inGrid);
    m_form->setRowVisible(m_unit, m_scope->current() == inUnit);
}

bool GrantForm::checkScope()
{
    if (m_scope->current() == inGrid && !m_grid->chosen()) {
        refuse({QStringLiteral("grid"), tr("The grid is missing."),
            tr("Choose one, or let it count for the whole company.")});
        return false;
    }
    if (m_scope->current() == inUnit && m_unit->text().trimmed().isEmpty()) {
        refuse({QStringLiteral("unit"), tr("The department or team is missing."),
            tr("Type one, or let it count for the whole company.")});
        return false;
    }
    return true;
}

std::optional<qint64> GrantForm::startOf(QLineEdit &field, int daysLater)
{
    if (field.text().trimmed().isEmpty())
        return 0;
    const QTimeZone zone = m_office.desk.read().zone();
    const QDate today = QDateTime::fromMSecsSinceEpoch(m_office.desk.clock().now_ms(), zone).date();
    if (const auto day = dayTyped(field.text(), today))
        return day->addDays(daysLater).startOfDay(zone).toMSecsSinceEpoch();
    refuse({field.objectName(), tr("This is no day."), tr("Type it as 2026-12-31 or 12-31.")});
    return {};
}

void GrantForm::save()
{
    if (m_isSaving || !isOpen())
        return;
    m_form->clearRefusals();
    if (!checkScope())
        return;
    const auto from_ms = startOf(*m_from, 0), until_ms = startOf(*m_until, 1);
    if (!from_ms || !until_ms)
        return;
    GrantRole command{.grant = m_office.desk.freshId(), .person = m_person};
    command.role = m_role->chosen() ? m_role->chosen()->id.toString() : QString();
    if (m_scope->current() == inGrid)
        command.grid = tickets::chosenId(*m_grid);
    if (m_scope->current() == inUnit)
        command.unit = m_unit->text().trimmed();
    command.from_ms = *from_ms;
    command.until_ms = *until_ms;
    m_isSaving = true;
    m_office.desk.submit(command).then(
        this, [this](const store::Verdict &verdict) { saved(verdict); });
}

void GrantForm::saved(const store::Verdict &verdict)
{
    m_isSaving = false;
    if (const Refusal *refusal = store::refused(verdict))
        return refuse(*refusal);
    close();
    Q_EMIT given();
}

void GrantForm::refuse(const Refusal &refusal)
{
    for (QWidget *field : m_form->fields()) {
        if (field->objectName() == refusal.field && field->isVisible()) {
            m_form->showRefusal(field, refusal.text());
            return field->setFocus(Qt::OtherFocusReason);
        }
    }
    m_form->showRefusal(m_role, refusal.text());
    m_role->setFocus(Qt::OtherFocusReason);
}

} // namespace ui::accounts
