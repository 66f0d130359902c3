// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/shell.h"

#include "look/measures.h"
#include "shell/finder.h"
#include "shell/navigation.h"
#include "shell/settings.h"
#include "shell/status_line.h"
#include "shell/title_line.h"
#include "widgets/banner.h"

#include <QCloseEvent>
#include <QHBoxLayout>
#include <QScreen>
#include <QShortcut>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace ui::shell
{

namespace
{

constexpr int narrowBelow = 240 * look::unit; // 960: a page needs its width more than titles do
const QString findId = QStringLiteral("find");

} // namespace

Shell::Shell(Settings &settings, QWidget *parent)
    : QMainWindow(parent)
    , m_settings(settings)
    , m_keys(settings)
    , m_match([](const QString &text, const QString &typed) {
        return text.contains(typed, Qt::CaseInsensitive);
    })
    , m_titleLine(new TitleLine(this))
    , m_navigation(new Navigation(this))
    , m_layers(new QStackedWidget(this))
    , m_notice(new widgets::Banner(this))
    , m_stack(new QStackedWidget(this))
    , m_statusLine(new StatusLine(this))
{
    auto *centre = new QWidget(m_layers);
    auto *column = new QVBoxLayout(centre);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto *row = new QHBoxLayout;
    row->setSpacing(0);
    row->addWidget(m_navigation);
    auto *page = new QVBoxLayout;
    page->setSpacing(0);
    page->addWidget(m_notice);
    page->addWidget(m_stack, 1);
    row->addLayout(page, 1);
    column->addWidget(m_titleLine);
    column->addLayout(row, 1);
    column->addWidget(m_statusLine);
    m_layers->addWidget(centre);
    setCentralWidget(m_layers);
    setWindowTitle(tr("Griddesk"));
    m_finder = new Finder(centre);
    m_finder->addSource([this](const QString &typed) { return findNamed(typed); });
    connect(m_navigation, &Navigation::picked, this, &Shell::showPage);
    connect(&m_keys, &KeyTable::changed, this, &Shell::bindKeys);
    const Named find{findId, tr("Find"), QStringLiteral("search"), [this] { m_finder->open(); }};
    name(find, QKeySequence(Qt::CTRL | Qt::Key_K));
}

void Shell::addPage(const PageSpec &page)
{
    m_pages.append(page);
    m_navigation->addPage(page.id, page.icon, page.title);
    name({page.id, page.title, page.icon, [this, id = page.id] { showPage(id); }}, page.key);
}

void Shell::addCommand(const CommandSpec &command)
{
    name({command.id, command.title, command.icon, command.run}, command.key);
}

void Shell::setMatch(TextMatch match)
{
    m_match = std::move(match);
}

void Shell::name(const Named &named, const QKeySequence &key)
{
    m_named.append(named);
    m_keys.add(named.id, named.title, key);
    auto *shortcut = new QShortcut(this);
    connect(shortcut, &QShortcut::activated, this, named.run);
    m_shortcuts.insert(named.id, shortcut);
    bindKeys(named.id);
}

void Shell::bindKeys(const QString &id)
{
    const QKeySequence keys = m_keys.keys(id);
    if (QShortcut *shortcut = m_shortcuts.value(id))
        shortcut->setKey(keys);
    m_navigation->setKeys(id, keys);
    if (id == findId)
        m_statusLine->setFindKeys(keys);
}

QList<Hit> Shell::findNamed(const QString &typed)
{
    QList<Hit> hits;
    for (const Named &named : std::as_const(m_named)) {
        if (named.id == findId || !isOpen(named.id)
            || !(typed.isEmpty() || m_match(named.title, typed)))
            continue;
        hits.append({named.icon, named.title, {}, m_keys.keys(named.id), named.run});
    }
    return hits;
}

void Shell::showPage(const QString &id)
{
    const PageSpec *known = findPage(id);
    if (!known || !isOpen(id))
        return;
    QWidget *&made = m_made[id];
    if (!made) {
        made = known->factory(m_stack);
        m_stack->addWidget(made);
    }
    m_finder->close();
    m_stack->setCurrentWidget(made);
    m_navigation->setCurrent(id);
    m_current = id;
    made->setFocus(Qt::ShortcutFocusReason);
    Q_EMIT pageShown(id);
}

const PageSpec *Shell::findPage(const QString &id) const
{
    const auto known = std::find_if(
        m_pages.cbegin(), m_pages.cend(), [&](const PageSpec &page) { return page.id == id; });
    return known == m_pages.cend() ? nullptr : &*known;
}

bool Shell::isOpen(const QString &id) const
{
    const PageSpec *page = findPage(id);
    return !page || !page->isOpen || page->isOpen();
}

void Shell::renewPages()
{
    for (const PageSpec &page : std::as_const(m_pages))
        m_navigation->setOpen(page.id, isOpen(page.id));
    renewShortcuts();
    if (m_current.isEmpty() || isOpen(m_current))
        return;
    // Its content stays for the next who may see it; the focus isn't to go back there.
    m_before.clear();
    const auto first = std::find_if(
        m_pages.cbegin(), m_pages.cend(), [this](const PageSpec &page) { return isOpen(page.id); });
    if (first != m_pages.cend())
        showPage(first->id);
}

void Shell::renewShortcuts()
{
    for (auto shortcut = m_shortcuts.cbegin(); shortcut != m_shortcuts.cend(); ++shortcut)
        shortcut.value()->setEnabled(!isCurtainDrawn() && isOpen(shortcut.key()));
}

void Shell::setCurtain(QWidget *curtain)
{
    m_curtain = curtain;
    m_layers->addWidget(curtain);
}

bool Shell::isCurtainDrawn() const
{
    return m_curtain && m_layers->currentWidget() == m_curtain;
}

void Shell::drawCurtain()
{
    if (!m_curtain || isCurtainDrawn())
        return;
    m_finder->close();
    m_before = focusWidget();
    m_layers->setCurrentWidget(m_curtain);
    setFocusProxy(m_curtain); // also for a focus that the system gives to the window itself
    m_curtain->setFocus(Qt::OtherFocusReason);
    renewShortcuts();
    Q_EMIT curtainChanged();
}

void Shell::openCurtain()
{
    if (!isCurtainDrawn())
        return;
    setFocusProxy(nullptr);
    m_layers->setCurrentIndex(0);
    renewShortcuts();
    if (m_current.isEmpty())
        showLastPage();
    else if (m_before && m_before->isVisible())
        m_before->setFocus(Qt::OtherFocusReason);
    else if (QWidget *page = m_made.value(m_current))
        page->setFocus(Qt::OtherFocusReason);
    Q_EMIT curtainChanged();
}

QWidget *Shell::page(const QString &id) const
{
    return m_made.value(id);
}

void Shell::setCount(const QString &id, int count)
{
    m_navigation->setCount(id, count);
}

void Shell::setCompany(const QString &company)
{
    m_titleLine->setCompany(company);
    setWindowTitle(
        company.isEmpty() ? tr("Griddesk") : tr("Griddesk") + QStringLiteral(" · ") + company);
}

void Shell::setPerson(const QString &name, const QString &role)
{
    m_titleLine->setPerson(name, role);
}

QMenu *Shell::personMenu() const
{
    return m_titleLine->personMenu();
}

void Shell::addTool(QWidget *tool)
{
    m_titleLine->addTool(tool);
}

QWidget *Shell::frame() const
{
    return m_layers->widget(0);
}

void Shell::restore()
{
    const QByteArray geometry = m_settings.value(QStringLiteral("window/geometry")).toByteArray();
    if (geometry.isEmpty() || !restoreGeometry(geometry))
        resize(QSize(1280, 760).boundedTo(screen()->availableSize()));
    if (!isCurtainDrawn())
        showLastPage();
}

void Shell::showLastPage()
{
    showPage(m_settings.value(QStringLiteral("window/page")).toString());
    if (m_current.isEmpty() && !m_pages.isEmpty())
        showPage(m_pages.constFirst().id);
}

void Shell::remember()
{
    m_settings.setValue(QStringLiteral("window/geometry"), saveGeometry());
    if (!m_current.isEmpty())
        m_settings.setValue(QStringLiteral("window/page"), m_current);
}

void Shell::closeEvent(QCloseEvent *event)
{
    remember();
    QMainWindow::closeEvent(event);
}

void Shell::resizeEvent(QResizeEvent *event)
{
    QMainWindow::resizeEvent(event);
    m_navigation->setNarrow(width() < narrowBelow);
}

} // namespace ui::shell
