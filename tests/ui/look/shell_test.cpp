// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/finder.h"
#include "shell/nav_button.h"
#include "shell/settings.h"
#include "shell/shell.h"
#include "shell/status_line.h"
#include "typing.h"

#include <QLineEdit>
#include <QListView>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace ui::shell;

class ShellTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void pagesAreMadeAtTheFirstVisit();
    void functionKeysOpenPages();
    void changedKeyWorksAtOnce();
    void pageAndSizeAreRemembered();
    void navigationIsWalkedByKeys();
    void finderOpensPagesCommandsAndHits();
    void finderGoesBackOnEscape();
    void finderWaitsWhileComposing();
    void scannedCodeOpensTheFirstHit();
    void narrowWindowShowsIconsAlone();
    void everythingThatTakesTheFocusHasAName();

private:
    QLineEdit *box() const { return m_shell->finder().findChild<QLineEdit *>(); }
    void fill(Shell &shell);

    VolatileSettings m_settings;
    Shell *m_shell = nullptr;
    QStringList m_made;
    QStringList m_ran;
};

void ShellTest::fill(Shell &shell)
{
    const struct {
        Qt::Key key;
        QString id;
        QString title;
    } pages[] = {{Qt::Key_F1, QStringLiteral("today"), QStringLiteral("今日")},
        {Qt::Key_F2, QStringLiteral("intake"), QStringLiteral("受理登记")},
        {Qt::Key_F3, QStringLiteral("tickets"), QStringLiteral("工单")}};
    for (const auto &page : pages) {
        shell.addPage(
            {page.key, page.id, page.title, page.id, [this, id = page.id](QWidget *parent) {
                 m_made << id;
                 auto *field = new QLineEdit(parent);
                 field->setAccessibleName(id);
                 return field;
             }});
    }
    shell.addCommand({Qt::CTRL | Qt::Key_P, QStringLiteral("print"), QStringLiteral("打印派工单"),
        QStringLiteral("print"), [this] { m_ran << QStringLiteral("print"); }});
    shell.setMatch([](const QString &text, const QString &typed) {
        return text.contains(typed)
            || (typed == QStringLiteral("dj") && text.contains(QStringLiteral("登记")));
    });
    shell.finder().addSource([this](const QString &typed) -> QList<Hit> {
        if (!typed.startsWith(QStringLiteral("03A")))
            return {};
        return {{QStringLiteral("tickets"), typed, {}, {}, [this, typed] { m_ran << typed; }}};
    });
}

void ShellTest::init()
{
    m_settings = {};
    m_made.clear();
    m_ran.clear();
    m_shell = new Shell(m_settings);
    fill(*m_shell);
    m_shell->restore();
    m_shell->show();
    QVERIFY(QTest::qWaitForWindowActive(m_shell));
}

void ShellTest::cleanup()
{
    delete m_shell;
}

void ShellTest::pagesAreMadeAtTheFirstVisit()
{
    QCOMPARE(m_made, QStringList{QStringLiteral("today")});
    QVERIFY(!m_shell->page(QStringLiteral("tickets")));
    m_shell->showPage(QStringLiteral("tickets"));
    m_shell->showPage(QStringLiteral("today"));
    m_shell->showPage(QStringLiteral("tickets"));
    QCOMPARE(m_made, (QStringList{QStringLiteral("today"), QStringLiteral("tickets")}));
    m_shell->showPage(QStringLiteral("no such page"));
    QCOMPARE(m_shell->currentPage(), QStringLiteral("tickets"));
}

void ShellTest::functionKeysOpenPages()
{
    QSignalSpy shown(m_shell, &Shell::pageShown);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_F2);
    QCOMPARE(m_shell->currentPage(), QStringLiteral("intake"));
    QCOMPARE(shown.count(), 1);
    QVERIFY(m_shell->page(QStringLiteral("intake"))->hasFocus());
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_P, Qt::ControlModifier);
    QCOMPARE(m_ran, QStringList{QStringLiteral("print")});
}

void ShellTest::changedKeyWorksAtOnce()
{
    m_shell->keys().change(QStringLiteral("intake"), Qt::Key_F12);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_F2);
    QCOMPARE(m_shell->currentPage(), QStringLiteral("today"));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_F12);
    QCOMPARE(m_shell->currentPage(), QStringLiteral("intake"));
}

void ShellTest::pageAndSizeAreRemembered()
{
    m_shell->showPage(QStringLiteral("tickets"));
    m_shell->resize(700, 500);
    m_shell->close();
    m_made.clear();
    Shell again(m_settings);
    fill(again);
    again.restore();
    QCOMPARE(again.currentPage(), QStringLiteral("tickets"));
    QCOMPARE(again.size(), QSize(700, 500));
    QCOMPARE(m_made, QStringList{QStringLiteral("tickets")});
}

void ShellTest::navigationIsWalkedByKeys()
{
    const QList<NavButton *> buttons = m_shell->findChildren<NavButton *>();
    QCOMPARE(buttons.size(), 3);
    buttons.at(0)->setFocus();
    QTest::keyClick(buttons.at(0), Qt::Key_Down);
    QVERIFY(buttons.at(1)->hasFocus());
    QTest::keyClick(buttons.at(1), Qt::Key_Down);
    QTest::keyClick(buttons.at(2), Qt::Key_Return);
    QCOMPARE(m_shell->currentPage(), QStringLiteral("tickets"));
    m_shell->setCount(QStringLiteral("tickets"), 7);
    QCOMPARE(buttons.at(2)->accessibleName(), QStringLiteral("工单 7"));
    QCOMPARE(buttons.at(2)->accessibleDescription(), QStringLiteral("F3"));
}

void ShellTest::finderOpensPagesCommandsAndHits()
{
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_K, Qt::ControlModifier);
    QVERIFY(box()->hasFocus());
    QTest::keyClicks(box(), QStringLiteral("dj"));
    QTest::keyClick(box(), Qt::Key_Return);
    QCOMPARE(m_shell->currentPage(), QStringLiteral("intake"));
    QVERIFY(!m_shell->finder().isVisible());
    m_shell->finder().open();
    const auto *list = m_shell->finder().findChild<QListView *>();
    QCOMPARE(list->model()->rowCount(), 4);
    for (int step = 0; step < 9; ++step)
        QTest::keyClick(box(), Qt::Key_Down);
    QCOMPARE(list->currentIndex().row(), 3);
    QTest::keyClick(box(), Qt::Key_Return);
    QCOMPARE(m_ran, QStringList{QStringLiteral("print")});
}

void ShellTest::finderGoesBackOnEscape()
{
    QWidget *before = QApplication::focusWidget();
    QTest::keyClick(before, Qt::Key_K, Qt::ControlModifier);
    QTest::keyClick(box(), Qt::Key_Tab);
    QVERIFY(box()->hasFocus());
    QTest::keyClicks(box(), QStringLiteral("nothing fits this"));
    QTest::keyClick(box(), Qt::Key_Return);
    QVERIFY(m_shell->finder().isVisible());
    QTest::keyClick(box(), Qt::Key_Escape);
    QVERIFY(!m_shell->finder().isVisible());
    QVERIFY(before->hasFocus());
}

void ShellTest::finderWaitsWhileComposing()
{
    m_shell->finder().open();
    typing::compose(box(), QStringLiteral("gongdan"));
    for (const Qt::Key key : {Qt::Key_Return, Qt::Key_Escape, Qt::Key_Down})
        QTest::keyClick(box(), key);
    QVERIFY(m_shell->finder().isVisible());
    QCOMPARE(m_shell->finder().findChild<QListView *>()->currentIndex().row(), 0);
    typing::commit(box(), QStringLiteral("工单"));
    QTest::keyClick(box(), Qt::Key_Return);
    QCOMPARE(m_shell->currentPage(), QStringLiteral("tickets"));
}

void ShellTest::scannedCodeOpensTheFirstHit()
{
    m_shell->finder().open();
    QTest::keyClicks(box(), QStringLiteral("03A-261120-012"));
    QTest::keyClick(box(), Qt::Key_Enter);
    QCOMPARE(m_ran, QStringList{QStringLiteral("03A-261120-012")});
}

void ShellTest::narrowWindowShowsIconsAlone()
{
    m_shell->resize(1280, 760);
    const NavButton *button = m_shell->findChild<NavButton *>();
    const int wide = button->sizeHint().width();
    m_shell->resize(640, 380);
    QCOMPARE(m_shell->size(), QSize(640, 380));
    QVERIFY(button->sizeHint().width() < wide / 2);
    QVERIFY(button->toolTip().contains(QStringLiteral("今日")));
}

void ShellTest::everythingThatTakesTheFocusHasAName()
{
    m_shell->setPerson(QStringLiteral("王芳"), QStringLiteral("客服"));
    m_shell->finder().open();
    for (const QWidget *widget : m_shell->findChildren<QWidget *>()) {
        if (widget->focusPolicy() != Qt::NoFocus && widget->isVisible())
            QVERIFY2(!widget->accessibleName().isEmpty(), widget->metaObject()->className());
    }
}

QTEST_MAIN(ShellTest)
#include "shell_test.moc"
