// SPDX-License-Identifier: GPL-3.0-or-later
#include "desks/desk_form.h"

#include "domain/registers.h"
#include "domain/words.h"
#include "widgets/choice_strip.h"
#include "widgets/enter_walk.h"
#include "widgets/form_grid.h"

#include <QLineEdit>
#include <QRegularExpression>
#include <QVBoxLayout>

namespace ui::desks
{

using namespace domain;
using widgets::FormGrid;

namespace
{

const QString wholeCompany = QStringLiteral("company");
const QString itsGrids = QStringLiteral("grids");
constexpr int mostPrefixes = 100;

} // namespace

DeskForm::DeskForm(Desk &desk, QWidget *parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_form(new FormGrid(this))
    , m_name(new QLineEdit(m_form))
    , m_prefix(new QLineEdit(m_form))
    , m_scope(new widgets::ChoiceStrip(tr("Sees the data of"), m_form))
    , m_grids(new QLineEdit(m_form))
{
    layOut();
    setFocusProxy(m_name);
    connect(m_scope, &widgets::ChoiceStrip::currentChanged, this, &DeskForm::showGrids);
    for (QLineEdit *edit : {m_name, m_prefix, m_grids})
        connect(edit, &QLineEdit::textChanged, this, [this, edit] { m_form->clearRefusal(edit); });
}

void DeskForm::layOut()
{
    m_name->setObjectName(QStringLiteral("desk_name"));
    m_name->setPlaceholderText(tr("By where it stands: counter 2, dispatch room"));
    m_name->setMaxLength(60);
    m_prefix->setObjectName(QStringLiteral("desk_prefix"));
    m_prefix->setMaxLength(6);
    m_prefix->setText(freePrefix());
    m_prefix->setToolTip(
        tr("Every number of that desk begins with it, so that two desks never give the same one."));
    QList<widgets::Choice> scopes;
    for (const Word &word : wordsOf(List::KeyScope))
        scopes.append({QString::fromLatin1(word.code), word.text(), {}});
    m_scope->setChoices(scopes);
    m_scope->setCurrent(wholeCompany);
    m_grids->setObjectName(QStringLiteral("desk_grids"));
    m_grids->setPlaceholderText(tr("Codes with commas between, such as 01,02"));
    m_form->addRow(tr("The desk's name"), m_name, FormGrid::Need::Required);
    m_form->addRow(tr("Ticket numbers begin with"), m_prefix);
    m_form->addRow(tr("Sees the data of"), m_scope);
    m_form->addRow(tr("Its grids"), m_grids, FormGrid::Need::Required);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_form);
    auto *walk = new widgets::EnterWalk({m_name, m_prefix, m_scope, m_grids}, this);
    connect(walk, &widgets::EnterWalk::finished, this, &DeskForm::finished);
    showGrids();
}

/// The next number that nobody has; somebody who invites at another desk meanwhile may take the same one.
QString DeskForm::freePrefix() const
{
    for (int number = 1; number < mostPrefixes; ++number) {
        const QString prefix = QStringLiteral("%1").arg(number, 2, 10, QLatin1Char('0'));
        if (!m_desk.read().findRowByCode(Register::Desk, prefix))
            return prefix;
    }
    return {};
}

void DeskForm::showGrids()
{
    m_form->setRowVisible(m_grids, scope() == itsGrids);
}

bool DeskForm::check()
{
    m_form->clearRefusals();
    if (name().isEmpty())
        return complain(m_name, tr("Name the desk by where it stands: front desk, counter 2."));
    return checkPrefix() && checkGrids();
}

/// Asked here as well, since face to face a refusal costs both people another call.
bool DeskForm::checkPrefix()
{
    static const QRegularExpression shape(QStringLiteral("^[0-9A-Z]{1,6}$"));
    if (prefix().isEmpty())
        return true;
    if (!shape.match(prefix()).hasMatch())
        return complain(m_prefix, tr("Up to six digits or letters, such as 04."));
    if (m_desk.read().findRowByCode(Register::Desk, prefix()))
        return complain(m_prefix, tr("Another desk numbers its tickets so. Choose another one."));
    return true;
}

bool DeskForm::checkGrids()
{
    if (scope() == itsGrids && grids().isEmpty())
        return complain(m_grids, tr("Name the codes of its grids, with commas between."));
    for (const QString &code : grids().split(u',', Qt::SkipEmptyParts)) {
        if (!m_desk.read().findRowByCode(Register::Grid, code.trimmed()))
            return complain(m_grids, tr("There is no grid \"%1\".").arg(code.trimmed()));
    }
    return true;
}

bool DeskForm::complain(QWidget *field, const QString &text)
{
    m_form->showRefusal(field, text);
    field->setFocus(Qt::OtherFocusReason);
    return false;
}

void DeskForm::refuse(const Refusal &refusal)
{
    QWidget *field = refusal.field == u"prefix" ? static_cast<QWidget *>(m_prefix)
        : refusal.field == u"grids"             ? m_grids
        : refusal.field == u"scope"             ? static_cast<QWidget *>(m_scope)
                                                : m_name;
    complain(field, refusal.text());
}

QString DeskForm::name() const
{
    return m_name->text().trimmed();
}

QString DeskForm::prefix() const
{
    return m_prefix->text().trimmed().toUpper();
}

QString DeskForm::scope() const
{
    return m_scope->current();
}

QString DeskForm::grids() const
{
    QString codes = m_grids->text().trimmed();
    codes.replace(u'，', u',').replace(u'、', u',');
    return scope() == itsGrids ? codes : QString();
}

} // namespace ui::desks
