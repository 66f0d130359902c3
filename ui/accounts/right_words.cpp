// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/right_words.h"

#include "domain/pinyin.h"
#include "domain/words.h"
#include "look/icons.h"

#include <QDateTime>

namespace ui::accounts
{

using namespace domain;
using items::AccountModel;
using items::GrantModel;

namespace
{

template <typename... Titles>
QVariant titleOf(int section, Qt::Orientation orientation, int role, const Titles &...titles)
{
    const QStringList all{titles...};
    return orientation == Qt::Horizontal && role == Qt::DisplayRole ? all.value(section)
                                                                    : QVariant();
}

} // namespace

AccountWords::AccountWords(AccountModel &accounts, store::Reader &read)
    : m_accounts(accounts)
    , m_read(read)
{
    setSourceModel(&accounts);
}

void AccountWords::setTyped(const QString &typed)
{
    m_typed = typed.trimmed();
    invalidateRowsFilter();
}

bool AccountWords::filterAcceptsRow(int row, const QModelIndex &) const
{
    const AccountModel::Line &line = m_accounts.at(row);
    return m_typed.isEmpty() || line.login.startsWith(m_typed, Qt::CaseInsensitive)
        || pinyinMatches(line.name, m_typed, Reading::Surname);
}

QString AccountWords::rightsOf(const AccountModel::Line &line) const
{
    QStringList words;
    for (const Grant &grant : line.grants) {
        QString where = grant.unit;
        if (const auto grid = m_read.findRow(grant.grid))
            where = grid->row.values.text(grid::Code);
        const QString role = roleWords(grant.role);
        words << (where.isEmpty() ? role : tr("%1 (%2)").arg(role, where));
    }
    return words.isEmpty() ? tr("none") : words.join(tr(", "));
}

QVariant AccountWords::data(const QModelIndex &index, int role) const
{
    const int row = mapToSource(index).row();
    if (row < 0 || (role != Qt::DisplayRole && role != Qt::ToolTipRole))
        return QSortFilterProxyModel::data(index, role);
    const AccountModel::Line &line = m_accounts.at(row);
    if (index.column() == AccountModel::Rights)
        return rightsOf(line);
    if (index.column() == AccountModel::Password)
        return line.hasPassword ? tr("set") : tr("not set");
    return QSortFilterProxyModel::data(index, Qt::DisplayRole);
}

QVariant AccountWords::headerData(int section, Qt::Orientation orientation, int role) const
{
    return titleOf(
        section, orientation, role, tr("Login"), tr("Name"), tr("Rights now"), tr("Password"));
}

GrantWords::GrantWords(GrantModel &grants, store::Reader &read)
    : m_grants(grants)
    , m_zone(read.zone())
{
    setSourceModel(&grants);
}

QString GrantWords::day(qint64 at_ms) const
{
    return QDateTime::fromMSecsSinceEpoch(at_ms, m_zone).toString(QStringLiteral("yyyy-MM-dd"));
}

/// "in force until 2026-12-31"; a day that is named still belongs.
QString GrantWords::timeOf(const GrantModel::Line &line) const
{
    constexpr qint64 moment_ms = 1;
    if (line.revoked_ms)
        return tr("revoked on %1").arg(day(line.revoked_ms));
    const QString until = line.grant.until_ms ? day(line.grant.until_ms - moment_ms) : QString();
    switch (line.state) {
    case GrantModel::State::ToCome:
        return until.isEmpty() ? tr("from %1").arg(day(line.grant.from_ms))
                               : tr("from %1 until %2").arg(day(line.grant.from_ms), until);
    case GrantModel::State::Past:
        return tr("ended on %1").arg(until);
    case GrantModel::State::InForce:
        break;
    }
    return until.isEmpty() ? tr("in force") : tr("in force until %1").arg(until);
}

QString GrantWords::authorOf(const GrantModel::Line &line) const
{
    const QString who = line.grant.isOfPost && !line.revoked_ms ? tr("with the post") : line.author;
    const QString words = who + u' ' + day(line.said_ms);
    return line.reason.isEmpty() ? words : words + QStringLiteral(" · ") + line.reason;
}

QVariant GrantWords::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const GrantModel::Line &line = m_grants.at(index.row());
    if (role == Qt::DecorationRole && index.column() == GrantModel::Time) {
        // The word says it too.
        const char *icon = line.state == GrantModel::State::InForce ? "done"
            : line.state == GrantModel::State::ToCome               ? "clock"
                                                                    : "close";
        return look::icon(QString::fromLatin1(icon),
            line.state == GrantModel::State::InForce ? look::Tone::Done : look::Tone::Muted);
    }
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
        return QIdentityProxyModel::data(index, role);
    switch (index.column()) {
    case GrantModel::Role:
        return wordFor(List::Role, line.role);
    case GrantModel::Scope:
        return line.grant.isCompanyWide() ? tr("whole company")
                                          : QIdentityProxyModel::data(index, Qt::DisplayRole);
    case GrantModel::Time:
        return timeOf(line);
    default:
        return authorOf(line);
    }
}

QVariant GrantWords::headerData(int section, Qt::Orientation orientation, int role) const
{
    return titleOf(section, orientation, role, tr("Role"), tr("Where"), tr("When"), tr("By whom"));
}

} // namespace ui::accounts
