// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/person_panel.h"

#include "accounts/grant_form.h"
#include "accounts/revoke_form.h"
#include "domain/words.h"
#include "look/measures.h"
#include "look/type.h"
#include "signin/password_dialog.h"
#include "widgets/banner.h"
#include "widgets/list_view.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QShortcut>
#include <QTableView>
#include <QVBoxLayout>

namespace ui::accounts
{

using namespace domain;

PersonPanel::PersonPanel(tickets::Office &office, QWidget *parent)
    : QWidget(parent)
    , m_office(office)
    , m_grants(office.desk.read())
    , m_words(m_grants, office.desk.read())
    , m_banner(new widgets::Banner(this))
    , m_name(new QLabel(this))
    , m_about(new QLabel(this))
    , m_list(widgets::makeListView(m_words, tr("Rights"), {88, 116, 190, 0}, this))
    , m_give(new GrantForm(office, this))
    , m_revoke(new RevokeForm(office.desk, this))
{
    setAccessibleName(tr("Account"));
    layOut();
    setUpKeys();
    connect(&office.desk, &Desk::committed, &m_grants, &items::GrantModel::takeIn);
    connect(&m_grants, &QAbstractItemModel::rowsInserted, m_list,
        [this](const QModelIndex &, int first) { m_list->selectRow(first); });
    connect(m_give, &GrantForm::given, this,
        [this] { say(tr("%1 has the right now.").arg(m_person.name)); });
    connect(m_revoke, &RevokeForm::revoked, this,
        [this] { say(tr("The right is taken back from %1.").arg(m_person.name)); });
    connect(m_give, &GrantForm::closed, this, &PersonPanel::left);
    connect(m_revoke, &RevokeForm::closed, this, &PersonPanel::left);
}

void PersonPanel::layOut()
{
    m_name->setFont(look::type(look::TypeSize::Large));
    m_about->setForegroundRole(QPalette::PlaceholderText);
    m_about->setWordWrap(true);
    auto *inside = new QVBoxLayout;
    inside->setContentsMargins(look::margin, look::margin, look::margin, look::gap);
    inside->setSpacing(look::gap);
    inside->addWidget(m_name);
    inside->addWidget(m_about);
    inside->addWidget(makeButtons());
    inside->addWidget(m_give);
    inside->addWidget(m_revoke);
    inside->addWidget(m_list, 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_banner);
    column->addLayout(inside, 1);
}

QWidget *PersonPanel::makeButtons()
{
    auto *buttons = new QWidget(this);
    auto *row = new QHBoxLayout(buttons);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(look::gap);
    auto *give = new QPushButton(tr("Give a right"), buttons);
    give->setToolTip(QKeySequence(Qt::CTRL | Qt::Key_N).toString(QKeySequence::NativeText));
    m_takeBack = new QPushButton(tr("Take the chosen one back"), buttons);
    m_takeBack->setToolTip(QKeySequence(Qt::Key_Delete).toString(QKeySequence::NativeText));
    auto *password = new QPushButton(tr("Set a password"), buttons);
    password->setToolTip(QKeySequence(Qt::CTRL | Qt::Key_P).toString(QKeySequence::NativeText));
    connect(give, &QPushButton::clicked, this, &PersonPanel::giveRight);
    connect(m_takeBack, &QPushButton::clicked, this, &PersonPanel::takeBack);
    connect(password, &QPushButton::clicked, this, &PersonPanel::setPassword);
    for (QPushButton *button : {give, m_takeBack, password}) {
        button->setAutoDefault(false);
        row->addWidget(button);
    }
    row->addStretch();
    return buttons;
}

void PersonPanel::setUpKeys()
{
    auto *takeBack = new QShortcut(QKeySequence(Qt::Key_Delete), m_list);
    takeBack->setContext(Qt::WidgetShortcut);
    connect(takeBack, &QShortcut::activated, this, &PersonPanel::takeBack);
    auto *leave = new QShortcut(QKeySequence(Qt::Key_Escape), m_list);
    leave->setContext(Qt::WidgetShortcut);
    connect(leave, &QShortcut::activated, this, &PersonPanel::left);
    setFocusProxy(m_list);
}

void PersonPanel::show(const items::AccountModel::Line &line)
{
    const bool isOther = line.id != m_person.id;
    m_person = line;
    m_name->setText(line.name);
    const QString post = line.role.isEmpty() ? tr("no post") : wordFor(List::Role, line.role);
    m_about->setText(QStringList{tr("Login: %1").arg(line.login), tr("Post: %1").arg(post),
        line.hasPassword ? tr("Password set")
                         : tr("No password: anybody at a desk can sit down under this name")}
                         .join(QStringLiteral(" · ")));
    if (!isOther)
        return;
    m_banner->dismiss();
    m_give->hide();
    m_revoke->hide();
    m_grants.show(line.id);
    m_list->selectRow(0);
}

void PersonPanel::giveRight()
{
    m_revoke->hide();
    m_banner->dismiss();
    if (!m_person.id.isNull())
        m_give->begin(m_person.id, m_person.name);
}

void PersonPanel::takeBack()
{
    const QModelIndex row = m_list->currentIndex();
    if (!row.isValid())
        return;
    const items::GrantModel::Line &line = m_grants.at(row.row());
    if (line.state == items::GrantModel::State::Past) {
        return m_banner->showMessage(widgets::Mood::Waiting,
            tr("This right has ended already: nothing is left to take back."));
    }
    m_give->hide();
    m_banner->dismiss();
    const auto words = [&](int column) {
        return m_words.index(row.row(), column).data().toString();
    };
    m_revoke->begin(line.grant.id,
        tr("%1, %2, of %3")
            .arg(words(items::GrantModel::Role), words(items::GrantModel::Scope), m_person.name));
}

void PersonPanel::setPassword()
{
    auto *dialog = new signin::PasswordDialog(m_office.desk, m_person.id, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &signin::PasswordDialog::changed, this,
        [this] { say(tr("The password of %1 is set.").arg(m_person.name)); });
    dialog->open();
}

void PersonPanel::say(const QString &done)
{
    m_banner->showMessage(widgets::Mood::Done, done);
}

} // namespace ui::accounts
