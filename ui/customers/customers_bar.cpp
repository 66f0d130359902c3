// SPDX-License-Identifier: GPL-3.0-or-later
#include "customers/customers_bar.h"

#include "domain/words.h"
#include "look/icons.h"
#include "look/measures.h"
#include "widgets/filter_strip.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QMenu>
#include <QToolButton>
#include <QVBoxLayout>

namespace ui::customers
{

using namespace domain;

namespace
{

QToolButton *toolButton(const char *icon, const QString &text, const QString &key, QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setIcon(look::icon(QString::fromLatin1(icon)));
    button->setText(text);
    button->setToolTip(key);
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setAutoRaise(true);
    return button;
}

} // namespace

CustomersBar::CustomersBar(QWidget *parent)
    : QWidget(parent)
    , m_search(new QLineEdit(this))
    , m_groups(new widgets::FilterStrip(tr("Groups"), widgets::FilterStrip::Mode::Several, this))
{
    m_search->setPlaceholderText(
        tr("Search: name, pinyin, end of a phone, address, account or meter number"));
    m_search->setAccessibleName(tr("Search customers"));
    m_search->setClearButtonEnabled(true);
    m_search->addAction(
        look::icon(QStringLiteral("search"), look::Tone::Muted), QLineEdit::LeadingPosition);
    m_search->installEventFilter(this);
    QList<widgets::Filter> groups;
    for (const Word &word : wordsOf(List::CustomerGroup))
        groups.append({QString::fromLatin1(word.code), word.text()});
    m_groups->setFilters(groups);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(look::gap, look::gap, look::gap, look::gap);
    column->setSpacing(look::unit);
    column->addLayout(makeTools());
    column->addWidget(m_groups);
    setFocusProxy(m_search);
    connect(m_search, &QLineEdit::textChanged, this, &CustomersBar::changed);
    connect(m_search, &QLineEdit::returnPressed, this, &CustomersBar::left);
    connect(m_groups, &widgets::FilterStrip::activeChanged, this, &CustomersBar::changed);
}

QHBoxLayout *CustomersBar::makeTools()
{
    auto *fresh = toolButton("add", tr("New customer"), QStringLiteral("Ctrl+N"), this);
    auto *duplicates = toolButton("customers", tr("Duplicates"), QStringLiteral("D"), this);
    m_merge = toolButton("conflict", tr("Merge the two"), QStringLiteral("G"), this);
    auto *save = toolButton("export", tr("Export"), {}, this);
    connect(fresh, &QToolButton::clicked, this, &CustomersBar::newAsked);
    connect(duplicates, &QToolButton::clicked, this, &CustomersBar::duplicatesAsked);
    connect(m_merge, &QToolButton::clicked, this, &CustomersBar::mergingAsked);
    connect(save, &QToolButton::clicked, this, &CustomersBar::exportAsked);
    auto *row = new QHBoxLayout;
    row->setSpacing(look::unit);
    row->addWidget(m_search, 1);
    for (QToolButton *button : {fresh, duplicates, m_merge, save, makePersonTool()})
        row->addWidget(button);
    return row;
}

QToolButton *CustomersBar::makePersonTool()
{
    auto *person = toolButton("person", tr("Personal data"), {}, this);
    auto *menu = new QMenu(person);
    menu->addAction(tr("Copy for the person (PDF)…"), this, &CustomersBar::copyAsked);
    menu->addAction(tr("Ask for erasure…"), this, &CustomersBar::erasureAsked);
    person->setMenu(menu);
    person->setPopupMode(QToolButton::InstantPopup);
    return person;
}

QString CustomersBar::text() const
{
    return m_search->text().trimmed();
}

QStringList CustomersBar::groups() const
{
    return m_groups->active();
}

bool CustomersBar::isBlank() const
{
    return m_search->text().isEmpty() && m_groups->active().isEmpty();
}

void CustomersBar::setText(const QString &text)
{
    m_search->setText(text);
}

void CustomersBar::clear()
{
    m_groups->setActive({});
    m_search->clear();
}

void CustomersBar::focusSearch()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

void CustomersBar::setCounts(const QHash<QString, int> &counts)
{
    m_groups->setCounts(counts);
}

void CustomersBar::allowMerging(bool allowed)
{
    m_merge->setEnabled(allowed);
}

bool CustomersBar::eventFilter(QObject *watched, QEvent *event)
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

} // namespace ui::customers
