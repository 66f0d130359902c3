// SPDX-License-Identifier: GPL-3.0-or-later
#include "look_gallery_pages.h"

#include "look/desk_style.h"
#include "look/icons.h"
#include "look/measures.h"
#include "look/type.h"
#include "widgets/banner.h"
#include "widgets/choice_strip.h"
#include "widgets/clock_label.h"
#include "widgets/empty_page.h"
#include "widgets/enter_walk.h"
#include "widgets/filter_strip.h"
#include "widgets/form_grid.h"
#include "widgets/state_tag.h"
#include "widgets/timeline.h"
#include "widgets/type_ahead_edit.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QComboBox>
#include <QDateTimeEdit>
#include <QGridLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QSplitter>
#include <QStandardItemModel>
#include <QTableView>
#include <QTimer>
#include <QToolButton>

using namespace ui::widgets;
namespace look = ui::look;

namespace gallery
{

namespace
{

const QTimeZone zone("Asia/Shanghai");
const qint64 now_ms = QDateTime({2026, 11, 20}, {14, 32, 5}, zone).toMSecsSinceEpoch();
constexpr qint64 minute_ms = 60 * 1000;

QLabel *head(const QString &text, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    label->setFont(look::type(look::TypeSize::Large));
    return label;
}

QList<Candidate> categories()
{
    return {{1, QStringLiteral("S01"), u"室内漏水"_qs, {}},
        {2, QStringLiteral("S02"), u"管道堵塞"_qs, {}},
        {3, QStringLiteral("S03"), u"水压不足"_qs, {}},
        {4, QStringLiteral("S04"), u"水表故障"_qs, {}},
        {5, QStringLiteral("S05"), u"水质浑浊"_qs, {}}};
}

QWidget *clock(qint64 left_ms, QWidget *parent)
{
    auto *label = new ClockLabel(zone, parent);
    label->setClock(now_ms + left_ms, now_ms);
    return label;
}

QWidget *buttons(QWidget *parent)
{
    auto *row = new QWidget(parent);
    auto *line = new QHBoxLayout(row);
    line->setContentsMargins(0, 0, 0, 0);
    auto *primary = new QPushButton(u"登记并派单"_qs, row);
    primary->setProperty(look::DeskStyle::primaryProperty, true);
    auto *disabled = new QPushButton(u"撤回"_qs, row);
    disabled->setEnabled(false);
    line->addWidget(primary);
    line->addWidget(new QPushButton(u"存草稿"_qs, row));
    line->addWidget(disabled);
    line->addStretch();
    return row;
}

QWidget *form(QWidget *parent)
{
    auto *grid = new FormGrid(parent);
    auto *phone = new QLineEdit(QStringLiteral("138 0013 800"), grid);
    auto *channel = new QComboBox(grid);
    channel->addItems({u"电话"_qs, u"柜台"_qs, u"微信"_qs});
    auto *kind = new ChoiceStrip(u"类型"_qs, grid);
    kind->setChoices({{QStringLiteral("repair"), u"报修"_qs, {}},
        {QStringLiteral("complaint"), u"投诉"_qs, {}}, {QStringLiteral("enquiry"), u"咨询"_qs, {}},
        {QStringLiteral("application"), u"申请"_qs, {}},
        {QStringLiteral("suggestion"), u"建议"_qs, {}}});
    kind->setShortcutModifier(Qt::AltModifier);
    kind->setCurrent(QStringLiteral("repair"));
    auto *line = new ChoiceStrip(u"专业"_qs, grid);
    line->setChoices({{QStringLiteral("water"), u"水"_qs, QStringLiteral("water")},
        {QStringLiteral("power"), u"电"_qs, QStringLiteral("power")},
        {QStringLiteral("heat"), u"热"_qs, QStringLiteral("heat")},
        {QStringLiteral("gas"), u"气"_qs, QStringLiteral("gas")},
        {QStringLiteral("property"), u"物业"_qs, QStringLiteral("property")}});
    line->setCurrent(QStringLiteral("water"));
    auto *category = new TypeAheadEdit(grid);
    category->setCandidates(categories());
    auto *urgency = new QComboBox(grid);
    urgency->addItems({u"一般"_qs, u"紧急"_qs, u"抢修"_qs});
    auto *address = new TypeAheadEdit(grid);
    address->setText(u"幸福小区3栋2单元501"_qs);
    auto *when = new QDateTimeEdit(QDateTime({2026, 11, 20}, {14, 32}), grid);
    when->setDisplayFormat(QStringLiteral("yyyy-MM-dd HH:mm"));
    auto *content =
        new QPlainTextEdit(u"厨房阀门下方持续漏水，已用盆接住，楼下尚无反映。"_qs, grid);
    content->setFixedHeight(72);
    grid->addRow(u"来电"_qs, phone, FormGrid::Need::Required);
    grid->addBeside(u"渠道"_qs, channel);
    grid->addRow(u"类型"_qs, kind, FormGrid::Need::Required);
    grid->addRow(u"专业"_qs, line, FormGrid::Need::Required);
    grid->addRow(u"类别"_qs, category, FormGrid::Need::Required);
    grid->addBeside(u"紧急程度"_qs, urgency);
    grid->addRow(u"地址"_qs, address);
    grid->addBeside(u"发生时间"_qs, when);
    grid->addRow(u"内容"_qs, content);
    grid->showRefusal(phone, u"手机号应为 11 位，现在有 10 位；固定电话请加区号"_qs);
    new EnterWalk(grid->fields(), grid);
    QTimer::singleShot(50, category, [category] {
        category->setFocus();
        category->openList();
    });
    return grid;
}

QWidget *answers(QWidget *parent)
{
    auto *side = new QWidget(parent);
    auto *column = new QVBoxLayout(side);
    column->setContentsMargins(look::margin, look::margin, look::margin, look::margin);
    column->addWidget(head(u"欧阳** · 3栋2单元501"_qs, side));
    column->addWidget(new QLabel(u"独居老人 · 近一年 4 件，不满意 1 件"_qs, side));
    auto *open = new QHBoxLayout;
    auto *tag = new StateTag(side);
    tag->setState(Mood::Running, u"维修中"_qs);
    open->addWidget(new QLabel(u"03A-261119-007 厨房漏水"_qs, side));
    open->addWidget(tag);
    open->addStretch();
    column->addLayout(open);
    column->addWidget(clock(95 * minute_ms, side));
    column->addWidget(clock(20 * minute_ms, side));
    column->addWidget(clock(-135 * minute_ms, side));
    column->addWidget(clock(-51 * 60 * minute_ms, side));
    column->addStretch();
    return side;
}

QAbstractItemModel *ticketModel(QObject *parent)
{
    auto *model = new QStandardItemModel(0, 6, parent);
    model->setHorizontalHeaderLabels(
        {u"编号"_qs, u"类别"_qs, u"地址"_qs, u"网格"_qs, u"责任人"_qs, u"时限"_qs});
    const QStringList categories{
        u"室内漏水"_qs, u"线路故障"_qs, u"暖气不热"_qs, u"燃气异味"_qs, u"楼道照明"_qs};
    for (int row = 0; row < 40; ++row) {
        const ClockWords words =
            clockWords(now_ms + (row * 37 - 200) * minute_ms, now_ms, 30 * minute_ms);
        const QStringList cells{
            QStringLiteral("03A-261120-%1").arg(row + 1, 3, 10, QLatin1Char('0')),
            categories.at(row % 5), u"幸福小区%1栋2单元501"_qs.arg(row % 9 + 1),
            QStringLiteral("07"), u"李明"_qs, words.text};
        QList<QStandardItem *> items;
        for (const QString &cell : cells)
            items << new QStandardItem(cell);
        items.last()->setIcon(
            look::icon(words.mood == Mood::Running ? QStringLiteral("clock") : moodIcon(words.mood),
                words.mood == Mood::Running ? look::Tone::Muted : moodTone(words.mood)));
        model->appendRow(items);
    }
    return model;
}

QWidget *ticketTable(QWidget *parent)
{
    auto *table = new QTableView(parent);
    table->setModel(ticketModel(table));
    table->setFrameShape(QFrame::NoFrame);
    table->setSelectionBehavior(QTableView::SelectRows);
    table->verticalHeader()->hide();
    table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    table->horizontalHeader()->setStretchLastSection(true);
    table->resizeColumnsToContents();
    table->setCurrentIndex(table->model()->index(2, 0));
    table->setAccessibleName(u"工单列表"_qs);
    return table;
}

QWidget *ticketCard(QWidget *parent)
{
    auto *card = new QWidget(parent);
    auto *column = new QVBoxLayout(card);
    column->setContentsMargins(look::margin, look::margin, look::margin, 0);
    column->addWidget(head(QStringLiteral("03A-261120-012"), card));
    auto *tags = new QHBoxLayout;
    const std::pair<Mood, QString> states[] = {{Mood::Running, u"维修中"_qs},
        {Mood::Late, u"超时"_qs}, {Mood::Soon, u"即将超时"_qs}, {Mood::Done, u"已归档"_qs}};
    for (const auto &[mood, word] : states) {
        auto *tag = new StateTag(card);
        tag->setState(mood, word);
        tags->addWidget(tag);
    }
    tags->addStretch();
    column->addLayout(tags);
    column->addWidget(buttons(card));
    auto *record = new Timeline(zone, card);
    record->setSteps(
        {{now_ms - 160 * minute_ms, u"王芳 · 客服"_qs, u"电话受理"_qs,
             u"厨房阀门下方持续漏水，已用盆接住。承诺 2 小时到场，24 小时修复。"_qs, Mood::Done},
            {now_ms - 150 * minute_ms, u"李明 · 网格长"_qs, u"派单至第二维修组"_qs, {}, Mood::Done},
            {now_ms - 90 * minute_ms, u"赵强 · 维修"_qs, u"到场"_qs, u"代录：王芳"_qs, Mood::Done},
            {now_ms - 26 * 60 * minute_ms, u"周敏 · 网格员"_qs, u"现场核实"_qs,
                u"阀门老化，需更换 DN20 球阀一只，住户在家。"_qs, Mood::Waiting},
            {now_ms - 2 * minute_ms, u"赵强 · 维修"_qs, u"维修中"_qs, {}, Mood::Running}},
        now_ms);
    column->addWidget(record, 1);
    return card;
}

} // namespace

QWidget *emptyPage(const QString &icon, QWidget *parent)
{
    return new EmptyPage(
        {icon, u"还没有回访"_qs,
            u"维修和投诉办结后，需要回访的工单会出现在这里，最早办结的排在最前。"_qs, Qt::Key_F2,
            u"登记第一件"_qs},
        parent);
}

QWidget *intakePage(QWidget *parent)
{
    auto *page = new QWidget(parent);
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto *banner = new Banner(page);
    banner->showUndoable(u"03A-261120-011 已登记并派给第二维修组"_qs, [] {});
    column->addWidget(banner);
    auto *split = new QSplitter(page);
    auto *left = new QWidget(split);
    auto *rows = new QVBoxLayout(left);
    rows->setContentsMargins(look::margin, look::margin, look::margin, look::margin);
    rows->addWidget(form(left));
    rows->addWidget(buttons(left));
    rows->addStretch();
    split->addWidget(left);
    split->addWidget(answers(split));
    split->setStretchFactor(0, 3);
    split->setStretchFactor(1, 2);
    column->addWidget(split, 1);
    return page;
}

QWidget *ticketsPage(QWidget *parent)
{
    auto *page = new QWidget(parent);
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto *bar = new QHBoxLayout;
    bar->setContentsMargins(look::gap, look::gap, look::gap, look::gap);
    bar->setSpacing(look::gap);
    auto *search = new QLineEdit(page);
    search->setPlaceholderText(u"搜索"_qs);
    search->setFixedWidth(160);
    auto *filters = new FilterStrip(u"筛选"_qs, FilterStrip::Mode::One, page);
    filters->setFilters({{QStringLiteral("mine"), u"我的待办"_qs, 7},
        {QStringLiteral("grid"), u"本网格"_qs, 23}, {QStringLiteral("soon"), u"即将超时"_qs, 2},
        {QStringLiteral("late"), u"超时"_qs, 1}, {QStringLiteral("visit"), u"待回访"_qs, 3},
        {QStringLiteral("all"), u"全部"_qs, 12844}});
    filters->setActive({QStringLiteral("mine")});
    bar->addWidget(search, 0, Qt::AlignTop);
    bar->addWidget(filters, 1);
    for (const char *name : {"columns", "export", "print"}) {
        auto *tool = new QToolButton(page);
        tool->setIcon(look::icon(QString::fromLatin1(name)));
        tool->setAutoRaise(true);
        bar->addWidget(tool, 0, Qt::AlignTop);
    }
    column->addLayout(bar);
    auto *split = new QSplitter(page);
    split->addWidget(ticketTable(split));
    split->addWidget(ticketCard(split));
    split->setStretchFactor(0, 3);
    split->setStretchFactor(1, 2);
    column->addWidget(split, 1);
    return page;
}

QWidget *partsPage(QWidget *parent)
{
    auto *page = new QWidget(parent);
    auto *grid = new QGridLayout(page);
    int place = 0;
    for (const QString &name : look::iconNames()) {
        auto *button = new QToolButton(page);
        button->setIcon(look::icon(name));
        button->setIconSize({24, 24});
        button->setText(name);
        button->setToolButtonStyle(Qt::ToolButtonTextUnderIcon);
        grid->addWidget(button, place / 9, place % 9);
        ++place;
    }
    auto *box = new QCheckBox(u"同一单元"_qs, page);
    box->setChecked(true);
    grid->addWidget(box, 7, 0);
    auto *radio = new QRadioButton(u"白班"_qs, page);
    radio->setChecked(true);
    grid->addWidget(radio, 7, 1);
    grid->addWidget(new QRadioButton(u"夜班"_qs, page), 7, 2);
    grid->addWidget(new QCheckBox(u"未选"_qs, page), 7, 3);
    return page;
}

} // namespace gallery
