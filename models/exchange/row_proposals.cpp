// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/row_proposals.h"

#include "domain/pinyin.h"
#include "store/reader.h"

namespace exchange
{

using namespace domain;

void RowProposals::readTaken()
{
    if (std::exchange(m_hasRead, true))
        return;
    m_reader.eachRow(m_spec.reg, [this](const store::NumberedRow &row) {
        m_taken.insert(row.row.values.text(m_spec.code));
        return true;
    });
}

QString RowProposals::freeLogin(const QString &name) const
{
    QString base = QString::fromLatin1(pinyinFull(name, Reading::Surname));
    if (base.isEmpty())
        base = QStringLiteral("user");
    QString login = base;
    for (int number = 2; m_taken.contains(login); ++number)
        login = base + QString::number(number);
    return login;
}

QString RowProposals::freeNumber() const
{
    for (int number = 1;; ++number) {
        const QString code = QStringLiteral("%1").arg(number, 2, 10, QLatin1Char('0'));
        if (!m_taken.contains(code))
            return code;
    }
}

void RowProposals::complete(Values &values)
{
    const bool isProposed = m_spec.reg == Register::Staff || m_spec.reg == Register::Grid;
    if (!isProposed || !values.has(m_spec.name))
        return;
    readTaken();
    if (!values.has(m_spec.code)) {
        const QString name = values.text(m_spec.name);
        const QString code = m_spec.reg == Register::Staff ? freeLogin(name) : freeNumber();
        values.set(m_spec.code, code);
        m_proposed.insert(code, name);
    }
    m_taken.insert(values.text(m_spec.code));
}

bool RowProposals::clashes(const Values &values) const
{
    const auto at = m_proposed.constFind(m_spec.code ? values.text(m_spec.code) : QString());
    return at != m_proposed.cend() && *at != values.text(m_spec.name);
}

} // namespace exchange
