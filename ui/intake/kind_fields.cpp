// SPDX-License-Identifier: GPL-3.0-or-later
#include "intake/kind_fields.h"

#include "domain/ticket_fields.h"
#include "domain/words.h"
#include "items/business.h"
#include "tickets/candidates.h"
#include "tickets/field_editor.h"
#include "widgets/checklist.h"
#include "widgets/form_grid.h"
#include "widgets/moment_edit.h"
#include "widgets/type_ahead_edit.h"

#include <QCheckBox>

namespace ui::intake
{

using namespace domain;
using widgets::TypeAheadEdit;

namespace
{

QString nameOf(quint8 field)
{
    return ticketFields().find(field)->name();
}

QString labelFor(quint8 field)
{
    return labelOf(*ticketFields().find(field));
}

QString codeOf(const TypeAheadEdit &edit)
{
    return edit.chosen() ? edit.chosen()->id.toString() : QString();
}

} // namespace

KindFields::KindFields(Desk &desk, widgets::FormGrid *form)
    : QObject(form)
    , m_desk(desk)
    , m_form(form)
    , m_class(new TypeAheadEdit(form))
    , m_aboutChief(new QCheckBox(labelFor(field::AboutChief), form))
    , m_promised(new widgets::MomentEdit(
          [&desk] { return desk.read().now_ms(); }, desk.read().zone(), form))
    , m_papers(new widgets::Checklist(form))
{
    QList<widgets::Candidate> classes;
    for (const Word &word : wordsOf(List::ComplaintClass))
        classes.append({QString::fromLatin1(word.code), {}, word.text(), {}});
    m_class->setCandidates(classes);
    m_class->setMatch(tickets::matchesPinyin);
    m_class->setObjectName(nameOf(field::ComplaintClass));
    m_aboutChief->setObjectName(nameOf(field::AboutChief));
    m_promised->setObjectName(nameOf(field::PromisedAt));
    m_papers->setObjectName(nameOf(field::Papers));
    connect(m_class, &TypeAheadEdit::chosenChanged, this, &KindFields::changed);
    connect(m_aboutChief, &QCheckBox::toggled, this, &KindFields::changed);
    connect(m_promised, &QLineEdit::textChanged, this, &KindFields::changed);
    connect(m_papers, &widgets::Checklist::changed, this, &KindFields::changed);
}

void KindFields::addRows()
{
    m_form->addRow(labelFor(field::ComplaintClass), m_class);
    m_form->addBeside({}, m_aboutChief);
    m_form->addRow(labelFor(field::PromisedAt), m_promised);
    m_form->addRow(labelFor(field::Papers), m_papers);
    showFor({}, {});
}

void KindFields::showFor(const QString &kind, const QString &category)
{
    if (kind == u"application" && (category != m_category || m_kind != kind)) {
        const items::Business business = items::businessOf(m_desk.read(), category);
        const QStringList ticked = m_papers->ticked();
        m_papers->setItems(business.papers);
        m_papers->setTicked(ticked);
        m_unit = business.unit;
    }
    m_kind = kind;
    m_category = category;
    m_form->setRowVisible(m_class, kind == u"complaint");
    m_form->setRowVisible(m_aboutChief, kind == u"complaint");
    m_form->setRowVisible(m_promised, kind == u"enquiry" || kind == u"suggestion");
    m_form->setRowVisible(m_papers, kind == u"application");
}

QWidget *KindFields::widgetOf(quint8 field) const
{
    switch (field) {
    case field::ComplaintClass:
        return m_class;
    case field::AboutChief:
        return m_aboutChief;
    case field::PromisedAt:
        return m_promised;
    case field::Papers:
        return m_papers;
    default:
        return nullptr;
    }
}

std::optional<Refusal> KindFields::refusal() const
{
    const bool isAsked = m_kind == u"enquiry" || m_kind == u"suggestion";
    return isAsked ? tickets::refusalOfMoment(field::PromisedAt, m_promised) : std::nullopt;
}

void KindFields::addTo(Values &ticket) const
{
    if (m_kind == u"complaint") {
        ticket.set(field::ComplaintClass, codeOf(*m_class));
        if (m_aboutChief->isChecked())
            ticket.set(field::AboutChief, true);
    }
    if (m_kind == u"enquiry" || m_kind == u"suggestion") {
        if (const auto at_ms = m_promised->at_ms())
            ticket.set(field::PromisedAt, *at_ms);
    }
    if (m_kind == u"application") {
        ticket.set(field::Papers, m_papers->ticked().join(QLatin1Char('\n')));
        ticket.set(field::Unit, m_unit);
    }
}

void KindFields::clear()
{
    m_class->clearChoice();
    m_aboutChief->setChecked(false);
    m_promised->clear();
    m_papers->setItems({});
    m_unit.clear();
    m_category.clear();
}

void KindFields::toDraft(QJsonObject &draft) const
{
    draft[nameOf(field::ComplaintClass)] = codeOf(*m_class);
    draft[nameOf(field::AboutChief)] = m_aboutChief->isChecked();
    draft[nameOf(field::PromisedAt)] = m_promised->text();
    draft[nameOf(field::Papers)] = m_papers->ticked().join(QLatin1Char('\n'));
}

void KindFields::fromDraft(const QJsonObject &draft)
{
    m_class->chooseId(draft[nameOf(field::ComplaintClass)].toString());
    m_aboutChief->setChecked(draft[nameOf(field::AboutChief)].toBool());
    m_promised->setText(draft[nameOf(field::PromisedAt)].toString());
    m_papers->setTicked(items::papersIn(draft[nameOf(field::Papers)].toString()));
}

} // namespace ui::intake
