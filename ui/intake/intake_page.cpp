// SPDX-License-Identifier: GPL-3.0-or-later
#include "intake/intake_page.h"

#include "domain/ticket_fields.h"
#include "domain/workflow.h"
#include "intake/answers_panel.h"
#include "intake/dispatch_bar.h"
#include "intake/draft_menu.h"
#include "intake/intake_form.h"
#include "intake/promise_words.h"
#include "intake/saved_view.h"
#include "tickets/emergency_card.h"
#include "tickets/office.h"
#include "widgets/banner.h"
#include "widgets/icon_text.h"

#include <QApplication>
#include <QStackedWidget>

namespace ui::intake
{

using namespace domain;

IntakePage::IntakePage(Desk &desk, items::Drafts &drafts, QWidget *parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_drafts(drafts)
    , m_looks(tickets::onlookerAt(desk))
    , m_lookup({desk.read(), [&desk] { return desk.newReader(); }})
    , m_ticket(desk.freshId())
    , m_banner(new widgets::Banner(this))
    , m_stack(new QStackedWidget(this))
    , m_form(new IntakeForm(desk, this))
    , m_saved(new SavedView(this))
    , m_emergency(new tickets::EmergencyCard(desk, m_saved))
    , m_answers(new AnswersPanel(this))
    , m_warnings(new widgets::IconText(this))
    , m_dispatch(new DispatchBar(desk, this))
    , m_draftMenu(new DraftMenu(drafts, this))
{
    m_saved->addCard(m_emergency);
    layOut();
    addKeys();
    setFocusProxy(m_form);
    connect(m_form, &IntakeForm::changed, this, &IntakePage::formChanged);
    connect(m_form, &IntakeForm::finished, this, &IntakePage::takeInAndShow);
    connect(qApp, &QApplication::focusChanged, this, &IntakePage::showWarnings);
    connect(
        &m_lookup, &items::CallerLookup::answered, this, [this](const items::CallerAnswer &answer) {
            m_answer = answer;
            if (const items::KnownCaller *caller = answer.certain())
                m_looks.note({caller->id, {}, QStringLiteral("caller"), {}});
            m_answers->showAnswer(answer);
            m_form->showAnswer(answer);
        });
    connect(&desk, &Desk::committed, &m_lookup, &items::CallerLookup::askAgain);
    connect(m_answers, &AnswersPanel::joinRequested, this, &IntakePage::join);
    connect(m_answers, &AnswersPanel::outageJoinRequested, this, &IntakePage::joinOutage);
    connect(m_answers, &AnswersPanel::left, this, [this] { m_form->start(); });
    connect(m_dispatch, &DispatchBar::agreed, this,
        [this](const Dispatchee &whom) { takeIn(&whom, After::Show); });
    connect(m_dispatch, &DispatchBar::left, this, [this] { m_form->start(); });
    connect(
        m_saved, &SavedView::printRequested, this, [this] { Q_EMIT printSlip(m_contact.numbers); });
    connect(m_emergency, &tickets::EmergencyCard::outageAsked, this, &IntakePage::outageAsked);
    connect(m_saved, &SavedView::anotherMatterRequested, this, &IntakePage::beginAnotherMatter);
    connect(m_saved, &SavedView::nextRequested, this, &IntakePage::beginNext);
    connect(m_draftMenu, &DraftMenu::picked, this, &IntakePage::resume);
    connect(&drafts, &items::Drafts::failed, this, [this](const QString &why) {
        m_banner->showMessage(
            widgets::Mood::Late, tr("The draft can't be kept on the disk: %1.").arg(why));
    });
    resumeAfterCrash();
}

IntakePage::~IntakePage()
{
    // The fields give the focus away while they go, when the page is no page any more.
    disconnect(qApp, nullptr, this, nullptr);
}

void IntakePage::formChanged()
{
    m_form->clearRefusals();
    if (m_form->isEmpty()) {
        m_drafts.remove(m_ticket);
        m_lookup.forget();
        m_answers->clear();
    } else {
        m_drafts.put(m_ticket, m_form->toDraft());
        m_lookup.ask(m_form->question());
    }
    showWarnings();
}

void IntakePage::showWarnings()
{
    const QStringList errors = m_form->plainErrors();
    m_warnings->setContent(errors.isEmpty() ? QString() : QStringLiteral("warning"),
        errors.join(QStringLiteral("  ")), look::Tone::Soon);
}

void IntakePage::askDispatchee()
{
    if (m_stack->currentWidget() == m_saved)
        return;
    if (m_dispatch->isVisible())
        return m_dispatch->agree();
    const WorkflowSpec &workflow = workflowForKind(m_form->values().text(field::Kind));
    if (!workflow.findAction(u"dispatch")) {
        m_banner->showMessage(widgets::Mood::Late,
            tr("Only a repair is dispatched to a team. Ctrl+Enter takes it in."));
        return;
    }
    m_dispatch->open(m_answer.proposal);
}

void IntakePage::takeInAndShow()
{
    takeIn(nullptr, After::Show);
}

void IntakePage::takeInAndGoOn()
{
    takeIn(nullptr, After::AnotherMatter);
}

void IntakePage::takeIn(const Dispatchee *whom, After after)
{
    if (m_isSaving || m_stack->currentWidget() == m_saved)
        return;
    if (const auto refusal = m_form->refusal()) {
        m_outage.reset();
        return refuse(*refusal);
    }
    OpenTicket command{.ticket = m_ticket,
        .values = m_form->values(),
        .customer = m_form->customer(m_desk.freshId())};
    if (!m_contact.first.isNull())
        command.values.set(field::ContactGroup, QVariant::fromValue(m_contact.first));
    addOutage(command.values);
    if (whom) {
        command.dispatch = true;
        command.dispatchValues.set(field::Unit, whom->team);
        if (!whom->person.isNull())
            command.dispatchValues.set(field::Assignee, QVariant::fromValue(whom->person));
    }
    m_isSaving = true;
    m_desk.submit(command).then(
        this, [this, after](const store::Verdict &verdict) { takenIn(verdict, after); });
}

void IntakePage::takenIn(const store::Verdict &verdict, After after)
{
    m_isSaving = false;
    m_outage.reset();
    if (const Refusal *refusal = store::refused(verdict))
        return refuse(*refusal);
    const Ticket &ticket = store::accepted(verdict)->ticket;
    const QList<Attachment> attachments = m_form->attachments();
    for (const Attachment &attachment : attachments) {
        if (m_storeAttachment)
            m_storeAttachment(ticket.id, attachment);
    }
    m_drafts.remove(m_ticket);
    if (m_contact.first.isNull())
        m_contact.first = ticket.id;
    m_contact.numbers << ticket.values.text(field::Number);
    m_banner->dismiss();
    Q_EMIT saved(m_contact.numbers.constLast());
    if (after == After::AnotherMatter)
        return beginAnotherMatter();
    showSaved(ticket);
}

void IntakePage::showSaved(const Ticket &ticket)
{
    const QVector<ClockStart> promises = promisesOf(ticket);
    const qint64 now_ms = m_desk.clock().now_ms();
    const QTimeZone zone = m_desk.read().zone();
    SavedView::Words words{tr("Taken in"), m_contact.numbers.join(QStringLiteral("  "))};
    const QString promise = promiseWords(promises, ticket.values.number(field::HappenedAt));
    words.promise = promise.isEmpty() ? QString() : tr("We promise: %1.").arg(promise);
    words.due = dueWords(promises, now_ms, zone);
    const Step *dispatch = ticket.latest(u"dispatch");
    if (ticket.values.has(field::Outage))
        words.next = tr("It waits with the outage: whoever called is called back once it is over.");
    else if (dispatch)
        words.next = tr("Dispatched to %1.").arg(dispatch->values.text(field::Unit));
    else if (!m_answer.chiefName.isEmpty())
        words.next = tr("It goes to grid %1, %2.").arg(m_answer.gridCode, m_answer.chiefName);
    m_saved->show(words);
    m_emergency->showTicket(ticket);
    // The call is over: what was known about it stays, this ticket itself doesn't come on top.
    m_lookup.forget();
    m_dispatch->hide();
    m_stack->setCurrentWidget(m_saved);
    setFocusProxy(m_saved);
    m_saved->setFocus(Qt::OtherFocusReason);
}

void IntakePage::refuse(const Refusal &refusal)
{
    m_dispatch->hide();
    if (!m_form->showRefusal(refusal))
        m_banner->showMessage(widgets::Mood::Late, refusal.text());
}

void IntakePage::keepNumbersSealed()
{
    if (m_stack->currentWidget() != m_saved)
        m_form->keepNumbersSealed();
}

void IntakePage::saveDraft()
{
    if (m_form->isEmpty() || m_stack->currentWidget() == m_saved)
        return;
    m_drafts.put(m_ticket, m_form->toDraft(), true);
    beginNext();
}

void IntakePage::openDrafts()
{
    if (m_draftMenu->isVisible())
        m_draftMenu->showMenu();
}

void IntakePage::enterTickets()
{
    m_answers->enterTickets();
}

void IntakePage::beginForm(const Id &id)
{
    m_ticket = id;
    m_draftMenu->setCurrent(id);
    m_dispatch->hide();
    m_stack->setCurrentIndex(0);
    setFocusProxy(m_form);
}

void IntakePage::beginNext(const QString &typed)
{
    m_contact = {};
    m_answer = {};
    beginForm(m_desk.freshId());
    m_form->clear();
    m_lookup.forget();
    m_answers->clear();
    showWarnings();
    m_form->start(typed);
}

void IntakePage::beginFor(const Id &customer)
{
    if (m_stack->currentWidget() == m_saved)
        beginNext();
    saveDraft();
    // Whoever is certain is put in with the answer.
    m_lookup.ask({.known = customer});
    m_form->startMatter();
}

void IntakePage::beginAnotherMatter()
{
    beginForm(m_desk.freshId());
    m_form->clearMatter();
    m_lookup.askAgain();
    m_form->startMatter();
    m_banner->showMessage(widgets::Mood::Done,
        tr("Taken in: %1. Another matter of the same contact.")
            .arg(m_contact.numbers.join(QStringLiteral(", "))));
}

void IntakePage::resume(const Id &id)
{
    const store::Draft *draft = m_drafts.find(id);
    if (!draft)
        return;
    const QJsonObject fields = draft->fields;
    m_contact = {};
    beginForm(id);
    m_form->fromDraft(fields);
    m_form->start();
}

/// What was being typed when the program ended stands in the form again.
void IntakePage::resumeAfterCrash()
{
    m_draftMenu->setCurrent(m_ticket);
    const auto &all = m_drafts.all();
    for (auto draft = all.crbegin(); draft != all.crend(); ++draft) {
        if (!draft->parked) {
            resume(draft->id);
            m_banner->showMessage(
                widgets::Mood::Open, tr("This is what you were typing when the window closed."));
            return;
        }
    }
    m_answers->clear();
}

} // namespace ui::intake
