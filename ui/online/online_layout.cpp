// SPDX-License-Identifier: GPL-3.0-or-later
// How the page stands: whether the window asks by itself at the top, the list with its form below it, then the chosen one with what came
// of it, and what may be done at the bottom.
#include "desks/fact_list.h"
#include "look/measures.h"
#include "look/type.h"
#include "online/online_form.h"
#include "online/online_page.h"
#include "widgets/banner.h"
#include "widgets/empty_page.h"
#include "widgets/hairline.h"
#include "widgets/icon_text.h"
#include "widgets/list_view.h"
#include "widgets/state_tag.h"
#include "widgets/texts.h"

#include <QCheckBox>
#include <QPushButton>
#include <QScrollArea>
#include <QShortcut>
#include <QSplitter>
#include <QStackedWidget>
#include <QTableView>
#include <QVBoxLayout>

namespace ui::online
{

using items::OnlineSource;

namespace
{

constexpr int formWidth = 428;
constexpr int panelWidth = 332;
constexpr int topHeight = 200;
const QKeySequence stopKey(Qt::CTRL | Qt::Key_Period);
const QKeySequence switchKey(Qt::CTRL | Qt::Key_B);

QString shown(const QKeySequence &key)
{
    return key.toString(QKeySequence::NativeText);
}

} // namespace

QWidget *OnlinePage::makeHead()
{
    auto *head = new QWidget(this);
    m_byItself = new QCheckBox(tr("This window asks by itself"), head);
    m_byItself->setToolTip(shown(switchKey));
    m_byItself->setObjectName(QStringLiteral("by_itself"));
    m_how = new widgets::IconText(head);
    m_how->setObjectName(QStringLiteral("how"));
    m_stop = new QPushButton(tr("Stop") + QStringLiteral("  ") + shown(stopKey), head);
    auto *line = new QHBoxLayout;
    line->setSpacing(look::margin);
    line->addWidget(m_byItself);
    line->addWidget(m_how, 1);
    line->addWidget(m_stop);
    auto *column = new QVBoxLayout(head);
    column->setContentsMargins(look::margin, look::gap, look::margin, look::gap);
    column->setSpacing(look::unit);
    column->addLayout(line);
    column->addWidget(widgets::quietParagraph(
        tr("Better one desk asks each service: two that ask take the same request in twice, and "
           "somebody has to settle it. A desk that runs all night is best."),
        head));
    return head;
}

// The list with what came of the chosen one, and the form beside both when it is open.
QWidget *OnlinePage::makeMiddle()
{
    auto *middle = new QWidget(m_stack);
    auto *split = new QSplitter(Qt::Vertical, middle);
    split->setHandleWidth(look::hairline);
    split->setChildrenCollapsible(false);
    // State, name, address, mapping, last round, came in, refused, without number.
    m_table = widgets::makeListView(
        m_sources, tr("Services and folders"), {128, 132, 0, 0, 152, 72, 72, 112}, split);
    m_table->setObjectName(QStringLiteral("sources"));
    split->addWidget(m_table);
    split->addWidget(makeBottom(split));
    split->setStretchFactor(1, 1);
    split->setSizes({topHeight, 2 * topHeight});
    m_form = new OnlineForm(m_channel, middle);
    m_formArea = new QScrollArea(middle);
    m_formArea->setWidgetResizable(true);
    m_formArea->setFrameShape(QFrame::NoFrame);
    m_formArea->setFocusPolicy(Qt::NoFocus);
    m_formArea->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_formArea->setFixedWidth(formWidth);
    m_formArea->setWidget(m_form);
    auto *row = new QHBoxLayout(middle);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(split, 1);
    row->addWidget(m_formArea);
    showForm(false);
    return middle;
}

// Beside the form there is room for what tells one from the other.
void OnlinePage::showForm(bool shows)
{
    m_formArea->setVisible(shows);
    m_panelArea->setVisible(!shows);
    for (int column = SourceTable::Mapping; column < SourceTable::columns; ++column)
        m_table->setColumnHidden(column, shows);
}

QWidget *OnlinePage::makeBottom(QWidget *parent)
{
    auto *bottom = new QSplitter(parent);
    bottom->setHandleWidth(look::hairline);
    bottom->setChildrenCollapsible(false);
    m_panelArea = new QScrollArea(bottom);
    m_panelArea->setWidgetResizable(true);
    m_panelArea->setFrameShape(QFrame::NoFrame);
    m_panelArea->setFocusPolicy(Qt::NoFocus);
    m_panelArea->setMinimumWidth(panelWidth);
    m_panelArea->setWidget(makePanel(m_panelArea));
    // What came of it, number at the source, ticket, what or why.
    m_came = widgets::makeListView(
        m_lines, tr("What came of the chosen one"), {124, 116, 124, 0}, bottom);
    m_came->setObjectName(QStringLiteral("came"));
    bottom->addWidget(m_panelArea);
    bottom->addWidget(m_came);
    bottom->setStretchFactor(1, 1);
    bottom->setSizes({panelWidth, 3 * panelWidth});
    return bottom;
}

QWidget *OnlinePage::makePanel(QWidget *parent)
{
    auto *panel = new QWidget(parent);
    m_title = widgets::paragraph({}, panel);
    m_title->setFont(look::type(look::TypeSize::Large));
    m_state = new widgets::StateTag(panel);
    m_advice = widgets::quietParagraph({}, panel);
    m_advice->setObjectName(QStringLiteral("advice"));
    m_facts = new desks::FactList(panel);
    auto *column = new QVBoxLayout(panel);
    column->setContentsMargins(look::margin, look::margin, look::margin, look::margin);
    column->setSpacing(look::gap);
    column->addWidget(m_title);
    column->addWidget(m_state);
    column->addWidget(m_advice);
    column->addWidget(m_facts);
    column->addStretch();
    return panel;
}

QWidget *OnlinePage::makeActs()
{
    struct Act {
        QString text;
        QKeySequence key;
        void (OnlinePage::*deed)();
        bool isOfOne;
    };
    const Act acts[] = {{tr("Add a service"), QKeySequence::New, &OnlinePage::addService, false},
        {tr("Add a folder"), Qt::CTRL | Qt::SHIFT | Qt::Key_N, &OnlinePage::addFolder, false},
        {tr("Change"), Qt::CTRL | Qt::Key_E, &OnlinePage::change, true},
        {tr("Remove"), Qt::CTRL | Qt::Key_Delete, &OnlinePage::remove, true},
        {tr("Ask now"), Qt::CTRL | Qt::Key_R, &OnlinePage::askOne, true},
        {tr("Ask all"), Qt::CTRL | Qt::SHIFT | Qt::Key_R, &OnlinePage::askAll, true}};
    auto *area = new QWidget(this);
    auto *row = new QHBoxLayout(area);
    row->setContentsMargins(look::margin, look::gap, look::margin, look::gap);
    row->setSpacing(look::gap);
    const auto bind = [this](const QKeySequence &key, auto *widget) {
        auto *shortcut = new QShortcut(key, this);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, widget, [widget] {
            if (widget->isEnabled() && widget->isVisible())
                widget->click();
        });
    };
    for (const Act &act : acts) {
        auto *button = new QPushButton(act.text, area);
        button->setToolTip(shown(act.key));
        connect(button, &QPushButton::clicked, this, act.deed);
        bind(act.key, button);
        row->addWidget(button);
        if (act.isOfOne)
            m_ofOne.append(button);
    }
    row->addStretch();
    connect(m_stop, &QPushButton::clicked, this, [this] { m_channel.stop(); });
    bind(stopKey, m_stop);
    bind(switchKey, m_byItself);
    return area;
}

QWidget *OnlinePage::makeEmpty()
{
    return new widgets::EmptyPage(
        {QStringLiteral("online"), tr("Nothing is asked yet"),
            tr("Services by which citizens report (Open311 GeoReport v2) stand here, and folders "
               "into "
               "which another program lays files. What they bring becomes tickets, each once. "
               "Ctrl+Shift+N sets up a folder."),
            QKeySequence::New, tr("sets up the first service")},
        m_stack);
}

} // namespace ui::online
