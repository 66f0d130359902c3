// SPDX-License-Identifier: GPL-3.0-or-later
#include "shifts/give_form.h"

#include "desk.h"
#include "look/desk_style.h"
#include "look/measures.h"
#include "look/type.h"
#include "shifts/scrolled_column.h"
#include "tickets/office.h"
#include "widgets/choice_strip.h"
#include "widgets/form_grid.h"
#include "widgets/time_words.h"

#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace ui::shifts
{

using namespace domain;
using items::GatheredShift;
using items::ShiftScope;

namespace
{

constexpr int watchHeight = 72;
const QString ofOwn = QStringLiteral("own");
const QString ofAll = QStringLiteral("all");

QLabel *textLabel(QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    label->setFocusPolicy(Qt::NoFocus);
    return label;
}

} // namespace

GiveForm::GiveForm(Desk &desk, std::function<qint64()> drafts, QWidget *parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_countDrafts(std::move(drafts))
    , m_form(new widgets::FormGrid(this))
    , m_background(tickets::sourceOf(desk))
{
    m_where = new QLineEdit(m_form);
    m_where->setObjectName(QStringLiteral("handoverWhere"));
    m_where->setPlaceholderText(tr("counter, duty room or team"));
    m_shift = new QLineEdit(m_form);
    m_shift->setObjectName(QStringLiteral("handoverShift"));
    m_scope = new widgets::ChoiceStrip(tr("Whose promises"), m_form);
    m_form->addRow(tr("Counter, room or team"), m_where);
    m_form->addBeside(tr("Which shift"), m_shift);
    m_form->addRow(tr("Promises"), m_scope);
    auto *page = new QVBoxLayout(this);
    page->setContentsMargins(0, 0, 0, 0);
    page->setSpacing(look::gap);
    page->addWidget(m_form);
    auto *column = scrolledColumn(*page, this);
    for (const auto &[head, text] :
        {std::pair(&m_promisesHead, &m_promises), std::pair(&m_callsHead, &m_calls)}) {
        *head = textLabel(this);
        (*head)->setForegroundRole(QPalette::PlaceholderText);
        (*head)->setContentsMargins(0, look::gap, 0, 0);
        *text = textLabel(this);
        column->addWidget(*head);
        column->addWidget(*text);
    }
    m_promises->setObjectName(QStringLiteral("gatheredPromises"));
    m_calls->setObjectName(QStringLiteral("gatheredCalls"));
    m_drafts = textLabel(this);
    m_drafts->setContentsMargins(0, look::gap, 0, 0);
    column->addWidget(m_drafts);
    column->addStretch();
    m_watch = new QPlainTextEdit(this);
    m_watch->setObjectName(QStringLiteral("handoverWatch"));
    m_watch->setAccessibleName(tr("What the next one must watch"));
    m_watch->setPlaceholderText(tr("What the next one must watch"));
    m_watch->setTabChangesFocus(true);
    m_watch->setFixedHeight(watchHeight);
    page->addWidget(m_watch);
    m_give = new QPushButton(this);
    m_give->setObjectName(QStringLiteral("handOver"));
    m_give->setProperty(look::DeskStyle::primaryProperty, true);
    page->addWidget(m_give, 0, Qt::AlignLeft);
    setFocusProxy(m_watch);
    connect(m_give, &QPushButton::clicked, this, &GiveForm::giveAsked);
    connect(m_scope, &widgets::ChoiceStrip::currentChanged, this, &GiveForm::gather);
    setWaiting({});
    begin();
}

void GiveForm::begin()
{
    m_waiting = {};
    m_own = items::scopeOf(m_desk.read(), m_desk.actor());
    const auto desk = m_desk.read().findRow(m_desk.secrets().desk);
    m_where->setText(!m_own.unit.isEmpty() ? m_own.unit
            : desk                         ? desk->row.values.text(desk::Name)
                                           : QString());
    m_shift->clear();
    m_watch->clear();
    offerScopes();
    gather();
}

/// Who has a grid or a team hands over what is theirs; whoever serves all of them hands over all.
void GiveForm::offerScopes()
{
    QList<widgets::Choice> choices;
    if (!m_own.grid.isEmpty())
        choices.append({ofOwn, tr("of grid %1").arg(m_own.grid), {}});
    else if (!m_own.unit.isEmpty())
        choices.append({ofOwn, tr("of %1").arg(m_own.unit), {}});
    choices.append({ofAll, tr("of all"), {}});
    m_scope->setChoices(choices);
    m_scope->setCurrent(choices.constFirst().id);
}

void GiveForm::gather()
{
    if (std::exchange(m_isAsking, true)) {
        m_isStale = true;
        return;
    }
    const ShiftScope scope = m_scope->current() == ofOwn ? m_own : ShiftScope();
    m_background
        .ask([scope, person = m_desk.actor(), now_ms = m_desk.clock().now_ms()](
                 store::Reader &reader) {
            return items::gatherShift(reader, person, scope, now_ms);
        })
        .then(this, [this](const GatheredShift &found) {
            m_isAsking = false;
            if (std::exchange(m_isStale, false))
                return gather();
            showGathered(found);
            Q_EMIT gathered();
        });
}

void GiveForm::showGathered(const GatheredShift &gathered)
{
    m_gathered = gathered;
    if (m_shift->text().isEmpty())
        m_shift->setText(gathered.shift);
    const qint64 now_ms = m_desk.clock().now_ms();
    m_promisesHead->setText(
        tr("%n promise(s) run out before %1 or are overdue", nullptr, int(gathered.promiseCount))
            .arg(widgets::timeWords(gathered.until_ms, now_ms, m_desk.read().zone())));
    m_promises->setText(gathered.promises);
    m_promises->setVisible(!gathered.promises.isEmpty());
    m_callsHead->setText(
        tr("%n missed call(s) and open line(s) of the log", nullptr, int(gathered.callCount)));
    m_calls->setText(gathered.calls);
    m_calls->setVisible(!gathered.calls.isEmpty());
    m_draftCount = m_countDrafts ? m_countDrafts() : 0;
    m_drafts->setText(tr("%n draft(s) at this desk", nullptr, int(m_draftCount)));
}

Values GiveForm::values() const
{
    Values values =
        items::handoverOf(m_gathered, m_desk.actor(), m_desk.clock().now_ms(), m_draftCount);
    values.set(handover::Where, m_where->text().trimmed());
    values.set(handover::Shift, m_shift->text().trimmed());
    values.set(handover::Watch, m_watch->toPlainText().trimmed());
    return values;
}

void GiveForm::setWaiting(const std::optional<items::HandoverLine> &own)
{
    const Id waiting = own ? own->id : Id();
    const bool isOther = std::exchange(m_waiting, waiting) != waiting;
    if (isOther && own) {
        m_watch->setPlainText(own->watch);
        m_where->setText(own->where);
        m_shift->setText(own->shift);
    } else if (isOther) {
        m_watch->clear(); // it was taken over; the form is for the next time
    }
    m_give->setText((own ? tr("Bring up to date what waits, and sign") : tr("Hand over and sign"))
        + QStringLiteral("  Ctrl+Enter"));
}

} // namespace ui::shifts
