// SPDX-License-Identifier: GPL-3.0-or-later
#include "desks_day.h"

#include "common/languages.h"
#include "desks/invite_dialog.h"
#include "desks/pairing_dialog.h"
#include "desks/revoke_dialog.h"
#include "look/theme.h"
#include "paper/output.h"
#include "shell/finder.h"
#include "shell/status_line.h"
#include "ui/tickets/sample_day.h"
#include "widgets/banner.h"
#include "widgets/icon_text.h"

#include <QLabel>
#include <QPushButton>

using namespace domain;
using namespace Qt::StringLiterals;
using items::DeskListModel;

/// A second computer becomes a desk of the company, by keys alone, and both windows say how they stand.
class DesksInWindowTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { app::speakTheSystemsLanguage(*qApp, true); }

    void aNewComputerJoinsFaceToFaceAndIsShutOutLater();
    void aNewComputerJoinsByInvitation();
    void digitsThatDifferLetNobodyIn();
    void whoWasCutOffWhileJoiningGoesOn();
    void theRecordComesInLater();

private:
    static void joinsWith(NewComputer &other, const QString &address, const QString &code);
    void pairFaceToFace(FrontDesk &front, NewComputer &other, const QString &name);
};

void DesksInWindowTest::pairFaceToFace(FrontDesk &front, NewComputer &other, const QString &name)
{
    front.toDesks();
    front.person->key(Qt::Key_G, Qt::ControlModifier);
    QTRY_VERIFY(front.dialog<ui::desks::PairingDialog>());
    auto &pairing = *front.dialog<ui::desks::PairingDialog>();
    shootWidget(pairing, u"20-pairing-waits"_s);

    other.turnOn();
    shootWidget(*other.program->startWindow(), u"21-first-start"_s);
    other.asksToJoin();
    shootWidget(*other.joining(), u"22-join-code"_s);
    other.choosesFaceToFace(front.serving->heardAt().constFirst());
    QTRY_VERIFY(!pairing.digits().isEmpty());
    QTRY_VERIFY(!other.joining()->digits().isEmpty());
    QCOMPARE(other.joining()->digits(), pairing.digits());
    shootWidget(*other.joining(), u"23-join-digits"_s);
    other.person->enter(); // the digits are the same
    shootWidget(*other.joining(), u"24-join-waits"_s);

    FrontDesk::take(pairing);
    front.person->chinese(name);
    QCOMPARE(support::namelessWidgets(pairing), QStringList());
    QCOMPARE(support::namelessWidgets(*other.joining()), QStringList());
    shootWidget(pairing, u"25-pairing-digits"_s);
    front.person->enter(); // name
    front.person->enter(); // prefix
    front.person->enter(); // scope
    front.person->enter(); // the digits are the same
    QTRY_VERIFY(other.program->window());
    QTRY_VERIFY(other.shell().isCurtainDrawn());
    shootWidget(pairing, u"26-pairing-done"_s);
    shootWidget(other.shell(), u"30-new-desk-curtain"_s);
    // A clerk sits down there with the login that the record brought. (A curtain puts every other window of its process aside.)
    FrontDesk::take(other.shell());
    other.person = std::make_unique<support::Typist>(other.shell());
    other.person->enter();
    QTRY_VERIFY(!other.shell().isCurtainDrawn());
    FrontDesk::take(pairing);
    front.person->enter();
    QTRY_VERIFY(!front.dialog<ui::desks::PairingDialog>());
}

void DesksInWindowTest::aNewComputerJoinsFaceToFaceAndIsShutOutLater()
{
    FrontDesk front;
    front.open();
    NewComputer other(front.clock);
    pairFaceToFace(front, other, u"2号窗口"_s);

    QTRY_COMPARE(status(front.shell()), u"已与 1 个工位同步"_s);
    QTRY_COMPARE(status(other.shell()), u"已与 1 个工位同步"_s);
    QCOMPARE(front.cell(1, DeskListModel::Name), u"2号窗口"_s);
    QCOMPARE(front.cell(1, DeskListModel::State), u"已同步"_s);
    shootWidget(front.shell(), u"31-in-step"_s);

    // What is taken in here is found there.
    const QString number =
        front.WindowDay::open({{field::Kind, u"repair"_s}, {field::Line, u"water"_s},
            {field::Title, u"厨房漏水"_s}, {field::Address, u"幸福路7号"_s}});
    const auto hasCome = [&] {
        store::Reader read({other.folder()},
            std::get<store::Secrets>(store::loadSecrets({other.folder()})), nullptr, front.clock);
        return read.findTicket(number).has_value();
    };
    QTRY_VERIFY(hasCome());
    FrontDesk::take(other.shell());
    other.person->key(Qt::Key_K, Qt::ControlModifier);
    other.person->keys(number);
    other.person->enter();
    QTRY_COMPARE(other.shell().currentPage(), u"tickets"_s);
    other.shell().resize(1280, 800);
    other.person->key(Qt::Key_F9, Qt::ShiftModifier);
    shootWidget(other.shell(), u"32-page-at-the-new-desk"_s);

    // It is to go: the page says what that means, asks why, and both windows show it.
    front.toDesks();
    front.person->key(Qt::Key_Down);
    front.person->key(Qt::Key_Delete);
    QTRY_VERIFY(front.dialog<ui::desks::RevokeDialog>());
    shootWidget(*front.dialog<ui::desks::RevokeDialog>(), u"40-revoke"_s);
    FrontDesk::take(*front.dialog<ui::desks::RevokeDialog>());
    front.person->enter();
    QVERIFY(front.dialog<ui::desks::RevokeDialog>()); // no reason, no revocation
    front.person->chinese(u"电脑报废"_s);
    front.person->enter();
    QTRY_VERIFY(!front.dialog<ui::desks::RevokeDialog>());
    QTRY_VERIFY(front.cell(1, DeskListModel::State).endsWith(u"已撤销"_s));
    QTRY_COMPARE(status(front.shell()), u"本单位只有这一个工位"_s);
    QTRY_COMPARE(status(other.shell()), u"本工位已被撤销"_s);
    shootWidget(front.shell(), u"41-revoked"_s);
    shootWidget(other.shell(), u"42-at-the-revoked-desk"_s);
}

void DesksInWindowTest::aNewComputerJoinsByInvitation()
{
    FrontDesk front;
    front.open();
    front.toDesks();
    front.person->key(Qt::Key_N, Qt::ControlModifier);
    QTRY_VERIFY(front.dialog<ui::desks::InviteDialog>());
    auto &inviting = *front.dialog<ui::desks::InviteDialog>();
    FrontDesk::take(inviting);
    front.person->enter(); // nameless: it says what is missing
    front.person->enter();
    front.person->enter();
    QVERIFY(inviting.sheet().code.isEmpty());
    shootWidget(inviting, u"50-invite-refused"_s);
    front.person->chinese(u"调度室"_s);
    for (int field = 0; field < 3; ++field)
        front.person->enter();
    QTRY_VERIFY(!inviting.sheet().code.isEmpty());
    shootWidget(inviting, u"51-invite-code"_s);
    const QTemporaryDir paper;
    QString error;
    const QString sheet =
        qEnvironmentVariable("GRIDDESK_OUT", paper.path()) + u"/51-invitation.pdf"_s;
    QVERIFY2(ui::paper::writePdf(ui::desks::invitationPages(inviting.sheet()), sheet, &error),
        qPrintable(error));

    NewComputer other(front.clock);
    other.turnOn();
    other.asksToJoin();
    other.person->enter();
    other.person->keys(front.serving->heardAt().constFirst());
    other.person->enter();
    QString mistyped = inviting.sheet().code;
    mistyped[0] = mistyped[0] == u'A' ? u'B' : u'A';
    other.person->keys(mistyped);
    other.person->enter();
    const auto code = other.joining()->findChild<QLineEdit *>(u"code"_s);
    QTRY_VERIFY(code->hasFocus());
    QVERIFY(!code->accessibleDescription().isEmpty());
    shootWidget(*other.joining(), u"52-join-mistyped"_s);
    other.person->key(Qt::Key_A, Qt::ControlModifier);
    other.person->keys(inviting.sheet().code);
    other.person->enter();
    QTRY_VERIFY(other.program->window());
    QTRY_COMPARE(status(front.shell()), u"已与 1 个工位同步"_s);
    shootWidget(inviting, u"53-invited-has-joined"_s);
}

void DesksInWindowTest::digitsThatDifferLetNobodyIn()
{
    FrontDesk front;
    front.open();
    front.toDesks();
    front.person->key(Qt::Key_G, Qt::ControlModifier);
    QTRY_VERIFY(front.dialog<ui::desks::PairingDialog>());
    auto &pairing = *front.dialog<ui::desks::PairingDialog>();
    NewComputer other(front.clock);
    other.turnOn();
    other.asksToJoin();
    other.choosesFaceToFace(front.serving->heardAt().constFirst());
    QTRY_VERIFY(!pairing.digits().isEmpty());
    QTRY_VERIFY(!other.joining()->digits().isEmpty());
    FrontDesk::take(pairing);
    for (auto *button : pairing.findChildren<QPushButton *>()) {
        if (button->text() == u"数字不同")
            button->setFocus();
    }
    front.person->enter();
    // Both people read what happened, and may try again.
    const auto said = [](QWidget &dialog) {
        return dialog.findChild<ui::widgets::Banner *>()->isVisibleTo(&dialog);
    };
    QTRY_VERIFY(said(pairing));
    QTRY_VERIFY(said(*other.joining()));
    shootWidget(pairing, u"60-not-let-in"_s);
    shootWidget(*other.joining(), u"61-not-let-in-there"_s);
    QVERIFY(!store::DeskFolder{other.folder()}.holdsDesk());
    // Nobody stands ready any more, and that is said too.
    FrontDesk::take(pairing);
    front.person->key(Qt::Key_Escape);
    QTRY_VERIFY(!front.dialog<ui::desks::PairingDialog>());
    FrontDesk::take(*other.joining());
    other.joining()->findChild<ui::widgets::Banner *>()->dismiss();
    other.joining()->findChild<QPushButton *>(u"join"_s)->click();
    QTRY_VERIFY(said(*other.joining()));
    QCOMPARE(front.read().findRows(Register::Desk).size(), 1);
}

void DesksInWindowTest::joinsWith(NewComputer &other, const QString &address, const QString &code)
{
    FrontDesk::take(*other.joining());
    other.person->enter();
    other.person->keys(address);
    other.person->enter();
    other.person->keys(code);
    other.person->enter();
}

void DesksInWindowTest::whoWasCutOffWhileJoiningGoesOn()
{
    FrontDesk front;
    front.open();
    NewComputer other(front.clock);
    const auto invitation = front.serving->freshInvitation();
    front.submit(invitation.command);
    other.turnOn();
    other.asksToJoin();
    // The computer goes off in the moment in which it was let in, before it hears of it.
    const auto off = connect(&front.desk(), &Desk::committed, this, [&other] { other.turnOff(); });
    joinsWith(other, front.serving->heardAt().constFirst(), invitation.code);
    QTRY_VERIFY(!other.program);
    disconnect(off);

    other.turnOn();
    QTRY_VERIFY(other.joining());
    shootWidget(*other.joining(), u"62-answer-lost"_s);
    joinsWith(other, front.serving->heardAt().constFirst(), invitation.code);
    QTRY_VERIFY(other.program->window());
    QTRY_COMPARE(status(front.shell()), u"已与 1 个工位同步"_s);
}

void DesksInWindowTest::theRecordComesInLater()
{
    FrontDesk front;
    front.open();
    NewComputer other(front.clock);
    const auto invitation = front.serving->freshInvitation();
    front.submit(invitation.command);
    const QString address = front.serving->heardAt().constFirst();
    other.turnOn();
    other.asksToJoin();
    const auto later = [&other] {
        const auto *dialog = other.joining();
        return dialog && dialog->findChild<QPushButton *>(u"later"_s)->isVisible();
    };
    joinsWith(other, address, invitation.code);
    QTRY_VERIFY(later() || other.program->window());
    if (!other.program->window()) {
        shootWidget(*other.joining(), u"63-record-comes-in"_s);
        other.turnOff();
        other.turnOn();
    }
    QTRY_VERIFY(other.program->window());
    QTRY_COMPARE(status(front.shell()), u"已与 1 个工位同步"_s);
}

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    const ui::look::Theme theme(qEnvironmentVariableIsSet("GRIDDESK_DARK")
            ? ui::look::Theme::Choice::Dark
            : ui::look::Theme::Choice::Light);
    DesksInWindowTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "desks_in_window_test.moc"
