// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/languages.h"
#include "look/theme.h"
#include "support/fake_keyring.h"
#include "support/small_desk.h"

#include "backups/backup_table.h"
#include "backups/backups_page.h"
#include "backups/key_panel.h"
#include "backups/passphrase_dialog.h"
#include "backups/recovery_dialog.h"
#include "backups/restore_wizard.h"
#include "backups/unlock_dialog.h"
#include "store/backup.h"
#include "widgets/banner.h"
#include "window/desk_start.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QTimer>

using namespace Qt::StringLiterals;
using namespace ui::backups;
using record::SlotKind;
using store::Protection;

namespace
{

const QString passphrase = u"correct horse"_s;

record::Stretching quick()
{
    return record::Stretching::quickest();
}

} // namespace

/// The administrator's afternoon at the page of backups and keys: everything that is asked, shown and refused there.
class BackupsPageTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<support::SmallDesk> m_small;
    support::FakeKeyring m_keyring;
    std::unique_ptr<BackupsPage> m_page;
    const QString m_shots = qEnvironmentVariable("GRIDDESK_SHOTS");

    void shoot(QWidget *widget, const QString &name) const
    {
        if (!m_shots.isEmpty())
            widget->grab().save(m_shots + u'/' + name + u".png"_s);
    }
    template <typename Dialog> Dialog *dialog() const
    {
        const auto open = m_page->findChildren<Dialog *>();
        return open.isEmpty() ? nullptr : open.constLast();
    }
    static QPushButton *button(QWidget *in, const QString &text)
    {
        for (QPushButton *one : in->findChildren<QPushButton *>()) {
            if (one->text() == text)
                return one;
        }
        qFatal("no button %s", qPrintable(text));
    }
    static QLineEdit *field(QWidget *in, int place)
    {
        return in->findChildren<QLineEdit *>().at(place);
    }
    static bool says(QWidget *in, const QString &words)
    {
        return std::ranges::any_of(in->findChildren<QWidget *>(), [&](const QWidget *widget) {
            return widget->isVisibleTo(in)
                && (widget->property("text").toString().contains(words)
                    || widget->accessibleDescription().contains(words)
                    || widget->accessibleName().contains(words));
        });
    }
    /// Answers a dialog that stops everything else, each time it waits for an answer.
    template <typename Dialog, typename Answer>
    static std::unique_ptr<QTimer> whenAsked(Answer answer)
    {
        auto timer = std::make_unique<QTimer>();
        timer->setInterval(50);
        QObject::connect(timer.get(), &QTimer::timeout, [answer]() mutable {
            if (auto *open = qobject_cast<Dialog *>(QApplication::activeModalWidget()))
                answer(open);
        });
        timer->start();
        return timer;
    }
    QString banner() const { return m_page->findChild<ui::widgets::Banner *>()->text(); }
    void setPassphrase(const QString &text = passphrase)
    {
        button(m_page.get(), KeyPanel::tr("Set a passphrase…"))->click();
        auto *asked = dialog<PassphraseDialog>();
        QTest::keyClicks(field(asked, 0), text);
        QTest::keyClicks(field(asked, 1), text);
        QTest::keyClick(field(asked, 1), Qt::Key_Return);
        QTRY_VERIFY(m_page->keeper().has(SlotKind::Passphrase));
        QTRY_VERIFY(!dialog<PassphraseDialog>());
    }

private Q_SLOTS:
    void init()
    {
        m_keyring = {};
        m_small = std::make_unique<support::SmallDesk>();
        QVERIFY(!m_small->desk().startWriting());
        m_page = std::make_unique<BackupsPage>(m_small->desk(), &m_keyring, quick());
        m_page->resize(1180, 760);
        m_page->show();
        QSignalSpy renewed(&m_page->list(), &items::BackupListModel::renewed);
        m_page->renew();
        QTRY_VERIFY(renewed.size() > 0);
    }
    void cleanup() { m_page.reset(); }

    void aFreshDeskIsUrgedToSetAPassphrase()
    {
        QVERIFY(says(m_page.get(),
            BackupsPage::tr(
                "Not protected, and without attachments: only the database is copied. Set a "
                "passphrase, and backups are complete and sealed.")));
        shoot(m_page.get(), u"backups-fresh"_s);
    }

    void aPassphraseIsSetByKeysAlone()
    {
        button(m_page.get(), KeyPanel::tr("Set a passphrase…"))->click();
        auto *asked = dialog<PassphraseDialog>();
        QTest::keyClicks(field(asked, 0), u"short"_s);
        QTest::keyClicks(field(asked, 1), u"shirt"_s);
        QTest::keyClick(field(asked, 1), Qt::Key_Return);
        QVERIFY(says(asked, PassphraseDialog::tr("The two are not the same. Type both again.")));
        QTest::keyClicks(field(asked, 1), u"short"_s);
        QTest::keyClick(field(asked, 1), Qt::Key_Return);
        QTRY_VERIFY(field(asked, 0)->accessibleDescription().contains(u'8'));
        shoot(asked, u"passphrase-refused"_s);
        QVERIFY(!m_page->keeper().has(SlotKind::Passphrase));
        asked->reject();
        QTRY_VERIFY(!dialog<PassphraseDialog>());
        setPassphrase();
        QCOMPARE(m_page->keeper().protection(), Protection::Passphrase);
        QCOMPARE(m_small->desk().secrets().keySlots, m_page->keeper().secrets().keySlots);
        shoot(m_page.get(), u"backups-passphrase"_s);
    }

    void aCodeCountsWhenItWasReadFromThePaper()
    {
        setPassphrase();
        button(m_page.get(), KeyPanel::tr("Print one…"))->click();
        auto *asked = dialog<RecoveryDialog>();
        QVERIFY(asked->pages().count() == 1);
        QPushButton *take = button(asked, RecoveryDialog::tr("Take it into use"));
        QTest::keyClicks(field(asked, 0), u"WRONG"_s);
        QVERIFY(!take->isEnabled());
        shoot(asked, u"recovery"_s);
        asked->reject();
        QVERIFY(!m_page->keeper().has(SlotKind::Recovery));
    }

    void theKeyringIsRefusedAndThenTaken()
    {
        setPassphrase();
        m_keyring.mood = support::FakeKeyring::Mood::TakesNothing;
        button(m_page.get(), KeyPanel::tr("Use it"))->click();
        QTRY_VERIFY(banner().contains(u' '));
        QTRY_VERIFY(!m_page->keeper().isBusy());
        QVERIFY(!m_page->keeper().has(SlotKind::Keyring));
        m_keyring.mood = support::FakeKeyring::Mood::Keeps;
        button(m_page.get(), KeyPanel::tr("Use it"))->click();
        QTRY_COMPARE(m_page->keeper().protection(), Protection::Keyring);
        button(m_page.get(), KeyPanel::tr("Stop using it"))->click();
        QTRY_COMPARE(m_page->keeper().protection(), Protection::Passphrase);
    }

    void leavingItOpenIsAskedTwice()
    {
        setPassphrase();
        button(m_page.get(), KeyPanel::tr("Leave it open…"))->click();
        auto *box = dialog<QMessageBox>();
        QVERIFY(box);
        button(box, BackupsPage::tr("Leave it open"))->click();
        QTRY_COMPARE(m_page->keeper().protection(), Protection::None);
        QVERIFY(m_page->keeper().sealsBackups());
    }

    void aBackupIsMadeAndListed()
    {
        const QAbstractItemModelTester tester(&m_page->list());
        const QAbstractItemModelTester words(m_page->findChild<BackupTable *>()->model());
        button(m_page.get(), BackupsPage::tr("Back up now"))->click();
        QTRY_COMPARE(m_page->list().rowCount(), 1);
        QVERIFY(!m_page->list().at(0).isComplete);
        setPassphrase();
        m_small->clock.passMinutes(24 * 60);
        button(m_page.get(), BackupsPage::tr("Back up now"))->click();
        QTRY_COMPARE(m_page->list().rowCount(), 2);
        QVERIFY(std::ranges::any_of(
            std::array{0, 1}, [this](int row) { return m_page->list().at(row).isComplete; }));
        QFile broken(m_small->folder() + u"/backups/daily-20261101T000000Z.gdbackup"_s);
        QVERIFY(broken.open(QIODevice::WriteOnly) && broken.write("Griddesk back") > 0);
        broken.close();
        m_page->renew();
        QTRY_COMPARE(m_page->list().rowCount(), 3);
        shoot(m_page.get(), u"backups-list"_s);
    }

    void theWizardLeadsToTheLastStep()
    {
        setPassphrase();
        const QString file = m_small->folder() + u"/stick.gdbackup"_s;
        const auto made = store::makeBackup(m_small->desk().folder(), m_small->desk().secrets(),
            file, m_small->clock.now_ms(), m_small->desk().random());
        QVERIFY(std::holds_alternative<store::BackupMade>(made));
        QSignalSpy ordered(m_page.get(), &BackupsPage::restoreOrdered);
        button(m_page.get(), BackupsPage::tr("Restore…"))->click();
        auto *wizard = dialog<RestoreWizard>();
        shoot(wizard, u"restore-1"_s);
        QTest::keyClicks(wizard->findChild<QLineEdit *>(u"path"_s), file);
        QTest::keyClick(wizard->findChild<QLineEdit *>(u"path"_s), Qt::Key_Return);
        QTRY_VERIFY(says(wizard, u"前台"_s));
        QLineEdit *typed = wizard->findChild<QLineEdit *>(u"typed"_s);
        QTest::keyClicks(typed, u"wrong horse"_s);
        QTest::keyClick(typed, Qt::Key_Return);
        QTRY_VERIFY(typed->parentWidget()->accessibleDescription().contains(u"2026-11-20"_s));
        shoot(wizard, u"restore-2-wrong"_s);
        typed->clear();
        QTest::keyClicks(typed, passphrase);
        QTest::keyClick(typed, Qt::Key_Return);
        QPushButton *next = nullptr;
        QTRY_VERIFY((next = wizard->findChild<QPushButton *>(u"next"_s))->text()
            == RestoreWizard::tr("Restore now"));
        const auto *happens = wizard->findChild<QLabel *>(u"happens"_s);
        QTRY_VERIFY2(happens->height() >= happens->heightForWidth(happens->width()), "a cut text");
        shoot(wizard, u"restore-3"_s);
        next->click();
        QCOMPARE(ordered.size(), 1);
        QCOMPARE(ordered.constFirst().at(1).toString(), passphrase);
    }

    void aStrangersBackupGoesNoFurther()
    {
        QTemporaryDir other;
        support::SeededRandom random;
        auto opening =
            Desk::found(other.filePath(u"desk"_s), {.company = u"别家物业"_s, .login = u"wang"_s},
                m_small->clock, m_small->desk().random());
        Desk &theirs = *std::get<std::unique_ptr<Desk>>(opening);
        store::Secrets secrets = theirs.secrets();
        secrets.keySlots << record::passphraseSlot(passphrase, quick(), random);
        const QString file = other.filePath(u"theirs.gdbackup"_s);
        QVERIFY(std::holds_alternative<store::BackupMade>(
            store::makeBackup(theirs.folder(), secrets, file, m_small->clock.now_ms(), random)));
        button(m_page.get(), BackupsPage::tr("Restore…"))->click();
        auto *wizard = dialog<RestoreWizard>();
        wizard->openFile(file);
        QTRY_VERIFY(wizard->findChild<QLineEdit *>(u"path"_s)->accessibleDescription().contains(
            u"别家物业"_s));
        shoot(wizard, u"restore-stranger"_s);
        wizard->openFile(other.filePath(u"nothing"_s));
        QTRY_VERIFY(wizard->findChild<QLineEdit *>(u"path"_s)->accessibleDescription().contains(
            u"nothing"_s));
    }

    void whatWasOrderedIsCarriedOutAndTheDeskOpensAgain()
    {
        setPassphrase();
        const QString folder = m_small->folder(), file = folder + u"/stick.gdbackup"_s;
        QVERIFY(std::holds_alternative<store::BackupMade>(
            store::makeBackup(m_small->desk().folder(), m_small->desk().secrets(), file,
                m_small->clock.now_ms(), m_small->desk().random())));
        const app::RestoreOrder order{file, passphrase, m_small->desk().secrets()};
        m_page.reset();
        m_small->close();
        QString told;
        const auto read = whenAsked<QMessageBox>([&](QMessageBox *box) {
            told = box->informativeText();
            shoot(box, u"restored"_s);
            box->accept();
        });
        support::SeededRandom random;
        app::carryOut(order, {folder}, m_small->clock, random);
        QVERIFY2(told.contains(u" B"_s), qPrintable(told));
        // The person who comes back types the passphrase, at first wrongly.
        const auto typed = whenAsked<UnlockDialog>([tries = 0](UnlockDialog *asked) mutable {
            field(asked, 0)->setText(tries++ ? passphrase : u"wrong horse"_s);
            asked->accept();
        });
        const auto unlocked = app::unlock({folder}, m_keyring, random);
        QVERIFY(std::holds_alternative<store::Secrets>(unlocked));
        const auto again =
            Desk::open(folder, std::get<store::Secrets>(unlocked), m_small->clock, random);
        QVERIFY(std::holds_alternative<std::unique_ptr<Desk>>(again));
    }

    /// Its secrets are often there before anybody waits for them: nobody waits for what has come.
    void aDeskWithoutPassphraseOpensAtOnce()
    {
        constexpr int often = 500;
        for (int round = 0; round < often; ++round) {
            const auto unlocked =
                app::unlock(m_small->desk().folder(), m_keyring, m_small->desk().random());
            QVERIFY(std::holds_alternative<store::Secrets>(unlocked));
        }
    }

    void aLockedDeskSaysWhatToDo()
    {
        setPassphrase();
        items::UnlockTask task(m_small->desk().folder(), &m_keyring, m_small->desk().random());
        QSignalSpy failed(&task, &items::UnlockTask::failed);
        task.openByItself();
        QTRY_COMPARE(failed.size(), 1);
        UnlockDialog asked(task, m_small->folder());
        asked.show();
        QTest::keyClicks(field(&asked, 0), u"wrong horse"_s);
        QTest::keyClick(field(&asked, 0), Qt::Key_Return);
        QTRY_VERIFY(field(&asked, 0)->accessibleDescription().contains(
            UnlockDialog::tr("This doesn't open the desk.")));
        shoot(&asked, u"unlock-wrong"_s);
        field(&asked, 0)->clear();
        QTest::keyClicks(field(&asked, 0), passphrase);
        QTest::keyClick(field(&asked, 0), Qt::Key_Return);
        QTRY_COMPARE(asked.result(), int(QDialog::Accepted));
        QVERIFY(task.secrets() && task.secrets()->deskKey == m_small->desk().secrets().deskKey);
    }
};

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    const ui::look::Theme theme(qEnvironmentVariableIsSet("GRIDDESK_DARK")
            ? ui::look::Theme::Choice::Dark
            : ui::look::Theme::Choice::Light);
    app::speakTheSystemsLanguage(application, qEnvironmentVariableIsSet("GRIDDESK_SHOTS"));
    BackupsPageTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "backups_page_test.moc"
