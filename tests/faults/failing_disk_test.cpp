// SPDX-License-Identifier: GPL-3.0-or-later
#include "faults/counter.h"
#include "store/upkeep.h"
#include "support/seeded_random.h"
#include "support/small_desk.h"
#include "support/vfs_failing.h"

#include <QDir>
#include <QTest>

#include <optional>

using namespace faults;
using namespace Qt::StringLiterals;
using domain::Refusal;
using support::FailingVfs;

namespace
{

using Answer = std::optional<Refusal>;

/// A piece of work for a desk, and how many entries it appends to the record.
struct Work {
    const char *name;
    Answer (*run)(Desk &desk);
    qint64 entries = 0;
    /// Run undisturbed before it; null: the desk was only opened.
    void (*before)(Desk &desk) = nullptr;
};

/// The way in which a disk fails.
struct Failure {
    const char *name;
    int code;
    FailingVfs::Calls calls;
    bool sticky;
    /// The short run fails each call once in its work, and every so many-th in the other ways.
    qint64 shortStride;
};

Answer answerOf(const store::Verdict &verdict)
{
    const Refusal *refusal = store::refused(verdict);
    return refusal ? Answer(*refusal) : std::nullopt;
}

int countOf(Desk &desk)
{
    return int(desk.read().countTickets({}));
}

Answer save(Desk &desk)
{
    return answerOf(desk.submit(matter(desk, countOf(desk))).result());
}

Answer step(Desk &desk)
{
    const auto waiting =
        desk.read().findTickets({.filters = {{u"state"_s, u"received"_s}}, .limit = 1});
    const auto ticket = desk.read().findTicket(waiting.constFirst().row);
    return answerOf(desk.submit(domain::ActOnTicket{ticket->ticket.id, u"note"_s,
                                    {{domain::field::Remark, u"门卫有钥匙"_s},
                                        {domain::field::PrivateNote, u"夜班不便打扰"_s}}})
                        .result());
}

Answer saveMany(Desk &desk)
{
    const auto verdicts = desk.submitAll(matters(desk, countOf(desk), 8)).result();
    return answerOf(verdicts.constFirst());
}

Answer rebuild(Desk &desk)
{
    return desk.maintain([](store::Database &database) { store::rebuild(database); }).result();
}

Answer backUp(Desk &desk)
{
    const QString file = desk.folder().path + u"/copy.sqlite"_s;
    return desk.maintain([file](store::Database &database) { store::backUp(database, file); })
        .result();
}

void warmUp(Desk &desk)
{
    save(desk);
}

/// From now on each commit puts the log back into the database.
void emptyLogOften(Desk &desk)
{
    desk.maintain([](store::Database &database) { database.run("PRAGMA wal_autocheckpoint=1"); })
        .waitForFinished();
}

const Work works[] = {
    {"the first save", save, 1},
    {"a save", save, 1, warmUp},
    {"a save that puts the log back", save, 1, emptyLogOften},
    {"a step", step, 1, warmUp},
    {"many saves at once", saveMany, 8, warmUp},
    {"a rebuild", rebuild, 0, warmUp},
    {"a backup", backUp, 0, warmUp},
};

const Failure failures[] = {
    {"the disk is full once", SQLITE_FULL, FailingVfs::needSpace, false, 4},
    {"the disk stays full", SQLITE_FULL, FailingVfs::needSpace, true, 7},
    {"a write fails once", SQLITE_IOERR_WRITE, FailingVfs::writeSide, false, 1},
    {"writes fail from now on", SQLITE_IOERR_WRITE, FailingVfs::writeSide, true, 7},
    {"a sync fails once", SQLITE_IOERR_FSYNC, FailingVfs::Sync, false, 1},
    {"syncs fail from now on", SQLITE_IOERR_FSYNC, FailingVfs::Sync, true, 1},
};

bool isClear(const Refusal &refusal)
{
    return refusal.kind == Refusal::Device && !refusal.what.isEmpty() && !refusal.advice.isEmpty();
}

QString damageIn(const Desk &desk)
{
    const auto damage = store::findDamage(desk.folder(), desk.secrets());
    return damage ? damage->what + u" ("_s + damage->where + u')' : QString();
}

bool same(const store::Digest &a, const store::Digest &b)
{
    return a.record == b.record && a.projection == b.projection;
}

} // namespace

/// Each call by which a desk changes its disk fails in turn: the first, the second, the third …
/// until all went through.
class FailingDiskTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void workIsRefusedOrDone_data();
    void workIsRefusedOrDone();
    void foundingIsRefusedOrDone_data() { addFailures(); }
    void foundingIsRefusedOrDone();
    void openingIsRefusedOrDone_data() { addFailures(); }
    void openingIsRefusedOrDone();

private:
    static void addFailures();
    /// What is wrong with the desk when the n-th call of the work failed; empty when nothing is.
    QString faultOf(const Work &work, const Failure &failure, qint64 n);
    QString faultAfterwards(
        Desk &desk, const store::Digest &before, const Answer &answer, const Work &work);
    QString faultOfFounding(const Failure &failure, qint64 n);
    QString faultOfOpening(const Failure &failure, qint64 n);
    std::unique_ptr<Desk> open() { return mustOpen(Desk::open(tried(), m_clock, m_random)); }
    /// A desk with a few matters, copied for each try: closed, and as its program left it who died.
    void makeDesks();
    QString closed() const { return m_folder->filePath(u"closed"_s); }
    QString died() const { return m_folder->filePath(u"died"_s); }
    QString tried() const { return m_folder->filePath(u"tried"_s); }

    /// Fails call after call until one try went through unhit; gives what was wrong with the first
    /// bad one.
    template <typename Try> QString failInTurn(qint64 shortStride, Try &&tryOnce);

    std::unique_ptr<QTemporaryDir> m_folder;
    support::FakeClock m_clock{support::moment_ms(u"2026-11-20 08:00"_s)};
    support::SeededRandom m_random;
    FailingVfs *m_disk = nullptr;
};

void FailingDiskTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    makeDesks();
}

void FailingDiskTest::makeDesks()
{
    const auto desk = founded(closed(), m_clock, m_random);
    Counter counter(*desk);
    counter.moveIn();
    counter.takeIn(4);
    counter.repairLatest();
    counter.feedText(2);
    copyDesk(closed(), died());
}

template <typename Try> QString FailingDiskTest::failInTurn(qint64 shortStride, Try &&tryOnce)
{
    const qint64 stride = times(0) == 0 ? shortStride : 1;
    FailingVfs disk;
    disk.install();
    m_disk = &disk;
    QString fault;
    int tries = 0;
    for (qint64 n = 1; n == 1 || (fault.isEmpty() && disk.hit()); n += stride, ++tries) {
        const QString found = tryOnce(n);
        if (!found.isEmpty())
            fault = u"call %1: %2"_s.arg(n).arg(found);
    }
    m_disk = nullptr;
    qInfo("%d tries", tries);
    return fault;
}

void FailingDiskTest::addFailures()
{
    QTest::addColumn<int>("failure");
    for (int failure = 0; failure < int(std::size(failures)); ++failure)
        QTest::newRow(failures[failure].name) << failure;
}

void FailingDiskTest::workIsRefusedOrDone_data()
{
    QTest::addColumn<int>("work");
    QTest::addColumn<int>("failure");
    for (int work = 0; work < int(std::size(works)); ++work) {
        for (int failure = 0; failure < int(std::size(failures)); ++failure)
            QTest::addRow("%s, %s", works[work].name, failures[failure].name) << work << failure;
    }
}

void FailingDiskTest::workIsRefusedOrDone()
{
    QFETCH(int, work);
    QFETCH(int, failure);
    const QString fault = failInTurn(failures[failure].shortStride,
        [&](qint64 n) { return faultOf(works[work], failures[failure], n); });
    QVERIFY2(fault.isEmpty(), qPrintable(fault));
}

QString FailingDiskTest::faultOf(const Work &work, const Failure &failure, qint64 n)
{
    copyDesk(closed(), tried());
    const auto desk = open();
    support::signIn(*desk, u"wang"_s);
    if (work.before)
        work.before(*desk);
    const store::Digest before = store::findDigest(desk->read().database());
    m_disk->arm(n, failure.code, failure.sticky, failure.calls);
    const Answer answer = work.run(*desk);
    m_disk->disarm();
    if (answer && !isClear(*answer))
        return u"the refusal isn't clear: "_s + answer->text();
    return faultAfterwards(*desk, before, answer, work);
}

QString FailingDiskTest::faultAfterwards(
    Desk &desk, const store::Digest &before, const Answer &answer, const Work &work)
{
    const store::Digest here = store::findDigest(desk.read().database());
    const store::Digest elsewhere = store::findDigest(open()->read().database());
    if (!same(here, elsewhere))
        return u"the desk and one opened anew show different things"_s;
    const qint64 appended = answer ? 0 : work.entries;
    if (here.entries != before.entries + appended || (appended == 0 && !same(here, before)))
        return u"%1, yet %2 entries became %3"_s.arg(answer ? u"refused"_s : u"done"_s)
            .arg(before.entries)
            .arg(here.entries);
    const QDir folder(tried());
    if (work.run == backUp
        && folder.entryList({u"copy*"_s})
            != (answer ? QStringList() : QStringList{u"copy.sqlite"_s}))
        return u"a refused backup left something behind, or one that was done is not there"_s;
    if (const auto next = save(desk))
        return u"the next save is refused: "_s + next->text();
    return damageIn(desk);
}

void FailingDiskTest::foundingIsRefusedOrDone()
{
    QFETCH(int, failure);
    const QString fault = failInTurn(3 * failures[failure].shortStride,
        [&](qint64 n) { return faultOfFounding(failures[failure], n); });
    QVERIFY2(fault.isEmpty(), qPrintable(fault));
}

QString FailingDiskTest::faultOfFounding(const Failure &failure, qint64 n)
{
    QDir(tried()).removeRecursively();
    m_disk->arm(n, failure.code, failure.sticky, failure.calls);
    auto opening =
        Desk::found(tried(), {.company = u"幸福物业公司"_s, .login = u"wang"_s}, m_clock, m_random);
    m_disk->disarm();
    if (const auto *refusal = std::get_if<Refusal>(&opening)) {
        if (!isClear(*refusal))
            return u"the refusal isn't clear: "_s + refusal->text();
        if (!QDir(tried()).entryList({u"desk.sqlite*"_s, u"desk.secrets"_s}).isEmpty())
            return u"a founding that was refused left something behind"_s;
        opening = founded(tried(), m_clock, m_random);
    }
    return damageIn(*std::get<std::unique_ptr<Desk>>(opening));
}

void FailingDiskTest::openingIsRefusedOrDone()
{
    QFETCH(int, failure);
    const QString fault = failInTurn(failures[failure].shortStride,
        [&](qint64 n) { return faultOfOpening(failures[failure], n); });
    QVERIFY2(fault.isEmpty(), qPrintable(fault));
}

QString FailingDiskTest::faultOfOpening(const Failure &failure, qint64 n)
{
    copyDesk(died(), tried());
    m_disk->arm(n, failure.code, failure.sticky, failure.calls);
    const auto opening = Desk::open(tried(), m_clock, m_random);
    m_disk->disarm();
    if (const auto *refusal = std::get_if<Refusal>(&opening); refusal && !isClear(*refusal))
        return u"the refusal isn't clear: "_s + refusal->text();
    const auto desk = open();
    support::signIn(*desk, u"wang"_s);
    if (countOf(*desk) != 4)
        return u"it holds %1 of 4 tickets"_s.arg(countOf(*desk));
    if (const auto next = save(*desk))
        return u"the next save is refused: "_s + next->text();
    return damageIn(*desk);
}

QTEST_GUILESS_MAIN(FailingDiskTest)
#include "failing_disk_test.moc"
