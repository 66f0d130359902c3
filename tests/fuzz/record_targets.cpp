// SPDX-License-Identifier: GPL-3.0-or-later
#include "fuzz/targets.h"

#include "peers/entry_place.h"
#include "record/cbor.h"
#include "record/cbor_form.h"
#include "record/entry.h"
#include "support/memory_exchange.h"

#include <QCborValue>

namespace fuzz
{

using namespace record;

namespace
{

bool hasNaN(const QByteArray &bytes)
{
    return bytes.contains("\xfb\x7f") || bytes.contains("\xfb\xff");
}

} // namespace

void runCbor(const QByteArray &bytes)
{
    const CborForm form = formOf(bytes);
    if (form == CborForm::Broken)
        return;
    // Another reader, which knows nothing of ours.
    QCborParserError error;
    const QCborValue value = QCborValue::fromCbor(bytes, &error);
    demand(error.error == QCborError::NoError || error.error == QCborError::InvalidUtf8String
            || error.error == QCborError::UnsupportedType
            || error.error == QCborError::DataTooLarge,
        "one reader takes for CBOR what the other one doesn't");
    if (form == CborForm::Canonical) {
        demand(error.error == QCborError::NoError, "the record's form can't be read");
        demand(hasNaN(bytes) || value.toCbor() == bytes, "the record's form isn't the only way");
    }
}

void runEntry(const QByteArray &bytes)
{
    const auto entry = decode(bytes);
    const auto place = peers::placeOf({bytes, {}, {}});
    if (!entry)
        return;
    demand(encode(*entry) == bytes, "an entry that is written in two ways");
    demand(formOf(bytes) == CborForm::Canonical, "an entry that isn't in the record's form");
    demand(entry->events.size() <= maximumEvents, "more events than are allowed");
    demand(entry->sequence < 1
            || (place && place->feed == entry->feed && place->sequence == entry->sequence),
        "an entry that stands elsewhere than it says");
}

QList<QByteArray> cborSeeds()
{
    QList<QByteArray> seeds;
    for (const char *hex : {"00", "1818", "1bffffffffffffffff", "3903e7", "4401020304", "62c3bc",
             "83010203", "a201020304", "a26161016162820203", "c11a514b67b0", "f97e00",
             "fb3ff8000000000000", "f5", "f6", "f8ff", "5f42010243030405ff",
             "7f657374726561646d696e67ff", "9f018202039f0405ffff", "bf61610161629f0203ffff"})
        seeds += QByteArray::fromHex(hex);
    return seeds + entrySeeds();
}

QList<QByteArray> entrySeeds()
{
    using namespace domain;
    support::MemoryCompany company;
    support::MemoryExchange a(company, "a");
    a.write(2);
    QList<QByteArray> seeds;
    for (const SignedEntry &entry : a.next({}, {}, 1 << 20).entries)
        seeds += entry.bytes;
    Entry entry{.desk = Id::named("desk"),
        .feed = Id::named("feed"),
        .sequence = 7,
        .previous = chainStart(),
        .folded = {{Id::named("other"), 3, record::chainStart()}},
        .subject = Id::named("ticket"),
        .actorSignature = QByteArray(64, 's')};
    const Id ticket = Id::named("ticket"), by = Id::named("wang");
    for (const Event &event : std::initializer_list<Event>{
             TicketOpened{ticket, QStringLiteral("repair/1"), QStringLiteral("received"), by, 5,
                 {{field::Title, QStringLiteral("漏水")}, {field::Lon, 114.25},
                     {field::Anonymous, false}},
                 {{QStringLiteral("arrive"), 9}}},
             StepTaken{ticket, QStringLiteral("visit"), QStringLiteral("closed"), 2, by, 6,
                 {{field::Satisfaction, qint64(1)}}, {}, {QStringLiteral("visit")}},
             RegisterPut{ticket, Register::Customer, {{customer::Name, QByteArray("sealed")}},
                 {customer::Needs}},
             RegisterRemoved{ticket, Register::Place}, UnknownEvent{4'711, "\x81\x01"}}) {
        entry.events = {event};
        seeds += encode(entry);
    }
    return seeds;
}

} // namespace fuzz
