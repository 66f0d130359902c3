// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk_at_hand.h"
#include "typist.h"

#include "intake/intake_page.h"
#include "intake/related_tickets.h"
#include "intake/saved_view.h"
#include "look/theme.h"
#include "widgets/choice_strip.h"
#include "widgets/icon_text.h"
#include "widgets/type_ahead_edit.h"

#include <QLabel>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QtTest>

using namespace domain;
using support::Typist;
using ui::intake::IntakePage;

/// A clerk at the phone, keys only.
class IntakePageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void knownCallerFromFirstRingToReceipt();
    void newCallerGetsAFile();
    void composingLosesNoKey();
    void dispatchesInOneGo();
    void joinsTheOpenTicket();
    void neighboursAreShownAsPossibleDuplicates();
    void anotherMatterOfTheSameContact();
    void refusalStandsBesideItsField();
    void plainErrorsAreSaidWhileTyping();
    void numbersInTheTextAreOfferedASealedPlace();
    void anonymousLeavesNoFile();
    void attachmentsGoWithTheTicket();

private:
    QString shownText() const;
    bool shows(const QString &words) const { return shownText().contains(words); }
    QLineEdit *field(const QString &label) const;
    void waitUntilSaved();
    void typeLeak();

    std::unique_ptr<support::DeskAtHand> m_at;
    std::unique_ptr<items::Drafts> m_drafts;
    std::unique_ptr<IntakePage> m_page;
    std::unique_ptr<Typist> m_clerk;
};

void IntakePageTest::init()
{
    m_at = std::make_unique<support::DeskAtHand>();
    m_drafts = std::make_unique<items::Drafts>(
        m_at->desk().folder(), m_at->desk().secrets(), m_at->clock, m_at->desk().random());
    m_page = std::make_unique<IntakePage>(m_at->desk(), *m_drafts);
    m_clerk = std::make_unique<Typist>(*m_page);
}

void IntakePageTest::cleanup()
{
    m_clerk.reset();
    m_page.reset();
    m_drafts.reset();
    m_at.reset();
}

/// Every word that stands on the page.
QString IntakePageTest::shownText() const
{
    QStringList words;
    for (const QLabel *label : m_page->findChildren<QLabel *>()) {
        if (label->isVisible())
            words << label->text();
    }
    for (const auto *text : m_page->findChildren<ui::widgets::IconText *>()) {
        if (text->isVisible())
            words << text->text();
    }
    for (const auto *list : m_page->findChildren<ui::intake::RelatedTickets *>()) {
        for (int row = 0; list->isVisible() && row < list->model()->rowCount(); ++row)
            words << list->model()->index(row, 0).data().toString();
    }
    return words.join(u'\n');
}

QLineEdit *IntakePageTest::field(const QString &label) const
{
    for (QLineEdit *edit : m_page->findChildren<QLineEdit *>()) {
        if (edit->accessibleName() == label)
            return edit;
    }
    qFatal("No field is called %s.", qPrintable(label));
}

void IntakePageTest::waitUntilSaved()
{
    QTRY_VERIFY(m_page->findChild<ui::intake::SavedView *>()->isVisible());
}

/// Number and kind of a leak at the customer's, up to the category.
void IntakePageTest::typeLeak()
{
    m_clerk->keys(u"13800138000"_qs);
    QTRY_VERIFY(shows(u"欧阳建国"_qs));
    m_clerk->key(Qt::Key_1, Qt::AltModifier);
    m_clerk->enter();
    m_clerk->enter();
    m_clerk->keys(u"snls"_qs);
    m_clerk->enter();
}

void IntakePageTest::knownCallerFromFirstRingToReceipt()
{
    QSignalSpy print(m_page.get(), &IntakePage::printSlip);
    m_clerk->keys(u"138 0013 8000"_qs);
    QTRY_VERIFY(shows(u"欧阳建国"_qs));
    QVERIFY(shows(u"独居老人"_qs));
    m_clerk->enter(); // channel: phone
    m_clerk->enter();
    m_clerk->keys(u"1"_qs); // repair
    m_clerk->enter();
    m_clerk->keys(u"1"_qs); // water
    m_clerk->enter();
    m_clerk->keys(u"snls"_qs); // 室内漏水
    m_clerk->enter();
    m_clerk->keys(u"2"_qs); // urgent
    QTRY_VERIFY(shows(u"阀门能否关闭？是否影响楼下？"_qs));
    QTRY_VERIFY(shows(u"16:32"_qs)); // two hours from 14:32
    QVERIFY(shows(u"李明"_qs));
    QVERIFY(shows(u"第二维修组"_qs));
    for (int field = 0; field < 4; ++field) // name, anonymous, address: known already
        m_clerk->enter();
    m_clerk->key(Qt::Key_Tab);
    m_clerk->chinese(u"厨房阀门下方持续漏水"_qs, u"chu fang fa men"_qs);
    m_clerk->shoot(u"intake"_qs);
    m_clerk->key(Qt::Key_Return, Qt::ControlModifier);
    waitUntilSaved();
    m_clerk->shoot(u"saved"_qs);

    const auto lines = m_at->tickets();
    QCOMPARE(lines.size(), 1);
    QVERIFY(shows(lines.first().number));
    const Ticket ticket = m_at->ticket(lines.first().number);
    QCOMPARE(ticket.values.text(field::Kind), u"repair"_qs);
    QCOMPARE(ticket.values.text(field::Line), u"water"_qs);
    QCOMPARE(ticket.values.text(field::Category), u"室内漏水"_qs);
    QCOMPARE(ticket.values.text(field::Urgency), u"urgent"_qs);
    QCOMPARE(ticket.values.text(field::Channel), u"phone"_qs);
    QCOMPARE(ticket.values.text(field::Title), u"室内漏水 · 幸福小区3栋2单元"_qs);
    QCOMPARE(ticket.values.text(field::Description), u"厨房阀门下方持续漏水"_qs);
    QCOMPARE(lines.first().address, u"幸福小区3栋2单元501"_qs);
    QCOMPARE(ticket.values[field::Customer].value<Id>(), m_at->customer);
    QVERIFY(!ticket.values[field::Grid].value<Id>().isNull());

    m_clerk->keys(u"p"_qs);
    QCOMPARE(print.size(), 1);
    QCOMPARE(print.first().first().toStringList(), QStringList{lines.first().number});

    // The next call begins with an empty form and loses no key.
    m_clerk->keys(u"139"_qs);
    auto *phone = qobject_cast<QLineEdit *>(m_clerk->focus());
    QVERIFY(phone);
    QCOMPARE(phone->text(), u"139"_qs);
    QVERIFY(m_page->findChild<QPlainTextEdit *>()->toPlainText().isEmpty());
}

void IntakePageTest::newCallerGetsAFile()
{
    m_clerk->keys(u"13911112222"_qs);
    m_clerk->key(Qt::Key_3, Qt::AltModifier); // enquiry
    for (int field = 0; field < 4; ++field)
        m_clerk->enter();
    m_clerk->chinese(u"曾小明"_qs);
    m_clerk->enter();
    m_clerk->enter();
    m_clerk->chinese(u"幸福小区2栋1单元302"_qs);
    m_clerk->enter();
    m_clerk->chinese(u"何时供暖"_qs);
    m_clerk->key(Qt::Key_Return, Qt::ControlModifier);
    waitUntilSaved();

    const auto found = m_at->read().findCustomers(u"13911112222"_qs, 5);
    QCOMPARE(found.size(), 1);
    QCOMPARE(
        m_at->read().open(customer::Name, found.first().row.values[customer::Name]), u"曾小明"_qs);
    QCOMPARE(m_at->tickets().first().title, u"何时供暖"_qs);
}

void IntakePageTest::composingLosesNoKey()
{
    typeLeak();
    for (int field = 0; field < 4; ++field)
        m_clerk->enter();
    auto *title = qobject_cast<QLineEdit *>(m_clerk->focus());
    QVERIFY(title);
    m_clerk->compose(u"lou shui"_qs);
    // Keys that the input method passes on while it composes: none of them acts.
    m_clerk->enter();
    m_clerk->key(Qt::Key_Return, Qt::ControlModifier);
    m_clerk->key(Qt::Key_S, Qt::ControlModifier);
    m_clerk->key(Qt::Key_3, Qt::AltModifier);
    m_clerk->key(Qt::Key_Escape);
    QCOMPARE(m_clerk->focus(), title);
    m_clerk->chinese(u"漏水"_qs);
    QCOMPARE(title->text(), u"漏水"_qs);
    m_clerk->key(Qt::Key_Return, Qt::ControlModifier);
    waitUntilSaved();
    QCOMPARE(m_at->tickets().size(), 1);
    QCOMPARE(m_at->tickets().first().kind, u"repair"_qs);
    QCOMPARE(m_at->tickets().first().title, u"漏水"_qs);
}

void IntakePageTest::dispatchesInOneGo()
{
    typeLeak();
    QTRY_VERIFY(shows(u"赵强"_qs)); // proposed: of the place's team, with the least in hand
    m_clerk->key(Qt::Key_Return, Qt::ControlModifier | Qt::ShiftModifier);
    auto *whom = qobject_cast<ui::widgets::TypeAheadEdit *>(m_clerk->focus());
    QVERIFY(whom);
    QCOMPARE(whom->text(), u"赵强"_qs);
    m_clerk->keys(u"qj"_qs); // 钱进 instead
    m_clerk->shoot(u"dispatch"_qs);
    m_clerk->enter();
    waitUntilSaved();
    const Ticket ticket = m_at->ticket(m_at->tickets().first().number);
    QCOMPARE(ticket.state, u"with_team"_qs);
    QCOMPARE(ticket.values.text(field::Unit), u"第一维修组"_qs);
    QVERIFY(shows(u"第一维修组"_qs));
}

void IntakePageTest::joinsTheOpenTicket()
{
    typeLeak();
    m_clerk->key(Qt::Key_Return, Qt::ControlModifier);
    waitUntilSaved();
    const QString number = m_at->tickets().first().number;

    m_clerk->keys(u"13800138000"_qs);
    QTRY_VERIFY(shows(number));
    m_clerk->shoot(u"open-ticket"_qs);
    m_clerk->key(Qt::Key_J, Qt::ControlModifier);
    m_clerk->enter();
    waitUntilSaved();
    QCOMPARE(m_at->tickets().size(), 1);
    const Step contact = m_at->ticket(number).steps.constLast();
    QCOMPARE(contact.action, u"contact"_qs);
    QCOMPARE(m_at->read().open(field::ContactPhone, contact.values[field::ContactPhone]),
        u"13800138000"_qs);
}

void IntakePageTest::neighboursAreShownAsPossibleDuplicates()
{
    const QString near = m_at->open({{field::Kind, u"repair"_qs}, {field::Line, u"water"_qs},
        {field::Category, u"无水"_qs}, {field::Address, u"幸福小区3栋2单元101"_qs}});
    const QString far = m_at->open({{field::Kind, u"repair"_qs}, {field::Line, u"water"_qs},
        {field::Category, u"无水"_qs}, {field::Address, u"幸福小区4栋1单元101"_qs}});
    typeLeak();
    QTRY_VERIFY(shows(near));
    QVERIFY(!shows(far));
    m_clerk->shoot(u"duplicates"_qs);
    m_at->clock.passMinutes(31);
    m_clerk->keys(u"2"_qs);
    QTRY_VERIFY(!shows(near));
}

void IntakePageTest::anotherMatterOfTheSameContact()
{
    QSignalSpy print(m_page.get(), &IntakePage::printSlip);
    typeLeak();
    m_clerk->key(Qt::Key_M, Qt::ControlModifier);
    QTRY_COMPARE(m_at->tickets().size(), 1);
    QTRY_VERIFY(field(u"Category"_qs)->text().isEmpty());
    QCOMPARE(field(u"Name"_qs)->text(), u"欧阳建国"_qs);
    m_clerk->keys(u"2"_qs); // complaint
    m_clerk->enter();
    m_clerk->enter();
    m_clerk->keys(u"zsrm"_qs); // 噪声扰民
    m_clerk->enter();
    m_clerk->key(Qt::Key_Return, Qt::ControlModifier);
    waitUntilSaved();
    const auto lines = m_at->tickets();
    QCOMPARE(lines.size(), 2);
    QCOMPARE(lines.at(0).customer, lines.at(1).customer);
    QCOMPARE(m_at->ticket(lines.at(1).number).values[field::ContactGroup].value<Id>(),
        m_at->ticket(lines.at(0).number).id);
    m_clerk->keys(u"p"_qs);
    QCOMPARE(print.first().first().toStringList(),
        (QStringList{lines.at(0).number, lines.at(1).number}));
}

void IntakePageTest::refusalStandsBesideItsField()
{
    m_clerk->keys(u"13911112222"_qs);
    m_clerk->key(Qt::Key_Return, Qt::ControlModifier);
    auto *kind = m_page->findChildren<ui::widgets::ChoiceStrip *>().first();
    QTRY_VERIFY(kind->property("refused").toBool());
    QVERIFY(!kind->accessibleDescription().isEmpty());
    QVERIFY(kind->isAncestorOf(m_clerk->focus()));
    m_clerk->shoot(u"refused"_qs);
    m_clerk->keys(u"1"_qs);
    QVERIFY(!kind->property("refused").toBool());
    QVERIFY(m_at->tickets().isEmpty());
}

void IntakePageTest::plainErrorsAreSaidWhileTyping()
{
    m_clerk->keys(u"138001380"_qs);
    QVERIFY(!shows(u"11 digits"_qs)); // not yet: more digits may come
    m_clerk->enter();
    QVERIFY(shows(u"11 digits"_qs));
}

void IntakePageTest::numbersInTheTextAreOfferedASealedPlace()
{
    typeLeak();
    for (int field = 0; field < 4; ++field) // urgency, name, anonymous, address
        m_clerk->enter();
    m_clerk->key(Qt::Key_Tab);
    m_clerk->chinese(u"漏水，请回电"_qs);
    m_clerk->keys(u"13900005678"_qs);
    QTRY_VERIFY(shows(u"139****5678"_qs)); // in the warning
    m_clerk->key(Qt::Key_L, Qt::ControlModifier);
    m_clerk->key(Qt::Key_Return, Qt::ControlModifier);
    waitUntilSaved();
    store::Reader &read = m_at->desk().read();
    const auto newest = read.findTickets({.sort = u"recorded"_qs, .limit = 1});
    const Ticket saved = read.findTicket(newest.constFirst().number)->ticket;
    QCOMPARE(saved.values.text(field::Description), u"漏水，请回电139****5678"_qs);
    const QVariant sealed = saved.steps.constFirst().values[field::PrivateNote];
    QCOMPARE(sealed.typeId(), int(QMetaType::QByteArray));
    QCOMPARE(read.open(field::PrivateNote, sealed), u"13900005678"_qs);
}

void IntakePageTest::anonymousLeavesNoFile()
{
    const qint64 before = m_at->read().countRows(Register::Customer);
    m_clerk->keys(u"13911112222"_qs);
    m_clerk->key(Qt::Key_2, Qt::AltModifier);
    for (int field = 0; field < 5; ++field)
        m_clerk->enter();
    m_clerk->key(Qt::Key_Space); // stays anonymous
    m_clerk->enter();
    m_clerk->enter();
    m_clerk->chinese(u"占用消防通道"_qs);
    m_clerk->key(Qt::Key_Return, Qt::ControlModifier);
    waitUntilSaved();
    QCOMPARE(m_at->read().countRows(Register::Customer), before);
    QVERIFY(m_at->ticket(m_at->tickets().first().number).values.flag(field::Anonymous));
}

void IntakePageTest::attachmentsGoWithTheTicket()
{
    QList<std::pair<Id, ui::intake::Attachment>> stored;
    m_page->setAttachmentStore([&stored](const Id &ticket, const ui::intake::Attachment &one) {
        stored.append({ticket, one});
    });
    typeLeak();
    m_page->findChild<ui::intake::AttachmentList *>()->add({u"照片.png"_qs, {}, "png"});
    m_clerk->key(Qt::Key_Return, Qt::ControlModifier);
    waitUntilSaved();
    QCOMPARE(stored.size(), 1);
    QCOMPARE(stored.first().first, m_at->ticket(m_at->tickets().first().number).id);
    QCOMPARE(stored.first().second.name, u"照片.png"_qs);
}

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    const bool dark = qEnvironmentVariableIsSet("GRIDDESK_DARK");
    const ui::look::Theme theme(
        dark ? ui::look::Theme::Choice::Dark : ui::look::Theme::Choice::Light);
    IntakePageTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "intake_page_test.moc"
