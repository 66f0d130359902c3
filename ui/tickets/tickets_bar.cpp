// SPDX-License-Identifier: GPL-3.0-or-later
#include "tickets/tickets_bar.h"

#include "domain/words.h"
#include "look/icons.h"
#include "look/measures.h"
#include "tickets/search_field.h"
#include "tickets/slip_kinds.h"
#include "tickets/ticket_words.h"
#include "widgets/filter_strip.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QMenu>
#include <QToolButton>
#include <QVBoxLayout>

namespace ui::tickets
{

using namespace domain;

namespace
{

QToolButton *toolButton(const char *icon, const QString &text, QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setIcon(look::icon(QString::fromLatin1(icon)));
    button->setText(text);
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setAutoRaise(true);
    return button;
}

QString filterOf(const Word &line)
{
    return QStringLiteral("line:") + QLatin1StringView(line.code);
}

} // namespace

TicketsBar::TicketsBar(QWidget *parent)
    : QWidget(parent)
    , m_search(new SearchField(tr("Search tickets"), this))
    , m_scopes(new widgets::FilterStrip(tr("Lists"), widgets::FilterStrip::Mode::One, this))
    , m_lines(
          new widgets::FilterStrip(tr("Service lines"), widgets::FilterStrip::Mode::Several, this))
{
    m_search->installEventFilter(this);
    QList<widgets::Filter> lines;
    for (const Word &word : wordsOf(List::Line))
        lines.append({filterOf(word), word.text()});
    m_lines->setFilters(lines);
    layOut();
    connect(m_search, &QLineEdit::textChanged, this, &TicketsBar::typed);
    connect(m_search, &QLineEdit::returnPressed, this, &TicketsBar::entered);
    connect(m_scopes, &widgets::FilterStrip::activeChanged, this,
        [this](const QStringList &active) { Q_EMIT scopePicked(active.value(0)); });
    connect(m_lines, &widgets::FilterStrip::activeChanged, this, &TicketsBar::pickLine);
}

void TicketsBar::layOut()
{
    auto *first = new QHBoxLayout;
    first->setSpacing(look::gap);
    first->addWidget(m_search, 1);
    first->addWidget(makeTools());
    auto *second = new QHBoxLayout;
    second->setSpacing(look::margin);
    second->addWidget(m_scopes, 1);
    second->addWidget(m_lines, 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(look::gap, look::gap, look::gap, look::gap);
    column->setSpacing(look::unit);
    column->addLayout(first);
    column->addLayout(second);
}

QWidget *TicketsBar::makeTools()
{
    auto *tools = new QWidget(this);
    auto *row = new QHBoxLayout(tools);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(look::unit);
    m_columns = toolButton("columns", tr("Columns"), tools);
    m_columns->setPopupMode(QToolButton::InstantPopup);
    auto *save = toolButton("export", tr("Export"), tools);
    connect(save, &QToolButton::clicked, this, &TicketsBar::exportAsked);
    auto *print = toolButton("print", tr("Print"), tools);
    print->setPopupMode(QToolButton::InstantPopup);
    print->setMenu(makePrintMenu(print));
    for (QToolButton *button : {m_columns, save, print})
        row->addWidget(button);
    return tools;
}

QMenu *TicketsBar::makePrintMenu(QWidget *parent)
{
    auto *menu = new QMenu(parent);
    connect(menu->addAction(tr("This list")), &QAction::triggered, this, &TicketsBar::printAsked);
    menu->addSeparator();
    for (const SlipKind &kind : slipKinds()) {
        connect(menu->addAction(tr("%1, of the chosen").arg(kind.text())), &QAction::triggered,
            this, [this, name = QString::fromLatin1(kind.name)] { Q_EMIT slipsAsked(name); });
    }
    return menu;
}

QString TicketsBar::text() const
{
    return m_search->text();
}

void TicketsBar::setText(const QString &text)
{
    m_search->setText(text);
}

void TicketsBar::focusSearch()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

void TicketsBar::setScopes(const QStringList &scopes, const QString &filtered)
{
    QList<widgets::Filter> lists;
    for (const QString &scope : scopes)
        lists.append({scope, scopeTitle(scope)});
    if (!filtered.isEmpty())
        lists.append({filteredScope, filtered});
    m_scopes->setFilters(lists);
}

void TicketsBar::setScope(const QString &scope)
{
    m_scopes->setActive({scope});
}

/// One line at a time; a press on the chosen one takes the filter away.
void TicketsBar::pickLine(const QStringList &lines)
{
    const QString before = QStringLiteral("line:") + m_line;
    QString picked;
    for (const QString &line : lines) {
        if (line != before)
            picked = line;
    }
    m_line = picked.section(u':', 1);
    m_lines->setActive(picked.isEmpty() ? QStringList() : QStringList{picked});
    Q_EMIT linePicked();
}

void TicketsBar::setCounts(QHash<QString, int> counts)
{
    m_scopes->setCounts(counts);
    for (const Word &word : wordsOf(List::Line))
        counts.insert(filterOf(word), counts.value(filterOf(word)));
    m_lines->setCounts(counts);
}

void TicketsBar::setColumnsMenu(QMenu *menu)
{
    m_columns->setMenu(menu);
}

bool TicketsBar::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_search && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Escape)
            m_search->clear();
        if (key == Qt::Key_Down || key == Qt::Key_Escape) {
            Q_EMIT left();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace ui::tickets
