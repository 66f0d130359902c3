// SPDX-License-Identifier: GPL-3.0-or-later
#include "online/online_page.h"

#include "desk.h"
#include "desks/fact_list.h"
#include "look/measures.h"
#include "online/online_form.h"
#include "widgets/banner.h"
#include "widgets/hairline.h"
#include "widgets/icon_text.h"
#include "widgets/keyboard.h"
#include "widgets/state_tag.h"

#include <QCheckBox>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>
#include <QTableView>
#include <QVBoxLayout>

namespace ui::online
{

using items::OnlineSource;

OnlinePage::OnlinePage(Desk &desk, items::OnlineChannel &channel, QWidget *parent)
    : QWidget(parent)
    , m_channel(channel)
    , m_sources(channel, desk.clock(), desk.read().zone())
    , m_banner(new widgets::Banner(this))
    , m_stack(new QStackedWidget(this))
{
    setAccessibleName(tr("Online channel"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_banner);
    column->addWidget(makeHead());
    column->addWidget(new widgets::Hairline(Qt::Horizontal, this));
    column->addWidget(m_stack, 1);
    column->addWidget(new widgets::Hairline(Qt::Horizontal, this));
    m_stack->addWidget(makeMiddle());
    m_stack->addWidget(makeEmpty());
    column->addWidget(makeActs());
    setFocusProxy(m_table);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
        &OnlinePage::showCurrent);
    connect(m_table, &QTableView::activated, this, &OnlinePage::change);
    connect(m_came, &QTableView::activated, this,
        [this](const QModelIndex &index) { openLine(index.row()); });
    connect(m_byItself, &QCheckBox::clicked, this, [this](bool asks) { askByItself(asks); });
    connect(m_form, &OnlineForm::saved, this, [this](const QString &name) { m_goTo = name; });
    connect(m_form, &OnlineForm::left, this, [this] {
        showForm(false);
        renew();
        widgets::giveKeyboard(m_table);
    });
    connect(&m_channel, &items::OnlineChannel::changed, this, &OnlinePage::renew);
    connect(&m_channel, &items::OnlineChannel::asked, this, &OnlinePage::tell);
    renew();
}

void OnlinePage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_channel.renew();
}

void OnlinePage::renew()
{
    m_sources.renew();
    const bool isNone = m_sources.rowCount() == 0 && m_formArea->isHidden();
    m_stack->setCurrentIndex(isNone ? 1 : 0);
    int row = m_sources.rowOf(m_goTo);
    if (row >= 0)
        m_goTo.clear();
    else
        row = m_sources.rowOf(m_shown);
    if (m_sources.rowCount() > 0 && m_table->currentIndex().row() != std::max(row, 0))
        m_table->selectRow(std::max(row, 0));
    showHow();
    showCurrent();
}

void OnlinePage::showHow()
{
    const widgets::Mood mood = moodOf(m_channel);
    m_how->setContent(widgets::moodIcon(mood), channelWords(m_channel), widgets::moodTone(mood));
    m_byItself->setChecked(m_channel.asksByItself());
    m_stop->setVisible(m_channel.round().isOn);
}

const OnlineSource *OnlinePage::current() const
{
    const int row = m_table->currentIndex().row();
    return row < 0 ? nullptr : &m_sources.at(row);
}

void OnlinePage::showCurrent()
{
    const OnlineSource *source = current();
    for (QPushButton *act : std::as_const(m_ofOne))
        act->setEnabled(source != nullptr);
    m_state->setVisible(source != nullptr);
    if (!source) {
        m_shown.clear();
        m_title->clear();
        m_advice->clear();
        m_facts->setFacts({});
        return m_lines.clear();
    }
    m_shown = source->name;
    const auto count = [](qint64 number) { return number ? QString::number(number) : QString(); };
    const auto when = [this](qint64 at_ms) { return momentWords(at_ms, m_sources.moment()); };
    const bool isFolder = source->kind == OnlineSource::Kind::Folder;
    m_title->setText(source->name);
    m_state->setState(moodOf(*source), standingWords(*source));
    const QString advice = adviceWords(*source);
    m_advice->setText(advice);
    m_advice->setVisible(!advice.isEmpty());
    m_facts->setFacts({{tr("Address"), source->address}, {tr("Jurisdiction"), source->jurisdiction},
        {tr("Key"),
            isFolder             ? QString()
                : source->hasKey ? tr("kept, not shown")
                                 : tr("none")},
        {tr("Mapped by"), mappedWords(*source)}, {tr("Asked"), intervalWords(source->interval_min)},
        {tr("Last complete round"), when(source->success_ms)},
        {tr("Last try"),
            source->tried_ms > source->success_ms ? when(source->tried_ms) : QString()},
        {tr("Came in the last round"), QString::number(source->accepted)},
        {tr("Came in so far"), QString::number(source->taken)},
        {tr("Brought up to date"), count(source->updated)},
        {tr("Refused, asked again"), count(source->again)},
        {tr("No number"), count(source->waiting)},
        {tr("Replies"),
            source->tellsStatus ? tr("%1 sent, %2 not taken").arg(source->sent).arg(source->untold)
                : isFolder      ? QString()
                                : tr("not sent back")}});
    m_lines.show(*source);
}

// What stands half filled in must not go because another form is asked for.
bool OnlinePage::isFormInTheWay()
{
    m_banner->dismiss();
    if (m_form->isTouched())
        m_banner->showMessage(
            widgets::Mood::Late, tr("Save what stands in the form, or close it, first."));
    return m_form->isTouched();
}

void OnlinePage::begin(OnlineSource::Kind kind)
{
    if (isFormInTheWay())
        return;
    m_stack->setCurrentIndex(0);
    showForm(true);
    m_form->add(kind);
}

void OnlinePage::addService()
{
    begin(OnlineSource::Kind::Service);
}

void OnlinePage::addFolder()
{
    begin(OnlineSource::Kind::Folder);
}

void OnlinePage::change()
{
    const OnlineSource *source = current();
    if (!source || isFormInTheWay())
        return;
    showForm(true);
    m_form->change(*source);
}

/// Asked once more: how far it is goes with it.
void OnlinePage::remove()
{
    const OnlineSource *source = current();
    if (!source)
        return;
    if (std::exchange(m_removing, source->name) != source->name)
        return m_banner->showMessage(widgets::Mood::Open,
            tr("%1 will not be asked any more, and its key is forgotten. The tickets stay. Press "
               "the "
               "same key again.")
                .arg(source->name));
    m_channel.remove(std::exchange(m_removing, {}))
        .then(this, [this, name = source->name](const std::optional<domain::Refusal> &refusal) {
            if (refusal)
                return m_banner->showMessage(widgets::Mood::Late, refusal->text());
            m_banner->showMessage(widgets::Mood::Done, tr("%1 is removed.").arg(name));
        });
}

void OnlinePage::askByItself(bool asks)
{
    m_channel.setAsksByItself(asks).then(
        this, [this](const std::optional<domain::Refusal> &refusal) {
            if (!refusal)
                return;
            showHow();
            m_banner->showMessage(widgets::Mood::Late, refusal->text());
        });
}

void OnlinePage::askOne()
{
    m_banner->dismiss();
    if (const OnlineSource *source = current())
        m_channel.ask(source->name);
}

void OnlinePage::askAll()
{
    m_banner->dismiss();
    m_channel.ask({});
}

void OnlinePage::tell(const items::OnlineOutcome &outcome)
{
    if (isVisible())
        m_banner->showMessage(moodOf(outcome), outcomeWords(outcome));
}

/// A ticket opens; of what came to nothing the whole reason is read.
void OnlinePage::openLine(int row)
{
    const items::OnlineLine &line = m_lines.at(row);
    if (!line.ticket.isEmpty())
        return Q_EMIT ticketAsked(line.ticket);
    m_banner->showMessage(moodOf(line.kind),
        QStringLiteral("%1: %2").arg(
            line.id.isEmpty() ? kindWords(line.kind) : line.id, m_lines.wordsAt(row)));
}

} // namespace ui::online
