// SPDX-License-Identifier: GPL-3.0-or-later
#include "faults/counter.h"
#include "faults/watchdog.h"
#include "support/seeded_random.h"
#include "support/small_desk.h"

#include "store/secrets_file.h"

#include <QDir>
#include <QTest>

#include <random>

using namespace faults;
using namespace Qt::StringLiterals;

namespace
{

/// One byte of one of a desk's files that is not what was written.
struct Flip {
    QString file; ///< relative to the desk's folder
    qint64 offset = 0;
    quint8 mask = 0;

    QString text() const { return u"%1, byte %2 xor %3"_s.arg(file).arg(offset).arg(mask); }
};

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("%s can't be read", qPrintable(path));
    return file.readAll();
}

/// Values as people see them: personal fields opened.
QString told(store::Reader &reader, const domain::Values &values)
{
    QString text;
    for (const auto &[number, value] : values) {
        const QString opened =
            value.typeId() == QMetaType::QByteArray ? reader.open(number, value) : value.toString();
        const domain::Id id = value.value<domain::Id>();
        text += u" %1=%2%3"_s.arg(number).arg(opened, id.isNull() ? QString() : id.toHex());
    }
    return text;
}

QStringList ticketsOf(store::Reader &reader)
{
    QStringList answers;
    for (const store::TicketLine &line : reader.findTickets({})) {
        const auto found = reader.findTicket(line.row);
        answers << (found ? line.number + line.title + line.state + u" round %1"_s.arg(line.round)
                    + told(reader, found->ticket.values)
                          : u"gone"_s);
        for (const domain::Step &step : found ? found->ticket.steps : QVector<domain::Step>()) {
            answers << u"  %1 to %2 by %3 at %4:"_s.arg(step.action, step.to, step.by.toHex())
                           .arg(step.at_ms)
                    + told(reader, step.values) + told(reader, step.before);
        }
    }
    return answers;
}

QStringList rowsOf(store::Reader &reader)
{
    QStringList answers;
    for (const domain::RegisterSpec &spec : domain::allRegisters()) {
        for (const store::NumberedRow &row : reader.findRows(spec.reg))
            answers << row.row.id.toHex() + told(reader, row.row.values);
    }
    return answers;
}

QStringList searchesOf(store::Reader &reader)
{
    QStringList answers;
    for (const auto &words : {u"漏水"_s, u"暖气"_s, u"小区"_s, u"记录7"_s, u"李小明3"_s,
             u"13800138004"_s, u"已更正"_s, u"天桥"_s}) {
        QString found = words;
        for (qint64 row : reader.findTicketRows({.text = words}))
            found += u' ' + QString::number(row);
        answers << found;
    }
    for (const auto &key : {u"state"_s, u"line"_s, u"grid"_s}) {
        const auto counts = reader.countTicketsBy({}, key);
        for (auto count = counts.begin(); count != counts.end(); ++count)
            answers << key + u' ' + count.key() + u' ' + QString::number(count.value());
    }
    return answers;
}

/// What a desk answers to all sorts of questions.
QStringList answersOf(Desk &desk)
{
    desk.indexPeopleNow();
    const store::Digest digest = store::findDigest(desk.read().database());
    QStringList answers{
        QString::fromLatin1(digest.record.toHex()), QString::fromLatin1(digest.projection.toHex())};
    return answers << ticketsOf(desk.read()) << rowsOf(desk.read()) << searchesOf(desk.read());
}

QString difference(const QStringList &before, const QStringList &after)
{
    for (qsizetype i = 0; i < before.size(); ++i) {
        if (before[i] != after.value(i))
            return u"\"%1\" became \"%2\""_s.arg(before[i], after.value(i));
    }
    return {};
}

} // namespace

/// Single bytes of a closed desk's files change: the check says what and where, or nothing is different.
class FlippedBytesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void flipIsNoticedOrWithoutEffect_data();
    void flipIsNoticedOrWithoutEffect();
    void cleanupTestCase();

private:
    Flip nextFlip(std::mt19937 &random) const;
    void copyFlipped(const Flip &flip) const;
    /// What a flip changed silently; empty when it was noticed or without effect.
    QString faultOf(const Flip &flip);
    std::optional<QString> damage() const;
    QString faultOfUnnoticed();
    QString whole() const { return m_folder.filePath(u"whole"_s); }
    QString flipped() const { return m_folder.filePath(u"flipped"_s); }

    QTemporaryDir m_folder{quickFolder()};
    support::FakeClock m_clock{support::moment_ms(u"2026-11-20 08:00"_s)};
    support::SeededRandom m_random;
    QStringList m_attachments;
    QStringList m_answers;
    int m_noticed = 0;
    int m_withoutEffect = 0;
};

void FlippedBytesTest::initTestCase()
{
    {
        const auto desk = founded(whole(), m_clock, m_random);
        Counter counter(*desk);
        counter.moveIn();
        counter.takeIn(20);
        counter.repairLatest();
        counter.takeInAtOnce(30);
        counter.repairLatest();
        counter.changeRegisters();
        counter.feedText(100);
        counter.takeIn(10);
    }
    QVERIFY2(!QFileInfo::exists(store::DeskFolder{whole()}.database() + u"-wal"_s),
        "a closed desk is in one file");
    m_attachments = QDir(whole() + u"/files"_s).entryList(QDir::Files);
    QCOMPARE(m_attachments.size(), 2);
    m_answers = answersOf(*mustOpen(Desk::open(whole(), m_clock, m_random)));
    QVERIFY(m_answers.size() > 150);
}

void FlippedBytesTest::flipIsNoticedOrWithoutEffect_data()
{
    QTest::addColumn<quint32>("seed");
    constexpr int flipsPerSeed = 50;
    for (int seed = 1; seed <= times(250) / flipsPerSeed; ++seed)
        QTest::addRow("50 flips of seed %d", seed) << quint32(seed);
}

void FlippedBytesTest::flipIsNoticedOrWithoutEffect()
{
    QFETCH(quint32, seed);
    std::mt19937 random(seed);
    for (int i = 0; i < 50; ++i) {
        const Flip flip = nextFlip(random);
        const Watchdog watchdog(
            std::chrono::seconds(60), u"seed %1: %2"_s.arg(seed).arg(flip.text()));
        QString fault;
        try {
            fault = faultOf(flip);
        } catch (const std::exception &escaped) {
            fault = QString::fromUtf8(escaped.what());
        }
        QVERIFY2(fault.isEmpty(), qPrintable(flip.text() + u": "_s + fault));
    }
}

void FlippedBytesTest::cleanupTestCase()
{
    qInfo("%d flips noticed, %d without effect", m_noticed, m_withoutEffect);
}

Flip FlippedBytesTest::nextFlip(std::mt19937 &random) const
{
    Flip flip{.file = u"desk.sqlite"_s};
    switch (random() % 20) {
    case 0:
        flip.file = u"desk.secrets"_s;
        break;
    case 1:
        flip.file = u"files/"_s + m_attachments[random() % m_attachments.size()];
        break;
    default:
        break;
    }
    const QByteArray content = contentOf(whole() + u'/' + flip.file);
    // Long runs of zeros are mostly space that nobody uses; of these fewer are tried.
    for (int draw = 0; draw < 2 && (draw == 0 || content[flip.offset] == 0); ++draw)
        flip.offset = random() % content.size();
    flip.mask = quint8(1 + random() % 255);
    return flip;
}

void FlippedBytesTest::copyFlipped(const Flip &flip) const
{
    copyDesk(whole(), flipped());
    QFile file(flipped() + u'/' + flip.file);
    file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    if (!file.open(QIODevice::ReadWrite) || !file.seek(flip.offset))
        qFatal("%s can't be changed", qPrintable(flip.text()));
    char byte = 0;
    file.peek(&byte, 1);
    file.putChar(char(byte ^ flip.mask));
}

QString FlippedBytesTest::faultOf(const Flip &flip)
{
    copyFlipped(flip);
    const auto noticed = damage();
    if (!noticed) {
        ++m_withoutEffect;
        return faultOfUnnoticed();
    }
    ++m_noticed;
    // Whoever works on without having checked may see anything, but gets answers.
    auto opening = Desk::open(flipped(), m_clock, m_random);
    if (auto *desk = std::get_if<std::unique_ptr<Desk>>(&opening)) {
        try {
            answersOf(**desk);
        } catch (const store::SqlFailure &) {
        }
    }
    return noticed->isEmpty() ? u"the damage isn't named"_s : QString();
}

/// Nothing when all seems in order; empty when the damage has no name or no place.
std::optional<QString> FlippedBytesTest::damage() const
{
    const store::DeskFolder folder{flipped()};
    const auto secrets = store::loadSecrets(folder);
    if (const auto *refusal = std::get_if<domain::Refusal>(&secrets))
        return refusal->what.contains(folder.secrets()) ? refusal->text() : QString();
    const auto damage = store::findDamage(folder, std::get<store::Secrets>(secrets));
    if (!damage)
        return {};
    return damage->what.isEmpty() || damage->where.isEmpty() ? QString()
                                                             : damage->what + damage->where;
}

/// The same answers, and the desk goes on working.
QString FlippedBytesTest::faultOfUnnoticed()
{
    const auto desk = mustOpen(Desk::open(flipped(), m_clock, m_random));
    if (const QString changed = difference(m_answers, answersOf(*desk)); !changed.isEmpty())
        return changed;
    Counter counter(*desk);
    counter.takeIn(1);
    counter.repairLatest();
    counter.feedText(100);
    const auto later = damage();
    return later ? u"after the next saves: "_s + *later : QString();
}

QTEST_GUILESS_MAIN(FlippedBytesTest)
#include "flipped_bytes_test.moc"
