// SPDX-License-Identifier: GPL-3.0-or-later
#include "gridmap/map_bar.h"

#include "domain/words.h"
#include "look/icons.h"
#include "look/measures.h"
#include "tickets/search_field.h"
#include "tickets/ticket_words.h"
#include "widgets/filter_strip.h"

#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QToolButton>
#include <QVBoxLayout>

namespace ui::gridmap
{

using namespace domain;

MapBar::MapBar(QWidget *parent)
    : QWidget(parent)
    , m_search(new tickets::SearchField(tr("Search tickets on the map"), this))
    , m_scopes(
          new widgets::FilterStrip(tr("Tickets on the map"), widgets::FilterStrip::Mode::One, this))
    , m_lines(new widgets::FilterStrip(tr("Service lines"), widgets::FilterStrip::Mode::One, this))
    , m_actions(new QWidget(this))
    , m_words(new QLabel(this))
{
    m_search->installEventFilter(this);
    QList<widgets::Filter> lines{{{}, tr("All lines")}};
    for (const Word &word : wordsOf(List::Line))
        lines.append({QString::fromLatin1(word.code), word.text()});
    m_lines->setFilters(lines);
    m_lines->setActive({{}});
    auto *actions = new QHBoxLayout(m_actions);
    actions->setContentsMargins(0, 0, 0, 0);
    actions->setSpacing(look::unit);
    auto *first = new QHBoxLayout;
    first->setSpacing(look::gap);
    first->addWidget(m_search, 1);
    first->addWidget(m_words);
    first->addWidget(m_actions);
    auto *second = new QHBoxLayout;
    second->setSpacing(look::margin);
    second->addWidget(m_scopes, 1);
    second->addWidget(m_lines, 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(look::gap, look::gap, look::gap, look::gap);
    column->setSpacing(look::gap);
    column->addLayout(first);
    column->addLayout(second);
    connect(m_search, &QLineEdit::textChanged, this, &MapBar::changed);
    connect(m_search, &QLineEdit::returnPressed, this, &MapBar::left);
    connect(m_scopes, &widgets::FilterStrip::activeChanged, this, &MapBar::changed);
    connect(m_lines, &widgets::FilterStrip::activeChanged, this, &MapBar::changed);
}

void MapBar::setScopes(const QStringList &scopes)
{
    QList<widgets::Filter> filters;
    for (const QString &scope : scopes)
        filters.append({scope, tickets::scopeTitle(scope)});
    const QString now = scope();
    m_scopes->setFilters(filters);
    m_scopes->setActive({scopes.contains(now) ? now : scopes.value(0)});
}

QString MapBar::scope() const
{
    return m_scopes->active().value(0);
}

void MapBar::setScope(const QString &scope)
{
    m_scopes->setActive({scope});
}

store::TicketQuery MapBar::query(const items::Seat &seat, qint64 now_ms) const
{
    store::TicketQuery query = items::queryForScope(scope(), seat, now_ms);
    if (const QString line = m_lines->active().value(0); !line.isEmpty())
        query.filters.append({QStringLiteral("line"), line});
    query.text = m_search->text().trimmed();
    return query;
}

QToolButton *MapBar::addAction(const char *icon, const QString &text, const QKeySequence &keys)
{
    auto *button = new QToolButton(m_actions);
    button->setIcon(look::icon(QString::fromLatin1(icon)));
    button->setText(text);
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setAutoRaise(true);
    button->setShortcut(keys);
    if (!keys.isEmpty())
        button->setToolTip(
            QStringLiteral("%1 (%2)").arg(text, keys.toString(QKeySequence::NativeText)));
    m_actions->layout()->addWidget(button);
    return button;
}

void MapBar::say(const QString &words)
{
    m_words->setText(words);
}

bool MapBar::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_search && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Down || key == Qt::Key_Escape) {
            Q_EMIT left();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace ui::gridmap
