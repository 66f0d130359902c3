// SPDX-License-Identifier: GPL-3.0-or-later
#include "start/company_step.h"

#include "domain/pinyin.h"
#include "look/measures.h"
#include "widgets/enter_walk.h"
#include "widgets/form_grid.h"

#include <QComboBox>
#include <QLineEdit>
#include <QRegularExpression>
#include <QTimeZone>
#include <QVBoxLayout>

namespace ui::start
{

using widgets::FormGrid;

namespace
{

constexpr int formWidth = 640;

} // namespace

CompanyStep::CompanyStep(QWidget *parent)
    : StartStep(parent)
    , m_form(new FormGrid(this))
    , m_company(new QLineEdit(m_form))
    , m_deskName(new QLineEdit(tr("Front desk"), m_form))
    , m_prefix(new QLineEdit(QStringLiteral("01"), m_form))
    , m_zone(new QComboBox(m_form))
    , m_name(new QLineEdit(m_form))
    , m_login(new QLineEdit(m_form))
    , m_password(new QLineEdit(m_form))
    , m_again(new QLineEdit(m_form))
{
    fillZones();
    layOut();
    setFocusProxy(m_company);
    connect(m_name, &QLineEdit::textChanged, this, [this](const QString &name) {
        if (!m_hasOwnLogin)
            m_login->setText(
                QString::fromLatin1(domain::pinyinFull(name, domain::Reading::Surname)));
    });
    connect(m_login, &QLineEdit::textEdited, this,
        [this](const QString &typed) { m_hasOwnLogin = !typed.isEmpty(); });
    for (QLineEdit *edit :
        {m_company, m_deskName, m_prefix, m_name, m_login, m_password, m_again}) {
        connect(edit, &QLineEdit::textChanged, this, [this, edit] {
            m_form->clearRefusal(edit);
            Q_EMIT changed();
        });
    }
}

void CompanyStep::fillZones()
{
    const QList<QByteArray> zones = QTimeZone::availableTimeZoneIds();
    for (const QByteArray &zone : zones) {
        if (zone.contains('/') && !zone.startsWith("Etc/") && !zone.startsWith("SystemV/"))
            m_zone->addItem(QString::fromLatin1(zone));
    }
    const int own = m_zone->findText(QString::fromLatin1(QTimeZone::systemTimeZoneId()));
    const int china = m_zone->findText(QStringLiteral("Asia/Shanghai"));
    m_zone->setCurrentIndex(own >= 0 ? own : china);
}

void CompanyStep::layOut()
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    m_form->setMaximumWidth(formWidth);
    column->addWidget(m_form);
    column->addStretch();
    m_company->setPlaceholderText(tr("As it stands on slips and reports"));
    m_prefix->setMaxLength(4);
    m_prefix->setToolTip(
        tr("Every number of this desk begins with it, so that two desks never give the same one."));
    for (QLineEdit *edit : {m_password, m_again})
        edit->setEchoMode(QLineEdit::Password);

    m_form->addRow(tr("Company"), m_company, FormGrid::Need::Required);
    m_form->addRow(tr("This desk"), m_deskName, FormGrid::Need::Required);
    m_form->addBeside(tr("Number prefix"), m_prefix, FormGrid::Need::Required);
    m_form->addRow(tr("Time zone"), m_zone);
    m_form->addRow(tr("Your name"), m_name, FormGrid::Need::Required);
    m_form->addBeside(tr("Login"), m_login, FormGrid::Need::Required);
    m_form->addRow(tr("Password"), m_password, FormGrid::Need::Required);
    m_form->addBeside(tr("Once more"), m_again, FormGrid::Need::Required);
    auto *walk = new widgets::EnterWalk(m_form->fields(), this);
    connect(walk, &widgets::EnterWalk::finished, this, &CompanyStep::goOn);
}

QString CompanyStep::title() const
{
    return tr("Your company");
}

QString CompanyStep::hint() const
{
    return tr("You become its first administrator. The name can be changed later, the number "
              "prefix can't.");
}

CompanyFacts CompanyStep::facts() const
{
    return {m_company->text().trimmed(), m_deskName->text().trimmed(), m_prefix->text().trimmed(),
        m_zone->currentText(), m_name->text().trimmed(), m_login->text().trimmed(),
        m_password->text()};
}

bool CompanyStep::refuse(QWidget *field, const QString &text)
{
    m_form->showRefusal(field, text);
    field->setFocus(Qt::OtherFocusReason);
    return false;
}

bool CompanyStep::check()
{
    m_form->clearRefusals();
    const CompanyFacts said = facts();
    static const QRegularExpression prefix(QStringLiteral("^[0-9A-Za-z]{1,4}$"));
    static const QRegularExpression blank(QStringLiteral("\\s"));
    if (said.company.isEmpty())
        return refuse(m_company, tr("What is the company called? It stands on every slip."));
    if (said.deskName.isEmpty())
        return refuse(m_deskName, tr("Name the desk by where it stands: front desk, counter 2."));
    if (!prefix.match(said.prefix).hasMatch())
        return refuse(m_prefix, tr("One to four digits or letters, such as 01."));
    if (said.name.isEmpty())
        return refuse(m_name, tr("Who are you? The record says who did what."));
    if (said.login.isEmpty() || said.login.contains(blank))
        return refuse(m_login, tr("A short name to sign in with, without blanks."));
    if (said.password.size() < 8)
        return refuse(m_password, tr("At least eight characters, please."));
    if (said.password != m_again->text())
        return refuse(m_again, tr("The two are not the same. Type the password once more."));
    return true;
}

} // namespace ui::start
