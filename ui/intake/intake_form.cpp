// SPDX-License-Identifier: GPL-3.0-or-later
#include "intake/intake_form.h"

#include "domain/personal_numbers.h"
#include "domain/ticket_fields.h"
#include "domain/words.h"
#include "intake/caller_fields.h"
#include "intake/description_edit.h"
#include "intake/kind_fields.h"
#include "intake/matter_fields.h"
#include "intake/place_field.h"
#include "widgets/choice_strip.h"
#include "widgets/enter_walk.h"
#include "widgets/form_grid.h"
#include "widgets/type_ahead_edit.h"

#include <QCheckBox>
#include <QVBoxLayout>

namespace ui::intake
{

using namespace domain;
using widgets::FormGrid;

IntakeForm::IntakeForm(Desk &desk, QWidget *parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_grid(new FormGrid(this))
    , m_caller(new CallerFields(m_grid))
    , m_matter(new MatterFields(desk, m_grid))
    , m_place(new PlaceField(desk, m_grid))
    , m_kind(new KindFields(desk, m_grid))
{
    layOut();
    setFocusProxy(m_caller->phone());
    m_caller->readPlaces(desk.read());
    const auto changed = [this] {
        m_matter->showTitleFor(m_caller->address()->text());
        m_kind->showFor(m_matter->kind()->current(), m_matter->categoryCode());
        Q_EMIT this->changed();
    };
    connect(m_caller, &CallerFields::changed, this, changed);
    connect(m_matter, &MatterFields::changed, this, changed);
    connect(m_place, &PlaceField::changed, this, changed);
    connect(m_kind, &KindFields::changed, this, &IntakeForm::changed);
    // An import touches places by the thousand: they are read anew once it pauses.
    m_placesLater.setSingleShot(true);
    m_placesLater.setInterval(300);
    connect(
        &m_placesLater, &QTimer::timeout, this, [this] { m_caller->readPlaces(m_desk.read()); });
    connect(&desk, &Desk::committed, this, [this](const store::Committed &done) {
        for (const store::Touched &one : done.touched) {
            if (one.what == store::Touched::Row && Register(one.reg) == Register::Place)
                return m_placesLater.start();
        }
    });
}

void IntakeForm::layOut()
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_grid);
    column->addStretch();

    m_grid->addRow(tr("Caller"), m_caller->phone());
    m_grid->addBeside(tr("Channel"), m_matter->channel());
    m_grid->addRow(tr("Kind"), m_matter->kind(), FormGrid::Need::Required);
    m_grid->addRow(tr("Line"), m_matter->line());
    m_grid->addRow(tr("Category"), m_matter->category());
    m_grid->addBeside(tr("Urgency"), m_matter->urgency());
    m_grid->addRow(tr("Name"), m_caller->name());
    m_grid->addBeside({}, m_caller->anonymous());
    m_grid->addRow(tr("Address"), m_caller->address());
    m_grid->addBeside(tr("Grid"), m_place);
    m_grid->addRow(tr("Title"), m_matter->title());
    m_grid->addRow(tr("Matter"), m_matter->description());
    m_kind->addRows();
    m_grid->addRow(tr("Sealed note"), m_matter->privateNote());
    m_grid->addRow(tr("Who asks"), m_matter->asker());
    m_grid->addRow(tr("Attached"), m_matter->attachments());

    // Its row comes when there is something to seal, or somebody asks for it.
    const auto showNote = [this] {
        m_grid->setRowVisible(m_matter->privateNote(), !m_matter->privateNote()->text().isEmpty());
    };
    connect(m_matter->privateNote(), &QLineEdit::textChanged, this, [this, showNote] {
        if (!m_matter->privateNote()->hasFocus())
            showNote();
    });
    showNote();

    QList<QWidget *> steps = m_grid->fields();
    steps.removeAll(m_place); // it finds its answer by itself
    auto *walk = new widgets::EnterWalk(steps, this);
    connect(walk, &widgets::EnterWalk::finished, this, &IntakeForm::finished);
}

Values IntakeForm::values() const
{
    Values ticket;
    m_caller->addTo(ticket);
    m_place->addTo(ticket);
    m_matter->addTo(ticket);
    m_kind->addTo(ticket);
    return ticket;
}

CustomerDraft IntakeForm::customer(const Id &fresh) const
{
    return m_caller->customer(fresh);
}

QList<Attachment> IntakeForm::attachments() const
{
    return m_matter->attachments()->attachments();
}

items::CallerQuestion IntakeForm::question() const
{
    Values ticket = values();
    for (quint8 number :
        {field::Title, field::Description, field::PrivateNote, field::Channel, field::Asker})
        ticket.remove(number);
    return {m_caller->phone()->text(), m_caller->typedName(), m_caller->known(), ticket};
}

/// The fields before the one with the focus have been passed.
Reached IntakeForm::reached() const
{
    const QWidget *focus = focusWidget();
    if (!focus || focus == m_caller->phone() || m_matter->kind()->isAncestorOf(focus)
        || focus == m_matter->channel())
        return Reached::Caller;
    const bool atEnd = focus == m_matter->description() || focus == m_matter->title()
        || m_matter->asker()->isAncestorOf(focus) || m_matter->attachments()->isAncestorOf(focus);
    return atEnd ? Reached::End : Reached::Matter;
}

std::optional<Refusal> IntakeForm::refusal() const
{
    return m_kind->refusal();
}

QStringList IntakeForm::plainErrors() const
{
    // A number that is still being typed is short by nature; only what no more digit mends is said.
    QString phone = m_caller->phone()->text();
    if (m_caller->phone()->hasFocus() && dialled(phone).size() < 11)
        phone.clear();
    return intake::plainErrors(phone, values(), reached());
}

bool IntakeForm::isEmpty() const
{
    return m_caller->isEmpty() && m_place->isEmpty() && m_matter->isEmpty();
}

void IntakeForm::showAnswer(const items::CallerAnswer &answer)
{
    m_caller->showAnswer(answer);
    m_place->showAnswer(answer, !m_caller->address()->text().isEmpty());
}

void IntakeForm::takeCaller(const items::KnownCaller &caller)
{
    m_caller->take(caller);
}

QWidget *IntakeForm::widgetOf(const QString &fieldKey) const
{
    const FieldSpec *spec = ticketFields().find(fieldKey);
    switch (spec ? spec->id : 0) {
    case field::Channel:
        return m_matter->channel();
    case field::Kind:
        return m_matter->kind();
    case field::Line:
        return m_matter->line();
    case field::Category:
        return m_matter->category();
    case field::Urgency:
        return m_matter->urgency();
    case field::Address:
        return m_caller->address();
    case field::Grid:
        return m_caller->address();
    case field::Anonymous:
        return m_caller->anonymous();
    case field::Title:
        return m_matter->title();
    case field::Description:
        return m_matter->description();
    case field::Asker:
        return m_matter->asker();
    case field::ContactPhone:
        return m_caller->phone();
    case field::Customer:
        return m_caller->name();
    default:
        if (QWidget *field = spec ? m_kind->widgetOf(spec->id) : nullptr)
            return field;
        return fieldKey == u"name" ? m_caller->name() : nullptr;
    }
}

bool IntakeForm::showRefusal(const Refusal &refusal)
{
    QWidget *widget = widgetOf(refusal.field);
    if (!widget)
        return false;
    m_grid->showRefusal(widget, refusal.text());
    widget->setFocus(Qt::OtherFocusReason);
    return true;
}

void IntakeForm::clearRefusals()
{
    m_grid->clearRefusals();
}

void IntakeForm::clear()
{
    m_grid->clearRefusals();
    m_caller->clear();
    m_place->clear();
    clearMatter();
}

void IntakeForm::clearMatter()
{
    m_grid->clearRefusals();
    m_matter->clear();
    m_kind->clear();
    m_kind->showFor({}, {});
    m_matter->showTitleFor(m_caller->address()->text());
}

void IntakeForm::start(const QString &typed)
{
    m_caller->phone()->setFocus(Qt::OtherFocusReason);
    if (!typed.isEmpty())
        m_caller->phone()->insert(typed);
}

void IntakeForm::startMatter()
{
    m_matter->kind()->setFocus(Qt::OtherFocusReason);
}

QJsonObject IntakeForm::toDraft() const
{
    QJsonObject draft;
    m_caller->toDraft(draft);
    m_place->toDraft(draft);
    m_matter->toDraft(draft);
    m_kind->toDraft(draft);
    return draft;
}

void IntakeForm::fromDraft(const QJsonObject &draft)
{
    m_grid->clearRefusals();
    m_caller->fromDraft(draft);
    m_place->fromDraft(draft);
    m_matter->fromDraft(draft);
    m_kind->showFor(m_matter->kind()->current(), m_matter->categoryCode());
    m_kind->fromDraft(draft);
    m_matter->showTitleFor(m_caller->address()->text());
    Q_EMIT changed();
}

QString IntakeForm::draftWords(const QJsonObject &draft)
{
    QStringList words;
    for (const char *key : {"name", "phone", "address", "category", "title", "description"}) {
        const QString text = draft[QLatin1StringView(key)].toString().simplified();
        if (!text.isEmpty() && words.size() < 3)
            words << text;
    }
    return words.isEmpty() ? tr("Draft without words") : words.join(QStringLiteral(" · ")).left(60);
}

void IntakeForm::keepNumbersSealed()
{
    const QString before = m_matter->privateNote()->text();
    m_matter->keepNumbersSealed();
    if (m_matter->privateNote()->text() != before)
        return;
    m_grid->setRowVisible(m_matter->privateNote(), true);
    m_matter->privateNote()->setFocus(Qt::ShortcutFocusReason);
}

} // namespace ui::intake
