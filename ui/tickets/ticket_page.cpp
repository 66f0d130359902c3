// SPDX-License-Identifier: GPL-3.0-or-later
#include "tickets/ticket_page.h"

#include "domain/decide.h"
#include "domain/rights.h"
#include "domain/words.h"
#include "look/icons.h"
#include "look/measures.h"
#include "look/palette.h"
#include "tickets/action_bar.h"
#include "tickets/conflict_strip.h"
#include "tickets/emergency_card.h"
#include "tickets/file_strip.h"
#include "tickets/service_record.h"
#include "tickets/slip_kinds.h"
#include "tickets/stage_strip.h"
#include "tickets/ticket_facts.h"
#include "tickets/ticket_head.h"
#include "tickets/undo.h"
#include "widgets/banner.h"
#include "widgets/empty_page.h"
#include "widgets/hairline.h"

#include <QHBoxLayout>
#include <QMenu>
#include <QShortcut>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace ui::tickets
{

using namespace domain;

TicketPage::TicketPage(Office &office, QWidget *parent)
    : QWidget(parent)
    , m_office(office)
    , m_sight(office.looks)
    , m_card(office.desk.read())
    , m_banner(new widgets::Banner(this))
    , m_empty(new widgets::EmptyPage(
          {QStringLiteral("tickets"), tr("No ticket chosen"),
              tr("The ticket that is chosen in the list stands here."), {}, {}},
          this))
    , m_scroll(new QScrollArea(this))
{
    setAccessibleName(tr("Ticket"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_banner);
    column->addWidget(m_empty, 1);
    column->addWidget(m_scroll, 1);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setWidget(makeBody());
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_card.setSight(&m_sight);
    connect(m_facts, &TicketFacts::revealAsked, this, &TicketPage::askReason);
    connect(&office.desk, &Desk::committed, &m_card, &items::TicketCard::takeIn);
    connect(&office.desk, &Desk::satDown, this, [this] {
        // Another person looks, and may see less.
        if (!m_card.isEmpty()) {
            m_sight.lookAway();
            m_card.show(m_card.number());
            // Behind another page, or the curtain, nobody looks.
            if (!isVisible())
                m_sight.lookAway();
        }
        renew();
    });
    connect(&m_card, &items::TicketCard::changed, this, &TicketPage::renew);
    connect(m_actions, &ActionBar::picked, this, &TicketPage::openForm);
    connect(m_form, &ActionForm::filled, this, &TicketPage::act);
    connect(m_form, &ActionForm::closed, this, [this] { setFocus(Qt::OtherFocusReason); });
    connect(m_files, &FileStrip::given, this, &TicketPage::attach);
    connect(m_conflicts, &ConflictStrip::settled, this,
        [this](const QString &words) { m_banner->showMessage(widgets::Mood::Done, words); });
    setFocusPolicy(Qt::StrongFocus);
    auto *copy = new QShortcut(Qt::CTRL | Qt::SHIFT | Qt::Key_C, this);
    connect(copy, &QShortcut::activated, this, &TicketPage::copyForPhone);
    renew();
}

QWidget *TicketPage::makeBody()
{
    auto *body = new QWidget(m_scroll);
    m_head = new TicketHead(body);
    m_stages = new StageStrip(body);
    m_conflicts = new ConflictStrip(m_office, body);
    m_emergency = new EmergencyCard(m_office.desk, body);
    connect(m_emergency, &EmergencyCard::outageAsked, this, &TicketPage::outageAsked);
    m_actions = new ActionBar(body);
    m_form = new ActionForm(m_office, body);
    m_facts = new TicketFacts(body);
    m_files = new FileStrip(m_office.files, body);
    m_record = new ServiceRecord(m_office.desk.read().zone(), body);
    m_slips = makeSlips();
    layOut(body);
    return body;
}

void TicketPage::layOut(QWidget *body)
{
    auto *top = new QHBoxLayout;
    top->addWidget(m_head, 1);
    top->addWidget(m_slips, 0, Qt::AlignTop);
    auto *column = m_column = new QVBoxLayout(body);
    column->setContentsMargins(look::margin, look::gap + look::unit, look::margin, look::margin);
    column->setSpacing(look::gap + look::unit);
    column->addLayout(top);
    column->addWidget(m_stages);
    column->addWidget(m_conflicts);
    column->addWidget(m_emergency);
    column->addWidget(m_actions);
    column->addWidget(m_form);
    column->addWidget(new widgets::Hairline(Qt::Horizontal, body));
    column->addWidget(m_facts);
    column->addWidget(m_files);
    column->addWidget(new widgets::Hairline(Qt::Horizontal, body));
    column->addWidget(m_record);
    column->addStretch();
}

QToolButton *TicketPage::makeSlips()
{
    auto *button = new QToolButton(this);
    button->setText(tr("Print"));
    button->setIcon(look::icon(QStringLiteral("print")));
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setPopupMode(QToolButton::InstantPopup);
    auto *menu = new QMenu(button);
    menu->setObjectName(QStringLiteral("slips"));
    for (const SlipKind &slip : slipKinds()) {
        QAction *entry = menu->addAction(slip.text());
        entry->setObjectName(QString::fromLatin1(slip.name));
        connect(entry, &QAction::triggered, this, [this, name = entry->objectName()] {
            Q_EMIT printSlip(name, {m_card.ticket().values.text(field::Number)});
        });
    }
    // What makes no sense for this ticket isn't offered.
    connect(menu, &QMenu::aboutToShow, this, [this, menu] {
        for (qsizetype at = 0; at < menu->actions().size(); ++at)
            menu->actions().at(at)->setVisible(slipKinds()[size_t(at)].fits(m_card.ticket()));
    });
    button->setMenu(menu);
    return button;
}

void TicketPage::showTicket(qint64 ticket)
{
    if (ticket == m_card.number())
        return;
    m_banner->dismiss();
    if (ticket)
        m_card.show(ticket);
    else
        m_card.clear();
}

bool TicketPage::openTicket(const QString &number, const QString &action)
{
    m_banner->dismiss();
    if (!m_card.show(number)) {
        m_banner->showMessage(widgets::Mood::Late, tr("There is no ticket %1 here.").arg(number));
        return false;
    }
    if (!action.isEmpty())
        openForm(action);
    return true;
}

void TicketPage::openForm(const QString &action)
{
    for (const ActionSpec *open : m_card.actions(m_office.desk.actor())) {
        if (action != QLatin1StringView(open->code))
            continue;
        m_banner->dismiss();
        ActionForm::Subject subject{m_card.ticket().values, m_card.grid().id,
            m_card.ticket().values[field::Assignee].value<Id>()};
        for (const FieldSpec &spec : ticketFields()) {
            if (spec.is(Personal) && subject.values.has(spec.id))
                subject.values.set(spec.id, m_card.text(spec.id));
        }
        if (action == u"notify")
            subject.values.set(field::Participants, m_card.person(subject.assignee).name);
        m_form->begin(*open, subject, actionWord(action));
        // The form has its height when it has been laid out.
        QMetaObject::invokeMethod(
            m_form, [this] { m_scroll->ensureWidgetVisible(m_form, 0, look::gap); },
            Qt::QueuedConnection);
        return;
    }
    m_banner->showMessage(widgets::Mood::Late, whyNot(action));
}

QString TicketPage::whyNot(const QString &action) const
{
    for (const ActionSpec *open : findActions(m_card.ticket())) {
        if (action == QLatin1StringView(open->code)) {
            return tr("\"%1\" is not yours to do on this ticket. It is done by: %2.")
                .arg(actionWord(action), roleWords(open->roles | Administrator));
        }
    }
    return tr("\"%1\" is not possible now: the ticket is \"%2\".")
        .arg(actionWord(action), stateWord(m_card.ticket().state));
}

void TicketPage::askReason()
{
    auto *dialog = new QInputDialog(this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Show the contact"));
    dialog->setLabelText(tr("What is it needed for? The look is put on record with your name."));
    connect(dialog, &QInputDialog::textValueSelected, this, [this](const QString &reason) {
        m_sight.reveal(reason).then(this, [this](const store::Verdict &verdict) {
            if (const Refusal *refusal = store::refused(verdict))
                m_banner->showMessage(widgets::Mood::Late, refusal->text());
        });
    });
    dialog->open();
}

void TicketPage::remindOfForm()
{
    m_banner->showMessage(widgets::Mood::Soon,
        tr("Save the form with Ctrl+Enter or give it up with Esc, then go on."));
}

void TicketPage::renew()
{
    m_empty->setVisible(m_card.isEmpty());
    m_scroll->setVisible(!m_card.isEmpty());
    const bool isOther = std::exchange(m_shown, m_card.number()) != m_card.number();
    if (isOther)
        m_form->close();
    m_conflicts->showTicket(m_card.ticket().id);
    m_emergency->showTicket(m_card.ticket());
    if (m_card.isEmpty())
        return;
    m_head->show(m_card);
    m_stages->show(m_card);
    offerActions();
    holdForm();
    m_facts->show(m_card);
    m_record->show(m_card);
    setAccessibleName(tr("Ticket %1").arg(m_card.ticket().values.text(field::Number)));
    if (isOther)
        m_scroll->ensureVisible(0, 0);
}

void TicketPage::offerActions()
{
    std::vector<const ActionSpec *> actions = m_card.actions(m_office.desk.actor());
    // Files have their own way in.
    const auto attaching = std::erase_if(actions, [](const ActionSpec *action) {
        return QLatin1StringView(action->code) == QLatin1StringView("attach");
    });
    m_actions->setActions(actions);
    m_actions->setNothing(actions.empty() ? whyNothing() : QString());
    m_files->show(m_card, attaching > 0);
}

/// Who goes on with it, where it isn't whoever sits here.
QString TicketPage::whyNothing() const
{
    quint16 roles = noRole;
    for (const ActionSpec *action : findActions(m_card.ticket())) {
        if (!action->from.empty() && !action->isAside)
            roles |= performersOf(*action, m_card.ticket().values);
    }
    if (!roles)
        return tr("It is over: there is nothing more to do.");
    return tr("Nothing here is yours to do. It goes on with: %1.").arg(roleWords(roles));
}

/// A form that was begun by somebody else waits, as it is, for one who may perform its action.
void TicketPage::holdForm()
{
    const QString action = m_form->action();
    if (action.isEmpty())
        return;
    const auto open = m_card.actions(m_office.desk.actor());
    const bool isTheirs = std::ranges::any_of(open,
        [&action](const ActionSpec *each) { return action == QLatin1StringView(each->code); });
    const bool isOpen = isTheirs
        || std::ranges::none_of(findActions(m_card.ticket()),
            [&action](const ActionSpec *each) { return action == QLatin1StringView(each->code); });
    const bool wasHeld = !m_form->isEnabled();
    m_form->setEnabled(isOpen);
    if (!isOpen) {
        m_banner->showMessage(widgets::Mood::Waiting,
            tr("The form \"%1\" that was begun here waits for somebody who may do it.")
                .arg(actionWord(action)));
    } else if (wasHeld) {
        m_banner->dismiss();
    }
}

void TicketPage::tick()
{
    if (!m_card.isEmpty())
        m_head->showClocks(m_card);
}

void TicketPage::act(const ActionForm::Filled &filled)
{
    m_office.desk
        .submit(ActOnTicket{m_card.ticket().id, filled.action, filled.values, filled.by,
            filled.at_ms, m_card.ticket().revision})
        .then(this, [this, filled](const store::Verdict &verdict) { finish(filled, verdict); });
}

void TicketPage::finish(const ActionForm::Filled &filled, const store::Verdict &verdict)
{
    if (const Refusal *refusal = store::refused(verdict)) {
        // The form may have been closed meanwhile; what was refused must not be lost.
        if (m_form->action() == filled.action)
            m_form->showRefusal(*refusal);
        else
            m_banner->showMessage(widgets::Mood::Late, refusal->text());
        return;
    }
    const Ticket &ticket = store::accepted(verdict)->ticket;
    if (m_form->action() == filled.action && ticket.id == m_card.ticket().id)
        m_form->close();
    m_banner->showMessage(widgets::Mood::Done,
        tr("%1: \"%2\" is recorded. It is now \"%3\".")
            .arg(ticket.values.text(field::Number), actionWord(filled.action),
                stateWord(ticket.state)));
    offerUndo(ticket);
}

/// A step of the way can't be taken back, a correction can: by a correction to what stood there before.
void TicketPage::offerUndo(const Ticket &ticket)
{
    const auto command = undoOf(
        ticket, [this](quint8 field, const QVariant &value) { return m_card.open(field, value); });
    if (!command)
        return;
    m_banner->showUndoable(
        tr("%1 was corrected.").arg(ticket.values.text(field::Number)), [this, command = *command] {
            m_office.desk.submit(command).then(this, [this](const store::Verdict &verdict) {
                if (const Refusal *refusal = store::refused(verdict))
                    m_banner->showMessage(widgets::Mood::Late, refusal->text());
            });
        });
}

} // namespace ui::tickets
