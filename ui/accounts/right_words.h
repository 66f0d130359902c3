// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/account_model.h"
#include "items/grant_model.h"

#include <QIdentityProxyModel>
#include <QSortFilterProxyModel>
#include <QTimeZone>

namespace ui::accounts
{

/// What the models about rights mean, in the words of the counter.

/// The staff as a list shows it; narrowed by what is typed: a part of the name or the login, or pinyin.
class AccountWords : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    AccountWords(items::AccountModel &accounts, store::Reader &read);

    void setTyped(const QString &typed);
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

protected:
    bool filterAcceptsRow(int row, const QModelIndex &parent) const override;

private:
    /// "Grid chief (07 North), Clerk"; "none" for nothing.
    QString rightsOf(const items::AccountModel::Line &line) const;

    items::AccountModel &m_accounts;
    store::Reader &m_read;
    QString m_typed;
};

/// One person's grants.
class GrantWords : public QIdentityProxyModel
{
    Q_OBJECT

public:
    GrantWords(items::GrantModel &grants, store::Reader &read);

    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString timeOf(const items::GrantModel::Line &line) const;
    QString authorOf(const items::GrantModel::Line &line) const;
    QString day(qint64 at_ms) const;

    items::GrantModel &m_grants;
    const QTimeZone m_zone;
};

} // namespace ui::accounts
