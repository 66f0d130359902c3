// SPDX-License-Identifier: GPL-3.0-or-later
#include "faults/counter.h"
#include "support/seeded_random.h"
#include "support/small_desk.h"
#include "support/vfs_power_loss.h"

#include <QTest>

#include <random>

using namespace faults;
using namespace Qt::StringLiterals;
using support::PowerLossVfs;

namespace
{

/// All that a desk shows of its record.
struct Picture {
    QMap<QString, QString> states; ///< of the tickets, by their numbers
    QByteArray record;
    QByteArray projection;

    bool operator==(const Picture &) const = default;
};

Picture pictureOf(Desk &desk)
{
    const store::Digest digest = store::findDigest(desk.read().database());
    Picture picture{.record = digest.record, .projection = digest.projection};
    for (const store::TicketLine &line : desk.read().findTickets({}))
        picture.states.insert(line.number, line.state);
    return picture;
}

/// A desk's day on a disk that is watched, and the desk as it was after every acknowledged commit.
class WatchedDay
{
public:
    /// `planted` is run on the writer's connection whenever the desk is opened for writing.
    explicit WatchedDay(const QByteArray &planted = "PRAGMA synchronous=FULL");

    size_t events() const { return m_disk.events(); }
    qsizetype commits() const { return m_pictures.size(); }
    QString describe(size_t event) const { return m_disk.describe(event); }
    /// What is wrong with the desk that a power loss after `event` leaves; empty when nothing is.
    QString faultAfter(size_t event, quint32 seed);

private:
    void work(Desk &desk);
    QString faultOf(Desk &desk, const QList<qint64> &acknowledged) const;
    QString recorded() const { return m_folder.filePath(u"recorded"_s); }
    QString lost() const { return m_folder.filePath(u"lost"_s); }

    QTemporaryDir m_folder{quickFolder()};
    support::FakeClock m_clock{support::moment_ms(u"2026-11-20 08:00"_s)};
    support::SeededRandom m_random;
    PowerLossVfs m_disk{recorded()};
    QByteArray m_planted;
    QVector<Picture> m_pictures; ///< the i-th belongs to mark i
};

WatchedDay::WatchedDay(const QByteArray &planted)
    : m_planted(planted)
{
    m_disk.install();
    {
        const auto desk = founded(recorded(), m_clock, m_random);
        m_pictures.append(pictureOf(*desk));
        m_disk.mark(0);
        work(*desk);
    }
    // The second opening finds a log that the first has put back.
    work(*mustOpen(Desk::open(recorded(), m_clock, m_random)));
    m_disk.remove();
}

void WatchedDay::work(Desk &desk)
{
    // The log goes back into the database often, so that a short day sees what a long one would.
    desk.maintain([this](store::Database &database) {
            database.run(m_planted + "; PRAGMA wal_autocheckpoint=60");
        })
        .waitForFinished();
    Counter counter(desk, [&] {
        m_pictures.append(pictureOf(desk));
        m_disk.mark(m_pictures.size() - 1);
    });
    if (m_pictures.size() == 1)
        counter.moveIn();
    counter.takeIn(12);
    counter.repairLatest();
    counter.takeInAtOnce(20);
    counter.feedText(6);
    counter.repairLatest();
    counter.changeRegisters();
    counter.rebuild();
    counter.takeIn(6);
    counter.feedText(50);
    m_clock.passMinutes(24 * 60);
}

QString WatchedDay::faultAfter(size_t event, quint32 seed)
{
    m_disk.materialise(event, seed, lost());
    const store::DeskFolder from{recorded()}, to{lost()};
    QFile::copy(from.secrets(), to.secrets());
    copyDesk(from.files(), to.files());
    Desk::Opening opening = Desk::open(lost(), m_clock, m_random);
    const QList<qint64> acknowledged = m_disk.marksBefore(event);
    // Before the founding was acknowledged there need not be a desk; not to crash is enough.
    if (acknowledged.isEmpty())
        return {};
    if (const auto *refusal = std::get_if<domain::Refusal>(&opening))
        return u"it doesn't open: "_s + refusal->text();
    return faultOf(*std::get<std::unique_ptr<Desk>>(opening), acknowledged);
}

QString WatchedDay::faultOf(Desk &desk, const QList<qint64> &acknowledged) const
{
    if (const auto damage = store::findDamage(desk.folder(), desk.secrets()))
        return u"it is damaged: %1 (%2)"_s.arg(damage->what, damage->where);
    const Picture picture = pictureOf(desk);
    const Picture &last = m_pictures[acknowledged.last()];
    // What was under way may have become durable before it was acknowledged.
    const bool isNext = acknowledged.last() + 1 < m_pictures.size()
        && picture == m_pictures[acknowledged.last() + 1];
    for (auto ticket = last.states.begin(); ticket != last.states.end() && !isNext; ++ticket) {
        if (const QString state = picture.states.value(ticket.key()); state != ticket.value())
            return u"%1 was %2 and is \"%3\""_s.arg(ticket.key(), ticket.value(), state);
    }
    if (picture != last && !isNext)
        return u"it is neither as it was acknowledged last nor one commit further"_s;
    support::signIn(desk, u"wang"_s);
    const store::Verdict next = desk.submit(matter(desk, int(picture.states.size()))).result();
    if (const domain::Refusal *refusal = store::refused(next))
        return u"the next save is refused: "_s + refusal->text();
    return {};
}

struct Losses {
    int failed = 0;
    QString first; ///< the first loss that failed, for the test's message
};

Losses losePower(WatchedDay &day, int count)
{
    constexpr quint32 seed = 2026;
    std::mt19937 random(seed);
    Losses losses;
    for (int i = 0; i < count; ++i) {
        const size_t event = random() % day.events();
        const auto fate = quint32(random());
        const QString fault = day.faultAfter(event, fate);
        if (fault.isEmpty())
            continue;
        if (losses.failed++ == 0) {
            losses.first = u"loss %1 of seed %2: event %3 (%4), fate %5: %6"_s.arg(i)
                               .arg(seed)
                               .arg(event)
                               .arg(day.describe(event))
                               .arg(fate)
                               .arg(fault);
        }
    }
    return losses;
}

} // namespace

/// Power is cut at any moment of a desk's day, and what the disk had not synced is kept, dropped or torn
/// as chance will have it.
class PowerLossTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingAcknowledgedIsLost();
    void aDeskThatDoesNotSyncFails();
};

void PowerLossTest::nothingAcknowledgedIsLost()
{
    WatchedDay day;
    QVERIFY(day.commits() > 90);
    const int count = times(300);
    const Losses losses = losePower(day, count);
    QVERIFY2(losses.failed == 0,
        qPrintable(u"%1 of %2; %3"_s.arg(losses.failed).arg(count).arg(losses.first)));
    qInfo("%d power losses over %zu disk events and %lld commits", count, day.events(),
        qint64(day.commits()));
}

void PowerLossTest::aDeskThatDoesNotSyncFails()
{
    WatchedDay day("PRAGMA synchronous=OFF");
    const Losses losses = losePower(day, 100);
    QVERIFY2(losses.failed > 0, "the check can't tell a desk that never syncs");
    qInfo("%d of 100 power losses failed; first: %s", losses.failed, qPrintable(losses.first));
}

QTEST_GUILESS_MAIN(PowerLossTest)
#include "power_loss_test.moc"
