// SPDX-License-Identifier: GPL-3.0-or-later
#include "peers/hub_database.h"

#include "peers/hub_words.h"

#include <QSqlDriver>
#include <QSqlError>
#include <QThread>

#include <atomic>

namespace peers
{

using namespace Qt::StringLiterals;

namespace
{

QString freshName()
{
    static std::atomic<quint64> count = 0;
    return u"hub-%1"_s.arg(++count);
}

/// One line of what the database said, without the statement in it.
QString saidBy(const QSqlError &error)
{
    const QString all = error.databaseText().isEmpty() ? error.driverText() : error.databaseText();
    return all.section(u'\n', 0, 0).simplified().left(300);
}

} // namespace

void HubArray::next()
{
    if (m_count++ > 0)
        m_text += u',';
}

void HubArray::add(const QByteArray &bytes)
{
    next();
    m_text += "\"\\\\x"_L1;
    m_text += QLatin1StringView(bytes.toHex());
    m_text += u'"';
}

void HubArray::add(qint64 number)
{
    next();
    m_text += QString::number(number);
}

HubDatabase::HubDatabase(const HubUrl &url, int patience_ms)
    : m_name(freshName())
    , m_database(QSqlDatabase::addDatabase(u"QPSQL"_s, m_name))
{
    m_database.setHostName(url.hosts());
    m_database.setDatabaseName(url.database());
    m_database.setUserName(url.user());
    m_database.setPassword(url.password());
    m_database.setConnectOptions(url.options());
    try {
        if (!m_database.isValid())
            throw HubFailure{HubFailure::Refused,
                HubWords::tr("Qt's driver for PostgreSQL isn't installed (libqt6sql6-psql).")};
        if (!m_database.open())
            throw HubFailure{HubFailure::Broken, saidBy(m_database.lastError())};
        m_watch = std::make_unique<HubWatch>(*m_database.driver(), patience_ms);
        m_host = serverOf(*m_database.driver());
        learnEngine();
        once(u"SET statement_timeout = %1"_s.arg(patience_ms));
    } catch (...) {
        close();
        throw;
    }
}

HubDatabase::~HubDatabase()
{
    close();
}

void HubDatabase::close()
{
    m_watch.reset();
    m_database.close();
    m_database = {};
    QSqlDatabase::removeDatabase(m_name);
    // After the connection: the server forgets them with it, and none has to be taken back over a line that may be dead.
    m_prepared.clear();
}

void HubDatabase::learnEngine()
{
    QSqlQuery &version = run(u"SELECT version()"_s);
    const QString text = version.next() ? version.value(0).toString() : QString();
    m_isPostgres = text.startsWith("PostgreSQL"_L1) && !text.contains("-YB-"_L1);
    if (!m_isPostgres)
        return;
    once(u"SET client_min_messages = warning"_s); // or preparing a hub anew fills stderr
    // Every statement takes arrays, of which no plan but the one by key is any use; making one each time costs milliseconds.
    once(u"SET plan_cache_mode = force_generic_plan"_s);
    // What was acknowledged has to be on the disk, however the server is set.
    QSqlQuery &commit = run(u"SELECT current_setting('synchronous_commit')"_s);
    if (commit.next() && commit.value(0).toString() == "off"_L1)
        once(u"SET synchronous_commit = on"_s);
}

QSqlQuery &HubDatabase::run(const QString &statement, const QVariantList &values)
{
    const HubWatch::Round round(*m_watch);
    auto found = m_prepared.find(statement);
    if (found == m_prepared.end()) {
        QSqlQuery query(m_database);
        query.setForwardOnly(true);
        if (!query.prepare(statement))
            fail(query.lastError());
        found = m_prepared.emplace(statement, std::move(query)).first;
    }
    QSqlQuery &query = found->second;
    for (qsizetype i = 0; i < values.size(); ++i)
        query.bindValue(int(i), values[i]);
    if (!query.exec())
        fail(query.lastError());
    return query;
}

void HubDatabase::once(const QString &statement)
{
    const HubWatch::Round round(*m_watch);
    QSqlQuery query(m_database);
    if (!query.exec(statement))
        fail(query.lastError());
}

void HubDatabase::inTransaction(const std::function<void()> &work)
{
    once(u"BEGIN"_s);
    try {
        work();
        once(u"COMMIT"_s);
    } catch (...) {
        rollBack();
        throw;
    }
}

void HubDatabase::rollBack()
{
    const HubWatch::Round round(*m_watch);
    QSqlQuery(m_database).exec(u"ROLLBACK"_s);
}

void HubDatabase::fail(const QSqlError &error) const
{
    const QString code = error.nativeErrorCode();
    // Classes of SQLSTATE: 08 connection, 57P the server goes down, 25006 it is a stand-by now; none where nobody answered.
    const bool isBroken = code.isEmpty() || code.startsWith("08"_L1) || code.startsWith("57"_L1)
        || code.startsWith("53"_L1) || code == "25006"_L1;
    const bool isAgain = code == "40001"_L1 || code == "40P01"_L1;
    throw HubFailure{isBroken ? HubFailure::Broken
            : isAgain         ? HubFailure::Again
                              : HubFailure::Refused,
        saidBy(error)};
}

QByteArray bytesAt(const QSqlQuery &row, int column)
{
    return row.value(column).toByteArray();
}

Id idAt(const QSqlQuery &row, int column)
{
    return Id::fromBytes(bytesAt(row, column)).value_or(Id{});
}

} // namespace peers
