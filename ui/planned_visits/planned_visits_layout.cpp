// SPDX-License-Identifier: GPL-3.0-or-later
// How the page of planned visits is put together, and its keys.
#include "planned_visits/planned_visits_page.h"

#include "look/desk_style.h"
#include "look/measures.h"
#include "paper/preview.h"
#include "planned_visits/person_card.h"
#include "planned_visits/question_sheet.h"
#include "registers/register_form.h"
#include "widgets/banner.h"
#include "widgets/empty_page.h"
#include "widgets/filter_strip.h"
#include "widgets/hairline.h"
#include "widgets/keyboard.h"
#include "widgets/list_view.h"
#include "widgets/texts.h"

#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QShortcut>
#include <QSplitter>
#include <QStackedWidget>
#include <QTableView>
#include <QVBoxLayout>

namespace ui::planned_visits
{

using items::RoundListModel;
using items::VisitPlanModel;

namespace
{

constexpr int leftWidth = 440;
constexpr int plansHeight = 180;
constexpr int remarkLength = 2000;

QScrollArea *scrolling(QWidget *content, QWidget *parent)
{
    auto *scroll = new QScrollArea(parent);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(content);
    return scroll;
}

} // namespace

PlannedVisitsPage::PlannedVisitsPage(Desk &desk, QWidget *parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_office(desk)
    , m_reading(tickets::sourceOf(desk))
    , m_plans(tickets::sourceOf(desk), m_reading)
    , m_list(tickets::sourceOf(desk), m_reading)
    , m_sight(m_office.looks)
    , m_card(tickets::sourceOf(desk))
    , m_sitter(desk.actor())
    , m_banner(new widgets::Banner(this))
    , m_stack(new QStackedWidget(this))
    , m_side(new QStackedWidget(m_stack))
{
    auto *split = new QSplitter(m_stack);
    split->setHandleWidth(look::hairline);
    split->setChildrenCollapsible(false);
    split->addWidget(makeLeft());
    split->addWidget(makeSide());
    split->setStretchFactor(0, 0);
    split->setStretchFactor(1, 1);
    split->setSizes({leftWidth, 2 * leftWidth});
    m_stack->addWidget(split);
    m_none = new widgets::EmptyPage(
        {QStringLiteral("visits"), tr("No visits are planned"),
            tr("Whom the company calls by plan stands here: the elderly who live alone each "
               "quarter, or a sample of those who were served, with the questions of a survey."),
            QKeySequence::New, tr("plans the first ones")},
        m_stack);
    m_stack->addWidget(m_none);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_banner);
    column->addWidget(m_stack, 1);
    column->addWidget(new widgets::Hairline(Qt::Horizontal, this));
    column->addWidget(makeBar());
    setAccessibleName(tr("Planned visits"));
    setFocusProxy(m_people);
    m_card.setSight(&m_sight);
    listen();
    showRights();
}

PlannedVisitsPage::~PlannedVisitsPage() = default;

void PlannedVisitsPage::listen()
{
    connect(&m_desk, &Desk::committed, this, &PlannedVisitsPage::takeIn);
    connect(&m_desk, &Desk::committed, &m_card, &items::CustomerCard::takeIn);
    connect(&m_desk, &Desk::peopleReady, this, &PlannedVisitsPage::renew);
    connect(&m_desk, &Desk::satDown, this, &PlannedVisitsPage::personChanged);
    connect(&m_plans, &VisitPlanModel::renewed, this, &PlannedVisitsPage::showPlans);
    connect(&m_list, &RoundListModel::renewed, this, &PlannedVisitsPage::showList);
    connect(&m_card, &items::CustomerCard::changed, this, &PlannedVisitsPage::showPerson);
    connect(&m_card, &items::CustomerCard::historyChanged, this, &PlannedVisitsPage::showPerson);
}

QTableView *PlannedVisitsPage::makeTable(
    QAbstractItemModel &model, const QString &name, int stretched)
{
    auto *table = new QTableView(this);
    table->setModel(&model);
    widgets::dressAsList(*table, name);
    QHeaderView *header = table->horizontalHeader();
    header->setSectionResizeMode(QHeaderView::ResizeToContents);
    header->setSectionResizeMode(stretched, QHeaderView::Stretch);
    // A list as long as the company's customers isn't measured row by row.
    header->setResizeContentsPrecision(0);
    return table;
}

QWidget *PlannedVisitsPage::makeLeft()
{
    auto *left = new QWidget(m_stack);
    left->setMinimumWidth(leftWidth);
    m_planTable = makeTable(m_plans, tr("Plans"), VisitPlanModel::Name);
    m_planTable->setFixedHeight(plansHeight);
    m_people = makeTable(m_list, tr("Phone list"), RoundListModel::Name);
    m_parts = new widgets::FilterStrip(
        tr("Which part of the list"), widgets::FilterStrip::Mode::One, left);
    m_parts->setFilters(
        {{QStringLiteral("to_call"), tr("To call"), 0}, {QStringLiteral("done"), tr("Done"), 0}});
    m_parts->setActive({QStringLiteral("to_call")});
    m_parts->setContentsMargins(look::margin, look::gap, look::margin, look::gap);
    m_parts->setToolTip(QKeySequence(Qt::CTRL | Qt::Key_D).toString(QKeySequence::NativeText));
    auto *column = new QVBoxLayout(left);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_planTable);
    column->addWidget(new widgets::Hairline(Qt::Horizontal, left));
    column->addWidget(m_parts);
    column->addWidget(m_people, 1);
    connect(m_planTable->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
        &PlannedVisitsPage::showPlan);
    connect(m_planTable, &QTableView::activated, this,
        [this] { m_people->setFocus(Qt::OtherFocusReason); });
    connect(m_people->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
        &PlannedVisitsPage::choosePerson);
    connect(m_parts, &widgets::FilterStrip::activeChanged, this, &PlannedVisitsPage::showPart);
    bindAnswers(m_people);
    return left;
}

QWidget *PlannedVisitsPage::makeSide()
{
    m_nobody = widgets::quietParagraph({}, m_side);
    m_nobody->setAlignment(Qt::AlignCenter);
    m_nobody->setMargin(look::margin);
    m_preview = new paper::PreviewWidget(m_side);
    m_side->addWidget(m_nobody);
    m_side->addWidget(makeCall());
    m_side->addWidget(makeForm());
    m_side->addWidget(m_preview);
    return m_side;
}

QWidget *PlannedVisitsPage::makeCall()
{
    auto *call = new QWidget(m_side);
    auto *body = new QWidget(call);
    m_personCard = new PersonCard(body);
    auto *told = new QVBoxLayout(body);
    told->setContentsMargins(look::margin, look::margin, look::margin, look::margin);
    told->addWidget(m_personCard);
    told->addStretch();
    auto *column = new QVBoxLayout(call);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(scrolling(body, call), 1);
    column->addWidget(new widgets::Hairline(Qt::Horizontal, call));
    column->addWidget(makeAnswer(call));
    bindAnswers(call);
    return call;
}

QWidget *PlannedVisitsPage::makeAnswer(QWidget *parent)
{
    m_answers = new QWidget(parent);
    m_recorded = widgets::quietParagraph({}, m_answers);
    m_questions = new QuestionSheet(m_answers);
    m_questions->hide();
    connect(m_questions, &QuestionSheet::finished, this,
        [this] { m_remark->setFocus(Qt::OtherFocusReason); });
    m_remark = new QLineEdit(m_answers);
    m_remark->setObjectName(QStringLiteral("remark"));
    m_remark->setMaxLength(remarkLength);
    m_remark->setAccessibleName(tr("Remark"));
    m_remark->setPlaceholderText(tr("Remark: what was said, what they need"));
    auto *buttons = new QHBoxLayout;
    const auto button = [this, buttons](const QString &text, const QKeySequence &key, auto act) {
        const QString keys = key.toString(QKeySequence::NativeText);
        auto *made =
            new QPushButton(tr("%1  %2", "what a button does, its key").arg(text, keys), m_answers);
        made->setAccessibleName(text);
        made->setToolTip(keys);
        connect(made, &QPushButton::clicked, this, act);
        buttons->addWidget(made);
        return made;
    };
    button(tr("Record and next"), Qt::Key_Return, [this] {
        record(true);
    })->setProperty(look::DeskStyle::primaryProperty, true);
    button(tr("Not reached"), Qt::Key_U, [this] { record(false); });
    m_toTicket = button(tr("Make a ticket of it"), Qt::CTRL | Qt::Key_T, [this] { makeTicket(); });
    buttons->addStretch();
    auto *column = new QVBoxLayout(m_answers);
    column->setContentsMargins(look::margin, look::gap, look::margin, look::margin);
    column->setSpacing(look::gap);
    column->addWidget(m_recorded);
    column->addWidget(m_questions);
    column->addWidget(m_remark);
    column->addLayout(buttons);
    return m_answers;
}

QWidget *PlannedVisitsPage::makeForm()
{
    auto *body = new QWidget(m_side);
    m_form =
        new registers::RegisterForm(m_office, registers::RegisterForm::Place::ScrollingPage, body);
    auto *column = new QVBoxLayout(body);
    column->setContentsMargins(look::margin, look::margin, look::margin, look::margin);
    column->addWidget(m_form);
    column->addStretch();
    connect(m_form, &registers::RegisterForm::saved, this, [this](const domain::Id &saved) {
        m_goTo = saved;
        renew();
        showSide();
        widgets::giveKeyboard(m_people);
    });
    connect(m_form, &registers::RegisterForm::left, this, [this] {
        showPlans();
        showSide();
        widgets::giveKeyboard(m_people);
    });
    return scrolling(body, m_side);
}

QPushButton *PlannedVisitsPage::addAct(QBoxLayout &row, const QString &text,
    const QKeySequence &key, void (PlannedVisitsPage::*does)())
{
    auto *button = new QPushButton(text, this);
    button->setToolTip(key.toString(QKeySequence::NativeText));
    connect(button, &QPushButton::clicked, this, does);
    row.addWidget(button);
    auto *shortcut = new QShortcut(key, this);
    shortcut->setContext(Qt::WidgetWithChildrenShortcut);
    connect(shortcut, &QShortcut::activated, button, [this, button] {
        if (button->isVisibleTo(this))
            button->click();
    });
    return button;
}

QWidget *PlannedVisitsPage::makeBar()
{
    auto *bar = new QWidget(this);
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(look::margin, look::gap, look::margin, look::gap);
    row->setSpacing(look::gap);
    m_planActs = {addAct(*row, tr("Plan visits"), QKeySequence::New, &PlannedVisitsPage::add),
        addAct(*row, tr("Change the plan"), Qt::CTRL | Qt::Key_E, &PlannedVisitsPage::change),
        addAct(*row, tr("End the plan"), Qt::CTRL | Qt::Key_R, &PlannedVisitsPage::end)};
    addAct(*row, tr("To call or done"), Qt::CTRL | Qt::Key_D, &PlannedVisitsPage::switchPart);
    addAct(*row, tr("Results"), Qt::CTRL | Qt::Key_B, &PlannedVisitsPage::switchResults);
    row->addStretch();
    m_paperActs = {
        addAct(*row, tr("PDF…"), Qt::CTRL | Qt::SHIFT | Qt::Key_P, &PlannedVisitsPage::savePdf),
        addAct(*row, tr("Print…"), QKeySequence::Print, &PlannedVisitsPage::print)};
    const auto bind = [this](const QKeySequence &keys, auto act) {
        auto *shortcut = new QShortcut(keys, this);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, act);
    };
    bind(Qt::CTRL | Qt::Key_T, [this] { makeTicket(); });
    bind(Qt::ALT | Qt::Key_Left, [this] { turnRound(-1); });
    bind(Qt::ALT | Qt::Key_Right, [this] { turnRound(1); });
    return bar;
}

/// The keys of a call, on the phone list as beside it.
void PlannedVisitsPage::bindAnswers(QWidget *where)
{
    const auto bind = [this, where](const QKeySequence &keys, auto act) {
        auto *shortcut = new QShortcut(keys, where);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, act);
    };
    for (int score = 0; score <= 5; ++score)
        bind(QKeySequence(Qt::Key_0 + score), [this, score] { answer(score); });
    for (const QKeySequence &keys : {QKeySequence(Qt::Key_Return), QKeySequence(Qt::Key_Enter),
             QKeySequence(Qt::CTRL | Qt::Key_Return), QKeySequence(Qt::CTRL | Qt::Key_Enter)})
        bind(keys, [this] { enter(); });
    bind(Qt::Key_U, [this] { record(false); });
    bind(Qt::Key_Backspace, [this] { m_questions->goBack(); });
    bind(Qt::Key_Escape, [this] { m_people->setFocus(Qt::OtherFocusReason); });
    bind(QKeySequence::Undo, [this] { undo(); });
}

} // namespace ui::planned_visits
