// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/fake_keyring.h"
#include "ui/intake/typist.h"

#include "common/languages.h"
#include "common/system.h"
#include "exchange/csv_writer.h"
#include "exchange/xlsx_writer.h"
#include "window/program.h"

#include "look/theme.h"
#include "start/company_step.h"
#include "start/start_window.h"
#include "start/summary_step.h"
#include "start/table_step.h"
#include "transfer/mapping_view.h"
#include "transfer/preview_table.h"
#include "widgets/icon_text.h"

#include <QComboBox>
#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QStringEncoder>
#include <QTableWidget>
#include <QtTest>

using namespace domain;
using ui::start::StartWindow;

/// The first morning: there is no desk, an administrator has the company's own spreadsheets, and by keys alone there
/// is one, on which the first call is taken. Leaves pictures in the folder that GRIDDESK_OUT names.
class FirstStartTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();

    void aCompanyFromItsSpreadsheets();
    void rowsThatCannotBeTakenAreShownAndLeftOut();
    void aFewTypedByHand();
    void backKeepsWhatWasSaidAndChangesHold();
    void goingAwayLeavesNothing();
    void theSampleCompany();
    void anEmptyFolderAndOneWithOtherThings();

private:
    StartWindow &start() { return *m_program->startWindow(); }
    void sitDown();
    void saysWhoTheyAre();
    void opens(const QString &path);
    void goesOn(const QString &title);
    QStringList lines() const;
    void shoot(const QString &name);
    QString xlsx(const QString &name, const QVector<QStringList> &rows);
    QString gb18030(const QString &name, const QString &text);
    static QString title(const StartWindow &window);

    app::SystemClock m_clock;
    app::SystemRandom m_random;
    support::FakeKeyring m_keyring;
    std::unique_ptr<QTemporaryDir> m_stage;
    QString m_folder;
    std::unique_ptr<app::Program> m_program;
    std::unique_ptr<support::Typist> m_person;
    int m_pictures = 0;
};

void FirstStartTest::initTestCase()
{
    app::speakTheSystemsLanguage(*qApp, true);
}

void FirstStartTest::init()
{
    m_stage = std::make_unique<QTemporaryDir>();
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_stage->path());
    m_folder = m_stage->filePath(QStringLiteral("data/desk"));
    sitDown();
}

void FirstStartTest::cleanup()
{
    m_person.reset();
    m_program.reset();
}

void FirstStartTest::sitDown()
{
    m_program = std::make_unique<app::Program>(store::DeskFolder{m_folder}, m_keyring, m_clock,
        m_random, app::ServingDefaults{QStringLiteral("127.0.0.1"), {.hasBeacon = false}});
    m_program->start();
    QVERIFY(m_program->startWindow());
    m_person = std::make_unique<support::Typist>(start());
}

QString FirstStartTest::xlsx(const QString &name, const QVector<QStringList> &rows)
{
    const QString path = m_stage->filePath(name);
    exchange::XlsxWriter writer(path, QStringLiteral("Sheet1"));
    std::vector<exchange::Column> columns;
    for (const QString &head : rows.constFirst())
        columns.push_back({head});
    bool isWritten = writer.begin(columns);
    for (const QStringList &row : rows.sliced(1))
        isWritten = writer.add(QVariantList(row.begin(), row.end())) && isWritten;
    if (!isWritten || !writer.finish())
        qFatal("%s can't be written", qPrintable(path));
    return path;
}

QString FirstStartTest::gb18030(const QString &name, const QString &text)
{
    QFile file(m_stage->filePath(name));
    QStringEncoder encoder("GB18030");
    if (!encoder.isValid() || !file.open(QIODevice::WriteOnly))
        qFatal("%s can't be written", qPrintable(name));
    file.write(encoder.encode(text));
    return file.fileName();
}

void FirstStartTest::shoot(const QString &name)
{
    const QString folder = qEnvironmentVariable("GRIDDESK_OUT");
    if (folder.isEmpty())
        return;
    QDir().mkpath(folder);
    QWidget *window = m_program->startWindow()
        ? static_cast<QWidget *>(m_program->startWindow())
        : static_cast<QWidget *>(&m_program->window()->shell());
    QVERIFY(window->grab().save(QStringLiteral("%1/%2-%3.png")
                                    .arg(folder)
                                    .arg(m_pictures++, 2, 10, QLatin1Char('0'))
                                    .arg(name)));
}

QString FirstStartTest::title(const StartWindow &window)
{
    return window.step()->title();
}

/// The first choice, and the form behind it.
void FirstStartTest::saysWhoTheyAre()
{
    m_person->enter();
    QCOMPARE(title(start()), QStringLiteral("贵单位"));
    m_person->chinese(QStringLiteral("幸福物业公司"));
    m_person->enter();
    m_person->enter(); // the desk's name
    m_person->enter(); // the prefix
    m_person->enter(); // the zone
    m_person->chinese(QStringLiteral("曾国华"));
    m_person->enter();
    m_person->enter(); // the login
    m_person->keys(QStringLiteral("eight-or-more"));
    m_person->enter();
    m_person->keys(QStringLiteral("eight-or-more"));
}

void FirstStartTest::opens(const QString &path)
{
    auto *table = qobject_cast<ui::start::TableStep *>(start().step());
    QVERIFY(table);
    QTRY_VERIFY(qobject_cast<QLineEdit *>(m_person->focus()));
    m_person->chinese(path);
    m_person->enter();
    QTRY_VERIFY(table->view().hasFile());
}

void FirstStartTest::goesOn(const QString &title)
{
    m_person->key(Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE_WITH_TIMEOUT(FirstStartTest::title(start()), title, 20000);
}

QStringList FirstStartTest::lines() const
{
    QStringList lines;
    for (const auto *line :
        m_program->startWindow()->step()->findChildren<ui::widgets::IconText *>())
        lines << line->text();
    return lines;
}

void FirstStartTest::aCompanyFromItsSpreadsheets()
{
    const QString staff = xlsx(QStringLiteral("staff.xlsx"),
        {{QStringLiteral("员工花名册"), {}, {}, {}, {}},
            {QStringLiteral("姓 名"), QStringLiteral("岗位"), QStringLiteral("手机号码"),
                QStringLiteral("所属网格"), QStringLiteral("备注")},
            {QStringLiteral("李明"), QStringLiteral("网格长"), QStringLiteral("13900000001"),
                QStringLiteral("锦绣苑"), {}},
            {QStringLiteral("王芳"), QStringLiteral("客服"), QStringLiteral("13900000002"), {}, {}},
            {QStringLiteral("赵强"), QStringLiteral("维修工"), QStringLiteral("13900000003"), {},
                {}},
            {QStringLiteral("王方"), QStringLiteral("网格员"), QStringLiteral("13900000004"),
                QStringLiteral("和平里"), {}}});
    const QString grids = gb18030(QStringLiteral("网格.csv"),
        QStringLiteral("网格名称,网格长,户数\n锦绣苑,李明,240\n和平里,,318\n"));
    const QString customers = xlsx(QStringLiteral("customers.xlsx"),
        {{QStringLiteral("户号"), QStringLiteral("户主"), QStringLiteral("联系电话"),
             QStringLiteral("小区"), QStringLiteral("楼栋"), QStringLiteral("单元"),
             QStringLiteral("房号")},
            {QStringLiteral("00017"), QStringLiteral("欧阳建国"), QStringLiteral("13800001234"),
                QStringLiteral("锦绣苑"), QStringLiteral("3栋"), QStringLiteral("2单元"),
                QStringLiteral("501")}});
    const QString equipment = gb18030(QStringLiteral("设备.csv"),
        QStringLiteral("设备编号,设备名称,专业,安装地点,安装日期,使用状态,所属网格\n"
                       "SB-01,二次供水泵,供水,锦绣苑泵房,2019-05-01,在用,01\n"));

    shoot(QStringLiteral("choice"));
    saysWhoTheyAre();
    shoot(QStringLiteral("company"));
    m_person->enter();
    QTRY_COMPARE(title(start()), QStringLiteral("员工"));
    shoot(QStringLiteral("staff-empty"));
    opens(staff);
    shoot(QStringLiteral("staff"));
    goesOn(QStringLiteral("网格"));
    opens(grids);
    shoot(QStringLiteral("grids"));
    goesOn(QStringLiteral("客户"));
    opens(customers);
    shoot(QStringLiteral("customers"));
    goesOn(QStringLiteral("设备"));
    opens(equipment);
    shoot(QStringLiteral("equipment"));
    goesOn(QStringLiteral("准备好了"));
    shoot(QStringLiteral("summary"));
    QVERIFY(!QFileInfo::exists(m_folder)); // nothing before the last word

    QVERIFY(lines().join(u'\n').contains(QStringLiteral("5")));
    m_person->enter();
    QTRY_VERIFY_WITH_TIMEOUT(m_program->window(), 20000);
    QVERIFY(store::DeskFolder{m_folder}.holdsDesk());
    QVERIFY(!QFileInfo::exists(m_folder + QStringLiteral(".founding")));

    // A working desk: the first call is taken, the household is known, and its grid has its chief.
    m_person = std::make_unique<support::Typist>(m_program->window()->shell());
    m_program->window()->shell().resize(1440, 900);
    m_person->key(Qt::Key_F2);
    QTRY_COMPARE(m_program->window()->shell().currentPage(), QStringLiteral("intake"));
    m_person->keys(QStringLiteral("13800001234"));
    m_person->enter();
    m_person->enter();
    m_person->keys(QStringLiteral("1"));
    m_person->enter();
    m_person->keys(QStringLiteral("1"));
    m_person->enter();
    m_person->keys(QStringLiteral("snls"));
    m_person->enter();
    QTRY_VERIFY(std::ranges::any_of(m_program->window()->shell().findChildren<QLineEdit *>(),
        [](const QLineEdit *edit) { return edit->text() == QStringLiteral("锦绣苑3栋2单元501"); }));
    shoot(QStringLiteral("intake"));
    m_person->key(Qt::Key_Return, Qt::ControlModifier);
    auto opening = Desk::open(m_folder, m_clock, m_random);
    store::Reader &read = std::get<std::unique_ptr<Desk>>(opening)->read();
    QTRY_COMPARE_WITH_TIMEOUT(read.countTickets({}), 1, 20000);
    const Ticket ticket = read.findTicket(read.findTicketRows({}).constFirst())->ticket;
    QCOMPARE(read.open(field::Address, ticket.values[field::Address]),
        QStringLiteral("锦绣苑3栋2单元501"));
    const auto chief = read.findRowByCode(Register::Staff, QStringLiteral("liming"));
    const auto grid = read.findRowByCode(Register::Grid, QStringLiteral("01"));
    QCOMPARE(grid->row.values[grid::Chief].value<Id>(), chief->row.id);
    QCOMPARE(chief->row.values[staff::Grid].value<Id>(), grid->row.id);
    QVERIFY(read.findRowByCode(Register::Staff, QStringLiteral("wangfang2"))); // two of one reading
    QCOMPARE(read.countRows(Register::Equipment), 1);
}

void FirstStartTest::rowsThatCannotBeTakenAreShownAndLeftOut()
{
    saysWhoTheyAre();
    m_person->enter();
    QTRY_COMPARE(title(start()), QStringLiteral("员工"));
    opens(gb18030(QStringLiteral("staff.csv"),
        QStringLiteral("工号,姓名,岗位\nli,李明,网格长\nqian,钱某,飞行员\n")));
    m_person->key(Qt::Key_Return, Qt::ControlModifier);
    auto *rows = start().step()->findChild<ui::transfer::PreviewTable *>();
    QTRY_VERIFY_WITH_TIMEOUT(!rows->isColumnHidden(3), 20000);
    QVERIFY(rows->model()->index(2, 3).data().toString().contains(QStringLiteral("飞行员")));
    QCOMPARE(title(start()), QStringLiteral("员工"));
    shoot(QStringLiteral("refused"));
    goesOn(QStringLiteral("网格")); // without them
    opens(gb18030(QStringLiteral("grids.csv"),
        QStringLiteral("网格编号,网格名称,网格长\n01,锦绣苑,李明\n02,和平里,周某\n")));
    m_person->key(Qt::Key_Return, Qt::ControlModifier);
    auto *grids = start().step()->findChild<ui::transfer::PreviewTable *>();
    QTRY_VERIFY_WITH_TIMEOUT(!grids->isColumnHidden(3), 20000);
    QVERIFY(grids->model()->index(2, 3).data().toString().contains(QStringLiteral("周某")));
    shoot(QStringLiteral("chief-unknown"));
    goesOn(QStringLiteral("客户"));
    goesOn(QStringLiteral("设备"));
    goesOn(QStringLiteral("准备好了"));
    const QString said = lines().join(u'\n');
    QVERIFY2(said.contains(QStringLiteral("1 行")), qPrintable(said));
    QVERIFY2(said.contains(QStringLiteral("2 个网格")), qPrintable(said));
    shoot(QStringLiteral("summary-lacking"));
    m_person->enter();
    QTRY_VERIFY_WITH_TIMEOUT(m_program->window(), 20000);
    QVERIFY(QFile::exists(m_stage->filePath(QStringLiteral("staff.rejects.csv"))));
}

void FirstStartTest::aFewTypedByHand()
{
    saysWhoTheyAre();
    m_person->enter();
    QTRY_COMPARE(title(start()), QStringLiteral("员工"));
    m_person->key(Qt::Key_Backtab);
    m_person->key(Qt::Key_Right); // typed by hand
    auto *rows = start().step()->findChild<QTableWidget *>();
    QTRY_VERIFY(rows->isVisible());
    m_person->key(Qt::Key_Tab);
    QTRY_VERIFY(rows->hasFocus() || rows->isAncestorOf(m_person->focus()));
    const auto types = [this](const QString &text) {
        m_person->key(Qt::Key_F2); // into the cell
        QTRY_VERIFY(qobject_cast<QLineEdit *>(m_person->focus()));
        m_person->chinese(text);
        m_person->key(Qt::Key_Tab);
    };
    types(QStringLiteral("李明"));
    types(QStringLiteral("网格长"));
    QCOMPARE(rows->item(0, 0)->text(), QStringLiteral("李明"));
    shoot(QStringLiteral("by-hand"));
    goesOn(QStringLiteral("网格"));
    goesOn(QStringLiteral("客户"));
    goesOn(QStringLiteral("设备"));
    goesOn(QStringLiteral("准备好了"));
    const auto li = start().foundation().desk()->read().findRowByCode(
        Register::Staff, QStringLiteral("liming"));
    QVERIFY(li);
    QCOMPARE(li->row.values.text(staff::Role), QStringLiteral("chief"));
}

void FirstStartTest::backKeepsWhatWasSaidAndChangesHold()
{
    saysWhoTheyAre();
    m_person->enter();
    opens(gb18030(QStringLiteral("staff.csv"), QStringLiteral("姓名,岗位\n李明,网格长\n")));
    goesOn(QStringLiteral("网格"));
    m_person->key(Qt::Key_Left, Qt::AltModifier);
    m_person->key(Qt::Key_Left, Qt::AltModifier);
    QTRY_COMPARE(title(start()), QStringLiteral("贵单位"));
    m_person->key(Qt::Key_End);
    m_person->chinese(QStringLiteral("二部"));
    goesOn(QStringLiteral("员工"));
    QVERIFY(qobject_cast<ui::start::TableStep *>(start().step())->view().hasFile());
    goesOn(QStringLiteral("网格"));
    goesOn(QStringLiteral("客户"));
    goesOn(QStringLiteral("设备"));
    goesOn(QStringLiteral("准备好了"));
    store::Reader &read = start().foundation().desk()->read();
    QCOMPARE(read.findRows(Register::Company).constFirst().row.values.text(company::Name),
        QStringLiteral("幸福物业公司二部"));
    QCOMPARE(read.countRows(Register::Staff), 2);
}

void FirstStartTest::goingAwayLeavesNothing()
{
    saysWhoTheyAre();
    m_person->enter();
    opens(gb18030(QStringLiteral("staff.csv"), QStringLiteral("姓名,岗位\n李明,网格长\n")));
    goesOn(QStringLiteral("网格"));
    m_person.reset();
    m_program.reset();
    const QDir data(m_stage->filePath(QStringLiteral("data")));
    QVERIFY2(data.isEmpty(), qPrintable(data.entryList().join(u' ')));
    sitDown();
    QCOMPARE(title(start()), QStringLiteral("您想怎样开始？"));
}

void FirstStartTest::theSampleCompany()
{
    m_person->keys(QStringLiteral("3"));
    QTRY_VERIFY_WITH_TIMEOUT(m_program->window(), 60000);
    QVERIFY(store::DeskFolder{m_folder}.holdsDesk());
}

void FirstStartTest::anEmptyFolderAndOneWithOtherThings()
{
    QVERIFY(QDir().mkpath(m_folder));
    QFile other(m_folder + QStringLiteral("/notes.txt"));
    QVERIFY(other.open(QIODevice::WriteOnly));
    other.close();
    saysWhoTheyAre();
    m_person->enter();
    goesOn(QStringLiteral("网格"));
    goesOn(QStringLiteral("客户"));
    goesOn(QStringLiteral("设备"));
    goesOn(QStringLiteral("准备好了"));
    m_person->enter();
    QTRY_VERIFY_WITH_TIMEOUT(m_program->window(), 20000);
    QVERIFY(other.exists());
}

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    const bool dark = qEnvironmentVariableIsSet("GRIDDESK_DARK");
    const ui::look::Theme theme(
        dark ? ui::look::Theme::Choice::Dark : ui::look::Theme::Choice::Light);
    FirstStartTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "first_start_test.moc"
