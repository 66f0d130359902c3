// SPDX-License-Identifier: GPL-3.0-or-later
#include "outages/outages_page.h"

#include "desk.h"
#include "domain/words.h"
#include "items/gates.h"
#include "look/measures.h"
#include "outages/outage_card.h"
#include "registers/register_form.h"
#include "visits/call_queue.h"
#include "widgets/banner.h"
#include "widgets/empty_page.h"
#include "widgets/hairline.h"
#include "widgets/keyboard.h"
#include "widgets/list_view.h"

#include <QHeaderView>
#include <QPushButton>
#include <QScrollArea>
#include <QShortcut>
#include <QSplitter>
#include <QStackedWidget>
#include <QTableView>
#include <QVBoxLayout>

namespace ui::outages
{

using namespace domain;
using items::OutageLine;
using items::OutageListModel;
using visits::CallTask;

namespace
{

constexpr int formWidth = 380;
constexpr int cardWidth = 340;
constexpr int minute_ms = 60'000;

/// Of a new one what is known at the beginning; the rest is entered as it comes.
QVector<QVector<quint8>> newFields()
{
    return {{outage::Code}, {outage::Title}, {outage::Line}, {outage::Planned}, {outage::Grids},
        {outage::Where}, {outage::From}, {outage::Until}, {outage::Cause}, {outage::Wording}};
}

CallTask callingBack()
{
    const auto answer = [](const char *code, const QKeySequence &key, const QString &icon) {
        const QString told = QString::fromLatin1(code);
        return CallTask::Answer{{told, key.toString() + u' ' + wordFor(List::ToldBy, told), icon},
            key, {{field::ToldBy, told}}};
    };
    return {.action = QStringLiteral("call_back"),
        .name = OutagesPage::tr("Who waits to be called back"),
        .question = OutagesPage::tr("How they were told"),
        .answers = {answer("phone", Qt::Key_P, {}), answer("text", Qt::Key_T, {}),
            answer("unreached", Qt::Key_U, QStringLiteral("phone"))},
        .notTheirs = OutagesPage::tr("This call is not yours to make: it lies in another grid."),
        .nobody = {QStringLiteral("phone"), OutagesPage::tr("Nobody waits"),
            OutagesPage::tr("Whoever calls about this outage joins it with Ctrl+J at the intake, "
                            "stands here, and is called back once it is over."),
            {}, {}}};
}

} // namespace

OutagesPage::OutagesPage(Desk &desk, QWidget *parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_office(desk)
    , m_model(tickets::sourceOf(desk))
    , m_banner(new widgets::Banner(this))
    , m_stack(new QStackedWidget(this))
    , m_background(tickets::sourceOf(desk))
{
    m_stack->addWidget(makeBody());
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_banner);
    column->addWidget(m_stack, 1);
    column->addWidget(new widgets::Hairline(Qt::Horizontal, this));
    column->addLayout(makeButtons());
    setAccessibleName(tr("Outages"));
    setFocusProxy(m_table);
    connect(&desk, &Desk::committed, this, &OutagesPage::takeIn);
    connect(&m_model, &OutageListModel::renewed, this, &OutagesPage::showRenewed);
    connect(&desk, &Desk::satDown, this, &OutagesPage::showRights);
    connect(&m_minute, &QTimer::timeout, &m_model, &OutageListModel::renew);
    m_minute.setInterval(minute_ms);
    showRights();
}

OutagesPage::~OutagesPage() = default;

/// The form stands beside both halves: it needs the height of the page.
QWidget *OutagesPage::makeBody()
{
    auto *body = new QWidget(m_stack);
    auto *split = new QSplitter(Qt::Vertical, body);
    split->setHandleWidth(look::hairline);
    split->setChildrenCollapsible(false);
    split->addWidget(makeTable());
    split->addWidget(makeBottom());
    split->setStretchFactor(0, 2);
    split->setStretchFactor(1, 3);
    auto *row = new QHBoxLayout(body);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(split, 1);
    m_form =
        new registers::RegisterForm(m_office, registers::RegisterForm::Place::BesideTable, body);
    m_form->setFixedWidth(formWidth);
    m_form->installEventFilter(this);
    row->addWidget(m_form);
    connect(m_form, &registers::RegisterForm::saved, this, [this](const Id &saved) {
        m_goTo = saved;
        m_model.renew();
        widgets::giveKeyboard(m_table);
        outageSaved(saved);
    });
    bindJoining();
    connect(
        m_form, &registers::RegisterForm::left, this, [this] { widgets::giveKeyboard(m_table); });
    return body;
}

/// While an outage is being entered nobody is called, and the form has that room.
bool OutagesPage::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_form && event->type() == QEvent::HideToParent)
        m_calls->show();
    return QWidget::eventFilter(watched, event);
}

QWidget *OutagesPage::makeTable()
{
    m_table = new QTableView(m_stack);
    m_table->setModel(&m_model);
    widgets::dressAsList(*m_table, tr("Outages"));
    QHeaderView *header = m_table->horizontalHeader();
    header->setSectionResizeMode(QHeaderView::ResizeToContents);
    header->setSectionResizeMode(OutageListModel::Title, QHeaderView::Stretch);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
        &OutagesPage::showCurrent);
    connect(m_table, &QTableView::activated, this, &OutagesPage::change);
    return m_table;
}

QWidget *OutagesPage::makeBottom()
{
    auto *bottom = new QSplitter(m_stack);
    bottom->setHandleWidth(look::hairline);
    bottom->setChildrenCollapsible(false);
    // Less than its parts ask for, so that the form beside them doesn't make the window grow.
    bottom->setMinimumWidth(cardWidth);
    auto *scroll = new QScrollArea(bottom);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setMinimumWidth(cardWidth);
    m_card = new OutageCard(tickets::sourceOf(m_desk), m_desk.read().zone(), scroll);
    scroll->setWidget(m_card);
    m_calls = new visits::CallQueue(m_desk, callingBack(), bottom);
    bottom->addWidget(scroll);
    bottom->addWidget(m_calls);
    bottom->setStretchFactor(1, 1);
    return bottom;
}

QHBoxLayout *OutagesPage::makeButtons()
{
    auto *row = new QHBoxLayout;
    row->setContentsMargins(look::margin, look::gap, look::margin, look::gap);
    row->setSpacing(look::gap);
    const std::tuple<QString, QKeySequence, void (OutagesPage::*)()> acts[] = {
        {tr("Enter an outage"), QKeySequence::New, &OutagesPage::add},
        {tr("Change"), Qt::CTRL | Qt::Key_E, &OutagesPage::change},
        {tr("Announce"), Qt::CTRL | Qt::Key_B, &OutagesPage::announce},
        {tr("Print the notice"), QKeySequence::Print, &OutagesPage::printNotice},
        {tr("Call who depends on it"), Qt::CTRL | Qt::Key_L, &OutagesPage::callKeyUsers},
        {tr("It is over"), Qt::CTRL | Qt::Key_R, &OutagesPage::restore},
        {tr("Tell all who wait"), Qt::CTRL | Qt::Key_T, &OutagesPage::tellAll}};
    for (const auto &[text, key, act] : acts) {
        auto *button = new QPushButton(text, this);
        button->setToolTip(key.toString(QKeySequence::NativeText));
        connect(button, &QPushButton::clicked, this, act);
        row->addWidget(button);
        m_acts.append(button);
        auto *shortcut = new QShortcut(key, this);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, button, [this, button] {
            if (button->isVisibleTo(this))
                button->click();
        });
    }
    row->addStretch();
    m_stack->addWidget(new widgets::EmptyPage(
        {QStringLiteral("offline"), tr("Nothing fails"),
            tr("What is shut off or has failed stands here, with whoever called about it."),
            QKeySequence::New, tr("enters the first one")},
        m_stack));
    return row;
}

void OutagesPage::showRights()
{
    const bool mayKeep =
        items::isOpenTo({.registers = {Register::Outage}}, m_desk.who(), m_desk.read().grants());
    for (QPushButton *act : std::as_const(m_acts))
        act->setVisible(mayKeep);
    m_card->setShowsNames(
        items::isOpenTo({.registers = {Register::Customer}}, m_desk.who(), m_desk.read().grants()));
    if (!mayKeep)
        m_form->giveUp();
}

/// Calls are counted while somebody looks; that something fails is heard at once.
void OutagesPage::takeIn(const store::Committed &committed)
{
    const bool isOutage = std::ranges::any_of(committed.touched, [](const store::Touched &one) {
        return one.what == store::Touched::Row && one.reg == quint8(Register::Outage);
    });
    if (isVisible() || isOutage)
        m_model.takeIn(committed);
}

void OutagesPage::showRenewed()
{
    Q_EMIT goingChanged(m_model.going());
    const bool isNone = m_model.rowCount() == 0 && !m_form->isOpen();
    m_stack->setCurrentIndex(isNone ? 1 : 0);
    const int row = m_model.rowOf(m_goTo.isNull() ? m_shown : std::exchange(m_goTo, {}));
    if (m_model.rowCount() > 0)
        m_table->selectRow(std::max(row, 0));
    showCurrent();
}

const OutageListModel::Line *OutagesPage::current() const
{
    const int row = m_table->currentIndex().row();
    return row < 0 ? nullptr : &m_model.at(row);
}

void OutagesPage::showCurrent()
{
    const OutageListModel::Line *line = current();
    if (!line) {
        m_shown = {};
        return m_card->clear();
    }
    m_card->show(*line);
    if (std::exchange(m_shown, line->outage.id) == line->outage.id)
        return;
    m_asked = {};
    m_calls->call({.filters = {items::callersOf(line->outage.row),
                       {QStringLiteral("state"), QStringLiteral("joined")}},
        .sort = QStringLiteral("happened_at"),
        .descending = false});
}

void OutagesPage::openRow(const Id &outage)
{
    m_goTo = outage;
    m_model.renew();
}

QString OutagesPage::freshCode() const
{
    const auto desk = m_desk.read().findRow(m_desk.secrets().desk);
    const QDateTime now =
        QDateTime::fromMSecsSinceEpoch(m_desk.clock().now_ms(), m_desk.read().zone());
    const QString day = (desk ? desk->row.values.text(desk::Prefix) : QString())
        + now.toString(QStringLiteral("-yyMMdd-"));
    int number = 1;
    while (m_desk.read().findRowByCode(Register::Outage, day + QString::number(number)))
        ++number;
    return day + QString::number(number);
}

void OutagesPage::add()
{
    m_stack->setCurrentIndex(0);
    RegisterRow row{m_desk.freshId(), Register::Outage, {}, false};
    row.values.set(outage::Code, freshCode());
    row.values.set(outage::From, m_desk.clock().now_ms());
    begin(row, true);
}

void OutagesPage::change()
{
    const OutageListModel::Line *line = current();
    const auto row = line ? m_desk.read().findRow(line->outage.id) : std::nullopt;
    if (row && m_acts.constFirst()->isVisibleTo(this))
        begin(row->row, false);
}

void OutagesPage::begin(const RegisterRow &row, bool isNew)
{
    if (m_form->isOpen() && m_form->isTouched())
        return m_banner->showMessage(
            widgets::Mood::Late, tr("Save what stands in the form, or close it, first."));
    m_banner->dismiss();
    m_madeOf = m_joining = {};
    m_calls->hide();
    const RegisterSpec &spec = registerSpec(Register::Outage);
    m_form->begin({row, isNew, isNew ? newFields() : registers::allFields(spec),
        isNew ? tr("New outage") : row.values.text(outage::Title)});
}

void OutagesPage::put(const Values &values, const QString &done)
{
    const OutageListModel::Line *line = current();
    if (!line)
        return;
    m_desk.submit(PutRow{Register::Outage, line->outage.id, values, {}})
        .then(this,
            [this, done, isOver = values.has(outage::Restored)](const store::Verdict &verdict) {
                if (const Refusal *refusal = store::refused(verdict))
                    return m_banner->showMessage(widgets::Mood::Late, refusal->text());
                m_banner->showMessage(widgets::Mood::Done, done);
                // What comes next is calling.
                if (isOver)
                    m_calls->setFocus(Qt::OtherFocusReason);
            });
}

void OutagesPage::restore()
{
    const OutageListModel::Line *line = current();
    if (!line || line->outage.stage != OutageLine::Now)
        return m_banner->showMessage(widgets::Mood::Late, tr("Choose an outage that is going on."));
    put({{outage::Restored, m_desk.clock().now_ms()}},
        tr("%1 is over. Now those who wait are called back.").arg(line->outage.title));
}

void OutagesPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_model.renew();
    m_minute.start();
}

void OutagesPage::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_minute.stop();
}

} // namespace ui::outages
