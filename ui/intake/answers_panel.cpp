// SPDX-License-Identifier: GPL-3.0-or-later
#include "intake/answers_panel.h"

#include "domain/words.h"
#include "intake/outage_offer.h"
#include "intake/promise_words.h"
#include "intake/related_tickets.h"
#include "look/measures.h"
#include "look/type.h"
#include "tickets/group_tags.h"
#include "widgets/hairline.h"
#include "widgets/icon_text.h"

#include <QGridLayout>
#include <QLabel>

namespace ui::intake
{

using items::CallerAnswer;
using items::KnownCaller;

namespace
{

QString joined(QStringList words)
{
    words.removeAll(QString());
    return words.join(QStringLiteral(" · "));
}

QLabel *wrapped(QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

void put(QLabel *label, const QString &text)
{
    label->setText(text);
    label->setVisible(!text.isEmpty());
}

/// A fact and its caption come and go together; the rows of the others stay where they are.
void putFact(QLabel *fact, const QString &text)
{
    fact->setText(text.isEmpty() ? QStringLiteral("—") : text);
    fact->setForegroundRole(text.isEmpty() ? QPalette::PlaceholderText : QPalette::WindowText);
}

constexpr const char *captionProperty = "caption";

/// A fact that takes no room while it says nothing.
void putOptional(QLabel *fact, const QString &text)
{
    put(fact, text);
    fact->property(captionProperty).value<QLabel *>()->setVisible(!text.isEmpty());
}

} // namespace

AnswersPanel::AnswersPanel(QWidget *parent)
    : QScrollArea(parent)
    , m_page(new QWidget(this))
    , m_column(new QVBoxLayout(m_page))
{
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
    setAccessibleName(tr("Known about this call"));
    viewport()->setAutoFillBackground(false);
    m_page->setAutoFillBackground(false);
    m_column->setContentsMargins(look::margin, look::margin, look::margin, look::margin);
    m_column->setSpacing(look::unit);

    m_who = wrapped(m_page);
    m_who->setFont(look::type(look::TypeSize::Large));
    m_speaks = wrapped(m_page);
    m_groups = new tickets::GroupTags(m_page);
    m_needs = new widgets::IconText(m_page);
    m_needs->setWraps();
    m_about = wrapped(m_page);
    m_history = wrapped(m_page);
    m_history->setForegroundRole(QPalette::PlaceholderText);
    for (QWidget *line :
        std::initializer_list<QWidget *>{m_who, m_speaks, m_groups, m_needs, m_about, m_history})
        m_column->addWidget(line);
    m_outages = new OutageOffer(m_page);
    connect(m_outages, &OutageOffer::picked, this, &AnswersPanel::outageJoinRequested);
    connect(m_outages, &OutageOffer::left, this, &AnswersPanel::left);
    m_column->addWidget(m_outages);
    m_open = addTickets(tr("Open tickets of this customer"));
    m_repeats = new widgets::IconText(m_page);
    m_repeats->setWraps();
    m_column->addWidget(m_repeats);
    m_duplicateHead = new widgets::IconText(m_page);
    m_column->addWidget(m_duplicateHead);
    m_duplicates = addTickets(tr("Perhaps the same matter"));
    m_joinHint = wrapped(m_page);
    m_joinHint->setFont(look::type(look::TypeSize::Small));
    m_joinHint->setForegroundRole(QPalette::PlaceholderText);
    m_joinHint->setText(tr("Ctrl+J, then Enter: this call belongs to it"));
    m_column->addWidget(m_joinHint);
    addHairline();
    QGridLayout *facts = addFacts();
    m_greeting = addFact(facts, tr("Greet"), Fact::Optional);
    m_questions = addFact(facts, tr("Ask"));
    m_wording = addFact(facts, tr("Say"), Fact::Optional);
    m_avoid = addFact(facts, tr("Don't say"), Fact::Optional);
    m_grid = addFact(facts, tr("Grid"));
    m_grid->setObjectName(QStringLiteral("answersFor"));
    m_promise = addFact(facts, tr("Promise"));
    m_proposal = addFact(facts, tr("Send"));
    m_beforeCrew = addFact(facts, tr("Check first"), Fact::Optional);
    m_column->addStretch();
    setWidget(m_page);
    clear();
}

RelatedTickets *AnswersPanel::addTickets(const QString &name)
{
    auto *list = new RelatedTickets(name, m_page);
    connect(list, &RelatedTickets::picked, this, &AnswersPanel::joinRequested);
    connect(list, &RelatedTickets::left, this, &AnswersPanel::left);
    m_column->addWidget(list);
    return list;
}

void AnswersPanel::addHairline()
{
    m_column->addSpacing(look::gap);
    m_column->addWidget(new widgets::Hairline(Qt::Horizontal, m_page));
    m_column->addSpacing(look::gap);
}

QGridLayout *AnswersPanel::addFacts()
{
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(look::gap);
    grid->setVerticalSpacing(look::gap);
    grid->setColumnStretch(1, 1);
    m_column->addLayout(grid);
    return grid;
}

QLabel *AnswersPanel::addFact(QGridLayout *grid, const QString &caption, Fact kind)
{
    const int row = grid->rowCount();
    auto *head = new QLabel(caption, m_page);
    head->setForegroundRole(QPalette::PlaceholderText);
    QLabel *fact = wrapped(m_page);
    fact->setAccessibleName(caption);
    grid->addWidget(head, row, 0, Qt::AlignRight | Qt::AlignTop);
    grid->addWidget(fact, row, 1, Qt::AlignTop);
    if (kind == Fact::Optional) {
        fact->setProperty(captionProperty, QVariant::fromValue(head));
        putOptional(fact, {});
    }
    return fact;
}

void AnswersPanel::clear()
{
    showAnswer({});
    put(m_who, tr("Who is calling?"));
    put(m_about,
        tr("Type the number, a name or an address: whom it names, what is open for them and "
           "what is promised will stand here."));
}

void AnswersPanel::showAnswer(const CallerAnswer &answer)
{
    showCaller(answer);
    m_open->setTickets(answer.openTickets, answer.asked_ms, answer.zone);
    showRepeats(answer.repeats);
    showDuplicates(answer);
    m_outages->setOutages(answer.outages, answer.asked_ms, answer.zone);
    m_joinHint->setVisible(!m_outages->isEmpty() || !m_open->isEmpty() || !m_duplicates->isEmpty());
    showPlaceAndPromise(answer);
}

void AnswersPanel::showCaller(const CallerAnswer &answer)
{
    const KnownCaller *caller = answer.certain();
    put(m_history, {});
    put(m_speaks,
        caller && !caller->speaks.isEmpty() ? tr("Calls: %1").arg(caller->speaks) : QString());
    m_groups->setGroups(caller ? caller->groups : QStringList());
    m_needs->setVisible(caller && !caller->needs.isEmpty());
    if (caller) {
        m_needs->setContent(QStringLiteral("warning"), caller->needs, look::Tone::Soon);
        put(m_who, caller->name.isEmpty() ? caller->phone : caller->name);
        put(m_about, joined({caller->address, caller->preference}));
        const QString history = answer.ofLastYear
            ? tr("%n ticket(s) within a year", nullptr, int(answer.ofLastYear))
            : tr("No ticket within a year");
        const QString dissatisfied =
            tr("%n dissatisfied", nullptr, int(answer.dissatisfiedOfLastYear));
        put(m_history, answer.dissatisfiedOfLastYear ? joined({history, dissatisfied}) : history);
        return;
    }
    if (answer.callers.isEmpty()) {
        put(m_who, tr("Not on file yet"));
        put(m_about, tr("A file is made with the ticket."));
        return;
    }
    put(m_who, tr("%n customer(s) may be meant", nullptr, int(answer.callers.size())));
    QStringList lines;
    for (const KnownCaller &one : answer.callers)
        lines << joined({one.name, one.address,
            domain::wordsFor(domain::List::CustomerGroup, one.groups.join(u',')).join(u'、'),
            one.needs});
    put(m_about, lines.join(u'\n'));
}

/// What comes again and again is told to whoever takes it in, so that it isn't taken for a single case.
void AnswersPanel::showRepeats(const items::Repeats &repeats)
{
    QStringList words;
    if (repeats.samePlace >= items::manyAtOnePlace)
        words << tr("%n time(s) from this building in 90 days", nullptr, int(repeats.samePlace));
    if (repeats.complaints >= items::manyComplaints)
        words << tr("%n complaint(s) within a year", nullptr, int(repeats.complaints));
    m_repeats->setContent(QStringLiteral("warning"), joined(words), look::Tone::Soon);
    m_repeats->setVisible(!words.isEmpty());
}

void AnswersPanel::showDuplicates(const CallerAnswer &answer)
{
    QVector<store::TicketLine> lines;
    bool near = false;
    for (const items::PossibleDuplicate &one : answer.duplicates) {
        near |= one.why == items::PossibleDuplicate::SamePlace;
        lines.append(one.line);
    }
    const int count = int(lines.size());
    m_duplicateHead->setContent(QStringLiteral("warning"),
        near ? tr("%n more from this building in 30 min", nullptr, count)
             : tr("%n open of the same category", nullptr, count),
        look::Tone::Soon);
    m_duplicateHead->setVisible(count > 0);
    // Those that stand above as open tickets are not listed twice.
    lines.removeIf([&answer](const store::TicketLine &line) {
        return std::ranges::any_of(answer.openTickets,
            [&line](const store::TicketLine &open) { return open.row == line.row; });
    });
    m_duplicates->setTickets(lines, answer.asked_ms, answer.zone);
}

void AnswersPanel::showPlaceAndPromise(const CallerAnswer &answer)
{
    putOptional(m_greeting, answer.guidance.greeting);
    putFact(m_questions, answer.guidance.questions);
    putOptional(m_wording, answer.guidance.wording);
    putOptional(m_avoid, answer.guidance.avoid);
    putOptional(m_beforeCrew, answer.guidance.beforeCrew);
    putFact(m_grid,
        joined({answer.gridCode + u' ' + answer.gridName, answer.chiefName, answer.chiefPhone})
            .trimmed());
    const QString due = dueWords(answer.promises, answer.asked_ms, answer.zone);
    putFact(m_promise,
        promiseWords(answer.promises, answer.asked_ms) + (due.isEmpty() ? due : u'\n' + due));
    m_promise->setToolTip(answer.counting.join(QLatin1Char('\n')));
    putFact(m_proposal,
        answer.proposal
            ? joined({answer.proposal->team, answer.proposal->person, answer.proposal->why})
            : QString());
}

bool AnswersPanel::enterTickets()
{
    if (!m_outages->isEmpty()) {
        m_outages->enter();
        return true;
    }
    for (RelatedTickets *list : {m_open, m_duplicates}) {
        if (!list->isEmpty()) {
            list->enter();
            return true;
        }
    }
    return false;
}

} // namespace ui::intake
