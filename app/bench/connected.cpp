// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/connected.h"

#include "peers/desk_host.h"
#include "record/entry.h"
#include "store/secrets_file.h"
#include "store/snapshot.h"
#include "store/upkeep.h"

#include <QDir>
#include <QElapsedTimer>

namespace bench
{

using namespace domain;
using namespace Qt::StringLiterals;

namespace
{
constexpr int look_ms = 1;
constexpr qint64 patience_ms = 3'600'000;
const peers::Address loopback{QStringLiteral("127.0.0.1"), 0};

store::DeskFolder folderOf(
    Desks &desks, const QString &name, const store::Secrets &secrets, domain::Random &random)
{
    const store::DeskFolder place{desks.scratch(name)};
    QDir().mkpath(place.path);
    must(store::saveSecrets(place, secrets, random));
    store::Database database(place.database(), store::Database::Access::ReadWrite);
    store::createTables(database);
    return place;
}
} // namespace

Connected::Connected(Desk &desk, Random &random, const QVector<peers::Address> &calls)
{
    must(desk.startWriting());
    peers::NodeSetup setup{.desk = desk.secrets().desk, .signingSeed = desk.secrets().signingSeed};
    setup.makeDesk = [&desk] { return peers::DeskHost::make(desk); };
    setup.listen = {loopback};
    setup.peers = calls;
    setup.sent = m_sent;
    m_node = std::make_unique<peers::Node>(setup, desk.clock(), random);
    QObject::connect(m_node.get(), &peers::Node::listening, m_node.get(),
        [this](const QVector<peers::Address> &addresses) { m_address = addresses.value(0); });
    m_node->start();
    runUntil([this] { return m_address.port != 0; });
}

Connected::~Connected() = default;

void runUntil(const std::function<bool()> &isSo)
{
    if (isSo())
        return;
    QEventLoop loop;
    QElapsedTimer time;
    time.start();
    QTimer look;
    QObject::connect(&look, &QTimer::timeout, &loop, [&] {
        if (isSo() || time.elapsed() > patience_ms)
            loop.quit();
    });
    look.start(look_ms);
    loop.exec();
    if (time.elapsed() > patience_ms)
        throw Failed({{}, u"the other desk doesn't come into step"_s, {}, Refusal::Device});
}

std::unique_ptr<Desk> admit(Desk &first, Desks &desks, const QString &name, Random &random)
{
    const store::Secrets secrets = store::Secrets::fresh(desks.clock().now_ms(), random);
    const store::DeskFolder place = folderOf(desks, name, secrets, random);
    must(first.submit(AdmitDesk{.desk = secrets.desk, .publicKey = secrets.publicKey()}).result());
    return must(Desk::open(place.path, desks.clock(), random));
}

std::unique_ptr<Desk> admitWithTables(
    Desk &first, Desks &desks, const QString &name, Random &random)
{
    const store::Secrets secrets = store::Secrets::fresh(desks.clock().now_ms(), random);
    const store::DeskFolder place = folderOf(desks, name, secrets, random);
    must(first.submit(AdmitDesk{.desk = secrets.desk, .publicKey = secrets.publicKey()}).result());
    const QString copy = desks.scratch(name + u".copy"_s);
    const auto made = store::makeSnapshot(first.folder(), copy);
    if (const auto *refusal = std::get_if<Refusal>(&made))
        throw Failed(*refusal);
    must(store::beginWithSnapshot(place, copy));
    {
        // Checked by whoever measures joining; here it would only share the processors.
        store::Database database(place.database(), store::Database::Access::ReadWrite);
        store::setTrust(database, store::Trust::Own);
    }
    return must(Desk::open(place.path, desks.clock(), random));
}

RecordSize sizeOf(Desk &desk, qint64 behindPosition)
{
    store::Database database(desk.folder().database(), store::Database::Access::ReadOnly);
    store::Statement each(
        database.handle(), "SELECT bytes, length(signature) FROM entries WHERE position > ?");
    each.bind(1, behindPosition);
    RecordSize size;
    while (each.step()) {
        const QByteArray bytes = each.blob(0);
        const auto entry = record::decode(bytes);
        ++size.entries;
        size.events += entry ? entry->events.size() : 0;
        size.bytes += bytes.size() + each.integer(1);
    }
    return size;
}

} // namespace bench
