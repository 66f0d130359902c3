// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk_at_hand.h"
#include "typist.h"

#include "look/theme.h"
#include "transfer/import_page.h"
#include "transfer/preview_table.h"
#include "transfer/value_table.h"

#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QPushButton>
#include <QStringEncoder>
#include <QTableWidget>
#include <QTemporaryDir>
#include <QtTest>

using namespace domain;
using support::Typist;
using ui::transfer::ImportPage;
using ui::transfer::PreviewTable;

/// The company's old table of messages, taken in through the page.
class ImportPageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_at = std::make_unique<support::DeskAtHand>(); }

    void previewTryImportAgain();
    void wordsOfAColumnAreTaught();
    void columnIsChosenByHand();
    void customers();
    void wrongEncodingIsSaidAndMended();
    void missingFile();

private:
    QString write(const QString &name, const QByteArray &bytes);
    QString write(const QString &name, const QString &text) { return write(name, text.toUtf8()); }
    static void press(const ImportPage &page, const QString &button);
    static bool says(const ImportPage &page, const QString &words);
    static QComboBox *choiceOver(const ImportPage &page, int column);
    static QComboBox *choiceOf(const ImportPage &page, const QString &label);
    static void choose(QComboBox *choice, const QString &data);

    QTemporaryDir m_folder;
    std::unique_ptr<support::DeskAtHand> m_at;
};

QString ImportPageTest::write(const QString &name, const QByteArray &bytes)
{
    QFile file(m_folder.filePath(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("%s can't be written", qPrintable(name));
    return file.fileName();
}

void ImportPageTest::press(const ImportPage &page, const QString &text)
{
    for (QPushButton *button : page.findChildren<QPushButton *>()) {
        if (button->text() == text) {
            QTRY_VERIFY(button->isEnabled());
            button->click();
            return;
        }
    }
    QFAIL(qPrintable(text + u" is no button"_qs));
}

bool ImportPageTest::says(const ImportPage &page, const QString &words)
{
    for (const QLabel *label : page.findChildren<QLabel *>()) {
        if (label->isVisible() && label->text().contains(words))
            return true;
    }
    return false;
}

QComboBox *ImportPageTest::choiceOver(const ImportPage &page, int column)
{
    const auto *table = page.findChild<PreviewTable *>();
    return qobject_cast<QComboBox *>(table->indexWidget(table->model()->index(0, column)));
}

QComboBox *ImportPageTest::choiceOf(const ImportPage &page, const QString &label)
{
    for (QComboBox *choice : page.findChildren<QComboBox *>()) {
        if (choice->accessibleName() == label)
            return choice;
    }
    return nullptr;
}

/// As a person who picks from the list by keys.
void ImportPageTest::choose(QComboBox *choice, const QString &data)
{
    choice->setCurrentIndex(choice->findData(data));
    Q_EMIT choice->activated(choice->currentIndex());
}

namespace
{

const QString messages = u"编号,性质,标题,内容,时间,地址\n"
                         u"A1,投诉,噪声,楼上装修噪声大,2026-11-01 09:00,幸福小区3栋2单元501\n"
                         u"A2,报修,漏水,厨房漏水,2026-11-02 10:30,幸福小区1栋1单元102\n"
                         u"A3,天书,不明,看不懂,2026-11-03 11:00,幸福小区2栋\n"_qs;

} // namespace

void ImportPageTest::previewTryImportAgain()
{
    const QString path = write(u"messages.csv"_qs, messages);
    ImportPage page(m_at->desk());
    Typist clerk(page);
    page.openFile(path);
    auto *table = page.findChild<PreviewTable *>();
    QTRY_COMPARE(table->model()->rowCount(), 4);
    QCOMPARE(table->model()->index(1, 2).data().toString(), u"噪声"_qs);
    QCOMPARE(choiceOver(page, 1)->currentData().toString(), u"kind"_qs);
    QCOMPARE(choiceOver(page, 3)->currentData().toString(), u"description"_qs);
    clerk.shoot(u"import"_qs);

    press(page, u"Try it"_qs);
    QTRY_VERIFY(says(page, u"Read 3: 2 would be new"_qs));
    QVERIFY(m_at->tickets().isEmpty());
    press(page, u"Import"_qs);
    QTRY_VERIFY(says(page, u"Read 3: 2 taken in, 0 changed, 0 known already, 1 refused"_qs));
    clerk.shoot(u"import-done"_qs);
    QCOMPARE(m_at->tickets().size(), 2);
    QVERIFY(QFile::exists(m_folder.filePath(u"messages.rejects.csv"_qs)));
    press(page, u"Import"_qs);
    QTRY_VERIFY(says(page, u"2 known already"_qs));
    QCOMPARE(m_at->tickets().size(), 2);
}

void ImportPageTest::wordsOfAColumnAreTaught()
{
    const QString path = write(u"taught.csv"_qs, messages);
    ImportPage page(m_at->desk());
    Typist clerk(page);
    page.openFile(path);
    auto *table = page.findChild<PreviewTable *>();
    QTRY_COMPARE(table->model()->rowCount(), 4);
    table->setCurrentIndex(table->model()->index(1, 1));
    auto *words = page.findChild<ui::transfer::ValueTable *>()->findChild<QTableWidget *>();
    QCOMPARE(words->rowCount(), 3);
    QCOMPARE(words->item(2, 0)->text(), u"天书"_qs);
    choose(qobject_cast<QComboBox *>(words->cellWidget(2, 1)), u"enquiry"_qs);
    clerk.shoot(u"import-words"_qs);
    press(page, u"Import"_qs);
    QTRY_VERIFY(says(page, u"Read 3: 3 taken in"_qs));
    QCOMPARE(m_at->tickets().last().kind, u"enquiry"_qs);
}

void ImportPageTest::columnIsChosenByHand()
{
    const QString path = write(u"odd.csv"_qs, u"性质,甲,乙\n投诉,楼道堆物,2026-11-01 09:00\n"_qs);
    ImportPage page(m_at->desk());
    Typist clerk(page);
    page.openFile(path);
    QTRY_VERIFY(choiceOver(page, 1));
    QCOMPARE(choiceOver(page, 1)->currentData().toString(), QString());
    choose(choiceOver(page, 1), u"title"_qs);
    choose(choiceOver(page, 2), u"title"_qs); // changed his mind: one field, one column
    QCOMPARE(choiceOver(page, 1)->currentData().toString(), QString());
    choose(choiceOver(page, 1), u"title"_qs);
    choose(choiceOver(page, 2), u"happened_at"_qs);
    press(page, u"Import"_qs);
    QTRY_VERIFY(says(page, u"Read 1: 1 taken in"_qs));
    QCOMPARE(m_at->tickets().first().title, u"楼道堆物"_qs);
    QCOMPARE(m_at->tickets().first().happened_ms, support::moment_ms(u"2026-11-01 09:00"_qs));
}

void ImportPageTest::customers()
{
    const QString path =
        write(u"customers.csv"_qs, u"姓名,电话,住址\n曾小明,13911112222,幸福小区2栋1单元302\n"_qs);
    ImportPage page(m_at->desk());
    Typist clerk(page);
    choose(choiceOf(page, u"Takes in"_qs), u"customers"_qs);
    page.openFile(path);
    QTRY_VERIFY(choiceOver(page, 1));
    QCOMPARE(choiceOver(page, 1)->currentData().toString(), u"phone"_qs);
    press(page, u"Import"_qs);
    QTRY_VERIFY(says(page, u"Read 1: 1 taken in"_qs));
    QCOMPARE(m_at->read().findCustomers(u"13911112222"_qs, 5).size(), 1);
}

void ImportPageTest::wrongEncodingIsSaidAndMended()
{
    const QByteArray big5 = QByteArray::fromHex("a9caa7e82cbcd0c3440aa7eb b6442cbeb8adb50a");
    const QString path = write(u"big5.csv"_qs, big5);
    ImportPage page(m_at->desk());
    Typist clerk(page);
    page.openFile(path);
    QTRY_VERIFY(page.findChild<PreviewTable *>()->isEnabled());
    auto *encoding = choiceOf(page, u"Encoding"_qs);
    choose(encoding, u"UTF-8"_qs);
    QTRY_VERIFY(says(page, u"UTF-8"_qs)); // it isn't, and the banner says where
    choose(encoding, u"Big5"_qs);
    QTRY_COMPARE(
        page.findChild<PreviewTable *>()->model()->headerData(1, Qt::Horizontal).toString(),
        u"標題"_qs);
}

void ImportPageTest::missingFile()
{
    ImportPage page(m_at->desk());
    Typist clerk(page);
    page.openFile(m_folder.filePath(u"nothing.csv"_qs));
    QTRY_VERIFY(says(page, u"nothing.csv"_qs));
    for (const QPushButton *button : page.findChildren<QPushButton *>()) {
        if (button->text() == u"Import"_qs)
            QVERIFY(!button->isEnabled());
    }
}

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    const bool dark = qEnvironmentVariableIsSet("GRIDDESK_DARK");
    const ui::look::Theme theme(
        dark ? ui::look::Theme::Choice::Dark : ui::look::Theme::Choice::Light);
    ImportPageTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "import_page_test.moc"
