// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/right_words.h"
#include "tickets/office.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QTableView;

namespace ui::widgets
{
class Banner;
}

namespace ui::accounts
{

class GrantForm;
class RevokeForm;

/// One person's account: the post, whether a password is set, and the rights with their days. Ctrl+N gives a right, Del takes
/// the chosen one back, Ctrl+P sets a password.
class PersonPanel : public QWidget
{
    Q_OBJECT

public:
    /// The office must outlive it.
    explicit PersonPanel(tickets::Office &office, QWidget *parent = nullptr);

    /// Shows a person; a form that stands open for another one closes, unless it is the same.
    void show(const items::AccountModel::Line &line);
    void giveRight();
    void takeBack();
    void setPassword();
    const items::GrantModel &grants() const { return m_grants; }

Q_SIGNALS:
    /// A form was saved or given up: the list has the keys again.
    void left();

private:
    void layOut();
    QWidget *makeButtons();
    void setUpKeys();
    void say(const QString &done);

    tickets::Office &m_office;
    items::GrantModel m_grants;
    GrantWords m_words;
    items::AccountModel::Line m_person;
    widgets::Banner *m_banner;
    QLabel *m_name;
    QLabel *m_about;
    QTableView *m_list;
    QPushButton *m_takeBack = nullptr;
    GrantForm *m_give;
    RevokeForm *m_revoke;
};

} // namespace ui::accounts
