// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/shell.h"

#include "look/measures.h"
#include "shell/finder.h"
#include "shell/navigation.h"
#include "shell/settings.h"
#include "shell/status_line.h"
#include "shell/title_line.h"

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
    , m_stack(new QStackedWidget(this))
    , m_statusLine(new StatusLine(this))
{
    auto *centre = new QWidget(this);
    auto *column = new QVBoxLayout(centre);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto *row = new QHBoxLayout;
    row->setSpacing(0);
    row->addWidget(m_navigation);
    row->addWidget(m_stack, 1);
    column->addWidget(m_titleLine);
    column->addLayout(row, 1);
    column->addWidget(m_statusLine);
    setCentralWidget(centre);
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
        if (named.id == findId || !(typed.isEmpty() || m_match(named.title, typed)))
            continue;
        hits.append({named.icon, named.title, {}, m_keys.keys(named.id), named.run});
    }
    return hits;
}

void Shell::showPage(const QString &id)
{
    const auto known = std::find_if(
        m_pages.cbegin(), m_pages.cend(), [&](const PageSpec &page) { return page.id == id; });
    if (known == m_pages.cend())
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

void Shell::restore()
{
    const QByteArray geometry = m_settings.value(QStringLiteral("window/geometry")).toByteArray();
    if (geometry.isEmpty() || !restoreGeometry(geometry))
        resize(QSize(1280, 760).boundedTo(screen()->availableSize()));
    showPage(m_settings.value(QStringLiteral("window/page")).toString());
    if (m_current.isEmpty() && !m_pages.isEmpty())
        showPage(m_pages.constFirst().id);
}

void Shell::remember()
{
    m_settings.setValue(QStringLiteral("window/geometry"), saveGeometry());
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
