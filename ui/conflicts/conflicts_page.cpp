// SPDX-License-Identifier: GPL-3.0-or-later
#include "conflicts/conflicts_page.h"

#include "conflicts/twin_lines.h"
#include "look/measures.h"
#include "tickets/conflict_view.h"
#include "widgets/banner.h"
#include "widgets/empty_page.h"
#include "widgets/filter_strip.h"
#include "widgets/hairline.h"
#include "widgets/list_view.h"

#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QShortcut>
#include <QSplitter>
#include <QStackedWidget>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

namespace ui::conflicts
{

using namespace domain;
using store::ConflictQuery;

namespace
{

constexpr std::pair<const char *, ConflictQuery::Which> filters[] = {{"open", ConflictQuery::Open},
    {"settled", ConflictQuery::Settled}, {"all", ConflictQuery::All}};

} // namespace

ConflictsPage::ConflictsPage(Desk &desk, QWidget *parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_office(desk)
    , m_model(tickets::sourceOf(desk))
    , m_words(m_model, desk.read())
    , m_filters(new widgets::FilterStrip(tr("Conflicts"), widgets::FilterStrip::Mode::One, this))
    , m_banner(new widgets::Banner(this))
    , m_stack(new QStackedWidget(this))
    , m_list(widgets::makeListView(m_words, tr("Conflicts"), {92, 0, 152, 100}, this))
    , m_scroll(new QScrollArea(this))
    , m_view(new tickets::ConflictView(m_office, m_scroll, this))
    , m_nothing(new QLabel(this))
{
    setAccessibleName(tr("Conflicts"));
    layOut();
    setUpKeys();
    connect(&desk, &Desk::committed, &m_model, &items::ConflictListModel::takeIn);
    connect(&desk, &Desk::satDown, this, &ConflictsPage::find);
    connect(&m_model, &items::ConflictListModel::found, this, &ConflictsPage::showFound);
    connect(&m_model, &QAbstractItemModel::dataChanged, this, &ConflictsPage::showCurrent);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
        &ConflictsPage::showCurrent);
    connect(m_filters, &widgets::FilterStrip::activeChanged, this, [this](const QStringList &ids) {
        for (const auto &[id, which] : filters) {
            if (ids.value(0) == QLatin1StringView(id))
                showWhich(which);
        }
    });
    connect(m_view, &tickets::ConflictView::settled, this, [this](const QString &words) {
        m_banner->showMessage(widgets::Mood::Done, words);
        m_list->setFocus(Qt::OtherFocusReason);
    });
    showWhich(ConflictQuery::Open);
}

ConflictsPage::~ConflictsPage() = default;

void ConflictsPage::layOut()
{
    m_filters->setFilters({{QStringLiteral("open"), tr("To settle")},
        {QStringLiteral("settled"), tr("Settled")}, {QStringLiteral("all"), tr("All")}});
    auto *open = new QPushButton(tr("Open (Enter)"), this);
    open->setAutoDefault(false);
    connect(open, &QPushButton::clicked, this, &ConflictsPage::open);
    auto *top = new QHBoxLayout;
    top->setContentsMargins(look::gap, look::gap, look::gap, look::gap);
    top->addWidget(m_filters, 1);
    top->addWidget(open);
    auto *body = new QWidget(m_scroll);
    auto *inner = new QVBoxLayout(body);
    inner->setContentsMargins(look::margin, look::gap, look::margin, look::margin);
    inner->addWidget(m_view);
    inner->addStretch();
    m_scroll->setWidget(body);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    auto *split = new QSplitter(m_stack);
    split->setHandleWidth(look::hairline);
    split->setChildrenCollapsible(false);
    split->addWidget(m_list);
    split->addWidget(m_scroll);
    split->setSizes({660, 420});
    m_stack->addWidget(split);
    m_stack->addWidget(new widgets::EmptyPage(
        {QStringLiteral("done"), tr("Nothing contradicts"),
            tr("What two desks recorded apart and differently stands here with both versions, and "
               "what had no effect because it came too late or without the right."),
            {}, {}},
        m_stack));
    m_nothing->setAlignment(Qt::AlignCenter);
    m_nothing->setForegroundRole(QPalette::PlaceholderText);
    m_stack->addWidget(m_nothing);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_banner);
    auto *twins = new TwinLines(m_desk, this);
    connect(twins, &TwinLines::rowAsked, this, &ConflictsPage::rowAsked);
    column->addLayout(top);
    column->addWidget(new widgets::Hairline(Qt::Horizontal, this));
    column->addWidget(twins);
    column->addWidget(m_stack, 1);
    setFocusProxy(m_list);
}

void ConflictsPage::setUpKeys()
{
    int digit = Qt::Key_1;
    for (const auto &[id, which] : filters) {
        auto *shortcut = new QShortcut(QKeyCombination(Qt::CTRL, Qt::Key(digit++)), this);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, [this, which = which] { showWhich(which); });
    }
    for (const Qt::Key enter : {Qt::Key_Return, Qt::Key_Enter}) {
        auto *shortcut = new QShortcut(enter, m_list);
        shortcut->setContext(Qt::WidgetShortcut);
        connect(shortcut, &QShortcut::activated, this, &ConflictsPage::open);
    }
    connect(m_list, &QTableView::doubleClicked, this, &ConflictsPage::open);
}

void ConflictsPage::showWhich(ConflictQuery::Which which)
{
    m_which = which;
    for (const auto &[id, one] : filters) {
        if (one == which)
            m_filters->setActive({QString::fromLatin1(id)});
    }
    find();
}

void ConflictsPage::find()
{
    m_model.find({m_which, {}, m_desk.who()});
}

void ConflictsPage::showFound()
{
    const int count = m_model.rowCount();
    m_nothing->setText(tr("Nothing was settled yet."));
    m_stack->setCurrentIndex(count > 0 ? 0 : m_which == ConflictQuery::Open ? 1 : 2);
    if (count > 0 && !m_list->currentIndex().isValid())
        m_list->selectRow(std::min(m_lastRow, count - 1));
    showCurrent();
}

void ConflictsPage::showCurrent()
{
    const int row = m_list->currentIndex().row();
    const items::ConflictCard *card =
        row >= 0 && row < m_model.rowCount() ? m_model.at(row) : nullptr;
    if (!card)
        return m_view->clear();
    m_lastRow = row;
    if (card->line.number != m_view->number())
        m_scroll->ensureVisible(0, 0);
    m_view->show(*card, true);
}

void ConflictsPage::open()
{
    const int row = m_list->currentIndex().row();
    const items::ConflictCard *card =
        row >= 0 && row < m_model.rowCount() ? m_model.at(row) : nullptr;
    if (!card || card->number == 0)
        return m_banner->showMessage(
            widgets::Mood::Late, tr("There is nothing to open: what was recorded had no effect."));
    if (card->isAboutTicket())
        Q_EMIT ticketAsked(card->line.ticket);
    else
        Q_EMIT rowAsked(*card->reg, card->line.subject);
}

} // namespace ui::conflicts
