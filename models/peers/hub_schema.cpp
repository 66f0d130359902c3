// SPDX-License-Identifier: GPL-3.0-or-later
#include "peers/hub_schema.h"

#include "peers/hub_words.h"

namespace peers
{

using namespace Qt::StringLiterals;
using domain::Refusal;

namespace
{

constexpr int initPatience_ms = 60'000;

struct Table {
    const char *name;
    const char *columns;
    const char *spread; ///< partitioned by the hash of this column; null: one table
    int parts = 0;
};

/// Limits stand in the tables too, so that a desk gone wild is refused by the hub already.
constexpr Table tables[] = {
    {"hub_company",
        "one int PRIMARY KEY CHECK (one = 1), company bytea NOT NULL CHECK (length(company) = 16),"
        " founding bytea NOT NULL CHECK (length(founding) = 32), version int NOT NULL",
        nullptr},
    {"hub_feeds",
        "feed bytea PRIMARY KEY CHECK (length(feed) = 16),"
        " desk bytea NOT NULL CHECK (length(desk) = 16),"
        " root bytea NOT NULL CHECK (length(root) = 16),"
        " after bigint NOT NULL CHECK (after >= 0)",
        nullptr},
    {"hub_entries",
        "feed bytea NOT NULL CHECK (length(feed) = 16),"
        " sequence bigint NOT NULL CHECK (sequence > 0), depth bigint NOT NULL,"
        " hash bytea NOT NULL CHECK (length(hash) = 32),"
        " signature bytea NOT NULL CHECK (length(signature) IN (0, 64)),"
        " bytes bytea NOT NULL CHECK (length(bytes) <= 16777216), PRIMARY KEY (feed, sequence)",
        "feed", 32},
    {"hub_keys",
        "owner bytea NOT NULL CHECK (length(owner) = 16),"
        " desk bytea NOT NULL CHECK (length(desk) = 16),"
        " giver bytea NOT NULL CHECK (length(giver) = 16),"
        " box bytea NOT NULL CHECK (length(box) <= 1024), PRIMARY KEY (owner, desk, giver)",
        "owner", 32},
    {"hub_wanted",
        "desk bytea NOT NULL CHECK (length(desk) = 16),"
        " owner bytea NOT NULL CHECK (length(owner) = 16), PRIMARY KEY (desk, owner)",
        nullptr},
};

void make(HubDatabase &database, const Table &table)
{
    const QString name = QString::fromLatin1(table.name);
    QString statement =
        u"CREATE TABLE IF NOT EXISTS %1 (%2)"_s.arg(name, QString::fromLatin1(table.columns));
    const bool isSpread = table.spread && database.isPostgres();
    if (isSpread)
        statement += u" PARTITION BY HASH (%1)"_s.arg(QString::fromLatin1(table.spread));
    database.once(statement);
    for (int part = 0; isSpread && part < table.parts; ++part) {
        database.once(u"CREATE TABLE IF NOT EXISTS %1_%2 PARTITION OF %1"
                      " FOR VALUES WITH (MODULUS %3, REMAINDER %4)"_s.arg(name,
                          QString::number(part).rightJustified(2, u'0'),
                          QString::number(table.parts), QString::number(part)));
    }
}

Refusal anothersHub()
{
    return {u"url"_s, HubWords::tr("This database is the hub of another company."),
        HubWords::tr("Name another database, or let its company move out first.")};
}

Refusal noHub()
{
    return {u"url"_s, HubWords::tr("This database isn't a hub yet."),
        HubWords::tr("Let an administrator prepare it once with: griddeskctl hub init URL")};
}

Refusal newerHub(int version)
{
    return {u"url"_s, HubWords::tr("The hub is of a newer version (%1).").arg(version),
        HubWords::tr("Bring Griddesk on this desk up to date.")};
}

} // namespace

std::optional<Refusal> initHub(const HubUrl &url, const Introduction &founder)
{
    try {
        HubDatabase database(url, initPatience_ms);
        return makeHub(database, founder);
    } catch (const HubFailure &failure) {
        return Refusal{u"url"_s,
            HubWords::tr("The hub at %1 failed: %2").arg(url.shown(), failure.why),
            HubWords::tr("The database has to be there already, and its user has to be allowed to "
                         "create tables in it."),
            Refusal::Device};
    }
}

std::optional<Refusal> makeHub(HubDatabase &database, const Introduction &founder)
{
    if (founder.company.isNull() || founder.founding.size() != 32) {
        return Refusal{{}, HubWords::tr("This desk doesn't hold its company's first entry yet."),
            HubWords::tr("Let it meet another desk first, or prepare the hub from that one.")};
    }
    for (const Table &table : tables)
        make(database, table);
    database.run(u"INSERT INTO hub_company (one, company, founding, version) VALUES (1, ?, ?, ?)"
                 " ON CONFLICT DO NOTHING"_s,
        {founder.company.toBytes(), founder.founding, hubSchema});
    return checkHub(database, founder);
}

std::optional<Refusal> checkHub(HubDatabase &database, const Introduction &desk)
{
    // Named by the catalogue that all engines have, so that a missing table is no failure of the connection.
    QSqlQuery &there = database.run(u"SELECT count(*) FROM information_schema.tables"
                                    " WHERE table_name = 'hub_company'"_s);
    if (!there.next() || there.value(0).toInt() == 0)
        return noHub();
    QSqlQuery &row = database.run(u"SELECT company, founding, version FROM hub_company"_s);
    if (!row.next())
        return noHub();
    if (idAt(row, 0) != desk.company || bytesAt(row, 1) != desk.founding)
        return anothersHub();
    const int version = row.value(2).toInt();
    return version > hubSchema ? std::optional(newerHub(version)) : std::nullopt;
}

} // namespace peers
