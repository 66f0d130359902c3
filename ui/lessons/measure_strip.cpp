// SPDX-License-Identifier: GPL-3.0-or-later
#include "lessons/measure_strip.h"

#include "desk.h"
#include "domain/rights.h"
#include "look/measures.h"
#include "look/type.h"
#include "registers/register_form.h"
#include "tickets/ticket_page.h"
#include "widgets/icon_text.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QShortcut>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>

namespace ui::lessons
{

using namespace domain;
using ::reports::Improvement;
using Stage = Improvement::Stage;

namespace
{

const QKeySequence addKeys(Qt::CTRL | Qt::Key_M);
const QKeySequence goOnKeys(Qt::CTRL | Qt::SHIFT | Qt::Key_M);

/// How a measure stands by shape and tone, beside its words.
struct Sign {
    const char *icon;
    look::Tone tone;
};

Sign signOf(Stage stage)
{
    switch (stage) {
    case Stage::Overdue:
        return {"late", look::Tone::Late};
    case Stage::Open:
        return {"clock", look::Tone::Text};
    case Stage::Done:
        return {"running", look::Tone::Accent};
    case Stage::Checked:
        break;
    }
    return {"done", look::Tone::Done};
}

QLabel *lineOf(const QString &text, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    label->setFocusPolicy(Qt::NoFocus);
    return label;
}

QString joined(QStringList parts)
{
    parts.removeAll(QString());
    return parts.join(QStringLiteral(" · "));
}

} // namespace

MeasureStrip::MeasureStrip(tickets::TicketPage &page)
    : QWidget(&page)
    , m_page(page)
    , m_title(new QLabel(tr("Improvement measures"), this))
    , m_add(new QPushButton(tr("Measure…"), this))
    , m_lines(new QVBoxLayout)
    , m_form(new registers::RegisterForm(
          page.office(), registers::RegisterForm::Place::ScrollingPage, this))
    , m_background(tickets::sourceOf(page.office().desk))
{
    setObjectName(QStringLiteral("measures"));
    setAccessibleName(m_title->text());
    layOut();
    bindKeys();
    Desk &desk = page.office().desk;
    connect(&page.card(), &items::TicketCard::changed, this, &MeasureStrip::showTicket);
    connect(&desk, &Desk::committed, this, &MeasureStrip::takeIn);
    connect(&desk, &Desk::satDown, this, &MeasureStrip::renew);
    const auto leave = [this] { m_page.setFocus(Qt::OtherFocusReason); };
    connect(m_form, &registers::RegisterForm::saved, this, leave);
    connect(m_form, &registers::RegisterForm::left, this, leave);
    showTicket();
}

void MeasureStrip::layOut()
{
    m_title->setFont(look::type(look::TypeSize::Body, QFont::DemiBold));
    m_add->setObjectName(QStringLiteral("addMeasure"));
    m_add->setAutoDefault(false);
    m_add->setToolTip(addKeys.toString(QKeySequence::NativeText));
    m_add->setAccessibleName(tr("Add an improvement measure"));
    auto *head = new QHBoxLayout;
    head->addWidget(m_title);
    head->addStretch();
    head->addWidget(m_add);
    m_lines->setSpacing(look::unit);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(look::unit);
    column->addLayout(head);
    column->addLayout(m_lines);
    column->addWidget(m_form);
}

void MeasureStrip::bindKeys()
{
    connect(m_add, &QPushButton::clicked, this, &MeasureStrip::add);
    connect(new QShortcut(addKeys, this), &QShortcut::activated, this, &MeasureStrip::add);
    connect(new QShortcut(goOnKeys, this), &QShortcut::activated, this, &MeasureStrip::goOn);
}

bool MeasureStrip::mayKeep() const
{
    const Desk &desk = m_page.office().desk;
    return domain::mayKeep(Register::Measure, desk.who(), m_page.office().desk.read().grants());
}

bool MeasureStrip::isFormTouched() const
{
    return m_form->isTouched();
}

void MeasureStrip::showTicket()
{
    const items::TicketCard &card = m_page.card();
    const bool isComplaint =
        !card.isEmpty() && card.ticket().values.text(field::Kind) == u"complaint";
    const Id ticket = isComplaint ? card.ticket().id : Id();
    if (ticket != m_ticket) {
        m_form->giveUp();
        showMeasures({});
    }
    m_ticket = ticket;
    setVisible(isComplaint);
    renew();
}

void MeasureStrip::takeIn(const store::Committed &committed)
{
    if (std::ranges::any_of(committed.touched, [](const store::Touched &one) {
            return one.what == store::Touched::Row && one.reg == quint8(Register::Measure);
        }))
        renew();
}

void MeasureStrip::renew()
{
    m_add->setVisible(mayKeep());
    if (!mayKeep())
        m_form->giveUp();
    if (m_ticket.isNull())
        return;
    m_background
        .ask([ticket = m_ticket](
                 store::Reader &reader) { return ::reports::findImprovementsOf(reader, ticket); })
        .then(this, [this, of = m_ticket](const QVector<Improvement> &measures) {
            if (of == m_ticket)
                showMeasures(measures);
        });
}

void MeasureStrip::showMeasures(const QVector<Improvement> &measures)
{
    m_measures = measures;
    while (QLayoutItem *line = m_lines->takeAt(0)) {
        delete line->widget();
        delete line;
    }
    for (const Improvement &one : measures)
        addLine(one);
    if (!measures.isEmpty())
        return;
    QLabel *none =
        lineOf(tr("None yet: what keeps this from coming again, who sees to it, by when?"), this);
    none->setForegroundRole(QPalette::PlaceholderText);
    m_lines->addWidget(none);
}

QString MeasureStrip::words(const Improvement &one) const
{
    const QDate due = one.day(one.due_ms, m_page.card().zone());
    const QString who = joined({one.who, tr("to be done by %1").arg(due.toString(Qt::ISODate)),
        one.checkedBy.isEmpty() ? QString() : tr("checked by %1").arg(one.checkedBy)});
    return one.effect.isEmpty() ? who : who + u'\n' + one.effect;
}

void MeasureStrip::addLine(const Improvement &one)
{
    const items::TicketCard &card = m_page.card();
    const Sign sign = signOf(one.stage(card.now_ms(), card.zone()));
    auto *line = new QWidget(this);
    auto *standing = new widgets::IconText(line);
    standing->setContent(
        QString::fromLatin1(sign.icon), one.standing(card.now_ms(), card.zone()), sign.tone);
    auto *column = new QVBoxLayout;
    column->setSpacing(0);
    column->addWidget(lineOf(one.what, line));
    column->addWidget(standing);
    QLabel *who = lineOf(words(one), line);
    who->setForegroundRole(QPalette::PlaceholderText);
    column->addWidget(who);
    auto *row = new QHBoxLayout(line);
    row->setContentsMargins(0, 0, 0, look::unit);
    row->addLayout(column, 1);
    if (mayKeep())
        row->addWidget(nextButton(one, line), 0, Qt::AlignTop);
    m_lines->addWidget(line);
}

QPushButton *MeasureStrip::nextButton(const Improvement &one, QWidget *line)
{
    const QString title = stepFor(one).title;
    auto *next = new QPushButton(title + QStringLiteral("…"), line);
    next->setAutoDefault(false);
    next->setAccessibleName(title + QStringLiteral(": ") + one.what);
    if (!one.checked_ms)
        next->setToolTip(goOnKeys.toString(QKeySequence::NativeText));
    connect(next, &QPushButton::clicked, this, [this, id = one.id] { step(id); });
    return next;
}

void MeasureStrip::add()
{
    if (m_ticket.isNull() || !mayKeep())
        return;
    RegisterRow row{m_page.office().desk.freshId(), Register::Measure, {}, false};
    row.values.set(measure::Ticket, QVariant::fromValue(m_ticket));
    row.values.set(measure::By, m_page.card().ticket().values[field::Responsible]);
    begin({row, true, {{measure::What}, {measure::By}, {measure::Due}},
        tr("New improvement measure"), {}});
}

void MeasureStrip::goOn()
{
    const auto open = std::ranges::find(m_measures, 0, &Improvement::checked_ms);
    if (open != m_measures.end() && mayKeep())
        step(open->id);
}

void MeasureStrip::step(const Id &measure)
{
    const auto one = std::ranges::find(m_measures, measure, &Improvement::id);
    const auto row = m_page.office().desk.read().findRow(measure);
    if (one == m_measures.end() || !row)
        return;
    registers::FormSubject subject = stepFor(*one);
    subject.row = row->row;
    begin(subject);
}

registers::FormSubject MeasureStrip::stepFor(const Improvement &one) const
{
    const items::TicketCard &card = m_page.card();
    const qint64 today_ms =
        one.day(card.now_ms(), card.zone()).startOfDay(card.zone()).toMSecsSinceEpoch();
    registers::FormSubject subject;
    if (one.checked_ms) {
        subject.title = tr("Change");
        subject.fields = registers::allFields(registerSpec(Register::Measure));
    } else if (one.done_ms) {
        subject.title = tr("Check the effect");
        subject.fields = {{measure::Effect}, {measure::CheckedBy}, {measure::Checked}};
        subject.proposed.set(measure::Checked, today_ms);
        // Whoever did it doesn't judge it.
        if (const Id actor = m_page.office().desk.actor(); actor != one.owner)
            subject.proposed.set(measure::CheckedBy, QVariant::fromValue(actor));
    } else {
        subject.title = tr("Record as done");
        subject.fields = {{measure::Done}, {measure::Effect}};
        subject.proposed.set(measure::Done, today_ms);
    }
    return subject;
}

void MeasureStrip::begin(const registers::FormSubject &subject)
{
    if (m_form->isTouched())
        return m_page.remindOfForm();
    m_form->begin(subject);
    QScrollArea *scroll = nullptr;
    for (QWidget *above = parentWidget(); above && !scroll; above = above->parentWidget())
        scroll = qobject_cast<QScrollArea *>(above);
    // The form has its height when it has been laid out.
    if (scroll)
        QTimer::singleShot(
            0, m_form, [this, scroll] { scroll->ensureWidgetVisible(m_form, 0, look::gap); });
}

} // namespace ui::lessons
