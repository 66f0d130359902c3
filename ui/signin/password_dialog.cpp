// SPDX-License-Identifier: GPL-3.0-or-later
#include "signin/password_dialog.h"

#include "items/sign_in_help.h"
#include "look/desk_style.h"
#include "look/measures.h"
#include "look/type.h"
#include "widgets/enter_walk.h"
#include "widgets/form_grid.h"
#include "widgets/icon_text.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace ui::signin
{

using namespace domain;

namespace
{

constexpr int dialogWidth = 110 * look::unit;

QString adviceOn(items::Weakness weakness)
{
    switch (weakness) {
    case items::Weakness::None:
        break;
    case items::Weakness::Short:
        return PasswordDialog::tr("Short: eight characters or more are safer.");
    case items::Weakness::OwnName:
        return PasswordDialog::tr("It begins with the name or the login, which is tried first.");
    case items::Weakness::DigitsOnly:
        return PasswordDialog::tr("Digits alone are tried quickly; add a word.");
    case items::Weakness::OneCharacter:
        return PasswordDialog::tr("One character again and again is tried first.");
    }
    return {};
}

QLineEdit *secretEdit(const char *name, QWidget *parent)
{
    auto *edit = new QLineEdit(parent);
    edit->setObjectName(QString::fromLatin1(name));
    edit->setEchoMode(QLineEdit::Password);
    return edit;
}

} // namespace

PasswordDialog::PasswordDialog(Desk &desk, const Id &person, QWidget *parent)
    : QDialog(parent)
    , m_desk(desk)
    , m_person(person)
    , m_form(new widgets::FormGrid(this))
    , m_advice(new widgets::IconText(this))
    , m_save(new QPushButton(tr("Save"), this))
{
    m_first = secretEdit("new", m_form);
    m_again = secretEdit("again", m_form);
    if (const auto row = desk.read().findRow(person))
        m_names = {row->row.values.text(staff::Login), row->row.values.text(staff::Name)};
    setWindowTitle(
        person == desk.actor() ? tr("My password") : tr("Password for %1").arg(m_names.value(1)));
    layOut();
    connect(m_first, &QLineEdit::textChanged, this, &PasswordDialog::advise);
    connect(m_again, &QLineEdit::textChanged, m_form, &widgets::FormGrid::clearRefusals);
    connect(m_save, &QPushButton::clicked, this, &PasswordDialog::save);
    auto *walk = new widgets::EnterWalk({m_first, m_again}, this);
    connect(walk, &widgets::EnterWalk::finished, this, &PasswordDialog::save);
    advise();
}

void PasswordDialog::layOut()
{
    setFixedWidth(dialogWidth);
    const bool isOwn = m_person == m_desk.actor();
    auto *about =
        new QLabel(isOwn ? tr("It is asked for when you sign in, at every desk. It also opens the "
                              "key that signs what only you may do.")
                         : tr("Tell it to nobody else. %1 can choose another one after signing in.")
                               .arg(m_names.value(1)),
            this);
    about->setWordWrap(true);
    about->setForegroundRole(QPalette::PlaceholderText);
    m_form->addRow(tr("New password"), m_first, widgets::FormGrid::Need::Required);
    m_form->addRow(tr("Once more"), m_again, widgets::FormGrid::Need::Required);
    m_advice->setFont(look::type(look::TypeSize::Small));
    m_save->setProperty(look::DeskStyle::primaryProperty, true);
    m_save->setAutoDefault(false);
    auto *cancel = new QPushButton(tr("Give up"), this);
    cancel->setAutoDefault(false);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(cancel);
    buttons->addWidget(m_save);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(look::margin, look::margin, look::margin, look::margin);
    column->setSpacing(look::gap);
    column->addWidget(about);
    column->addWidget(m_form);
    column->addWidget(m_advice);
    column->addLayout(buttons);
    setTabOrder(m_again, m_save);
    setTabOrder(m_save, cancel);
    m_first->setFocus(Qt::OtherFocusReason);
}

void PasswordDialog::advise()
{
    m_form->clearRefusals();
    const QString advice = adviceOn(items::weaknessOf(m_first->text(), m_names));
    m_advice->setContent(
        advice.isEmpty() ? QString() : QStringLiteral("help"), advice, look::Tone::Soon);
}

void PasswordDialog::save()
{
    if (m_isSaving)
        return;
    if (m_first->text().isEmpty()) {
        m_form->showRefusal(m_first, tr("The password is missing. Type one."));
        return m_first->setFocus(Qt::OtherFocusReason);
    }
    if (m_first->text() != m_again->text()) {
        m_form->showRefusal(m_again, tr("The two are not the same. Type it once more."));
        m_again->selectAll();
        return m_again->setFocus(Qt::OtherFocusReason);
    }
    m_isSaving = true;
    m_save->setText(tr("Saving…"));
    m_desk.setPassword(m_person, m_first->text()).then(this, [this](const store::Verdict &verdict) {
        saved(verdict);
    });
}

void PasswordDialog::saved(const store::Verdict &verdict)
{
    m_isSaving = false;
    m_save->setText(tr("Save"));
    if (const Refusal *refusal = store::refused(verdict))
        return m_form->showRefusal(m_first, refusal->text());
    Q_EMIT changed();
    accept();
}

} // namespace ui::signin
