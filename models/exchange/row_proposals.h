// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/registers.h"

#include <QHash>
#include <QSet>

namespace store
{
class Reader;
}

namespace exchange
{

// Proposes what a company's own table leaves out and the register can't do without: a login for somebody
// (the pinyin of the name, with a number where two read alike), a code for a grid (01, 02 …).
class RowProposals
{
public:
    RowProposals(const domain::RegisterSpec &spec, store::Reader &reader)
        : m_spec(spec)
        , m_reader(reader)
    {
    }

    // Fills the code in, if the register is one of those and the row names none.
    void complete(domain::Values &values);
    // A row that names a code which was just proposed to another.
    bool clashes(const domain::Values &values) const;

private:
    QString freeLogin(const QString &name) const;
    QString freeNumber() const;
    void readTaken();

    const domain::RegisterSpec &m_spec;
    store::Reader &m_reader;
    bool m_hasRead = false;
    QSet<QString> m_taken;
    QHash<QString, QString> m_proposed; // code → name
};

} // namespace exchange
