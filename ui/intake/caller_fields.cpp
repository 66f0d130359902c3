// SPDX-License-Identifier: GPL-3.0-or-later
#include "intake/caller_fields.h"

#include "domain/personal_numbers.h"
#include "domain/ticket_fields.h"
#include "intake/choices.h"
#include "tickets/candidates.h"
#include "widgets/type_ahead_edit.h"

#include <QCheckBox>

namespace ui::intake
{

using namespace domain;
using items::KnownCaller;
using widgets::Candidate;
using widgets::TypeAheadEdit;

CallerFields::CallerFields(QWidget *form)
    : QObject(form)
    , m_phone(new QLineEdit(form))
    , m_name(new TypeAheadEdit(form))
    , m_address(new TypeAheadEdit(form))
    , m_anonymous(new QCheckBox(tr("Stays anonymous"), form))
{
    m_phone->setInputMethodHints(Qt::ImhPreferNumbers);
    m_phone->setPlaceholderText(tr("Caller's number"));
    for (TypeAheadEdit *edit : {m_name, m_address})
        edit->setFreeText(true);
    m_name->setMatch(tickets::matchesName);
    m_address->setMatch(tickets::matchesPinyin);
    // The lookup has already found who fits, by name, pinyin or number: nothing is left out here.
    m_name->setSource([this] {
        QList<Candidate> candidates;
        for (const KnownCaller &caller : std::as_const(m_callers))
            candidates.append({QVariant::fromValue(caller.id), {}, caller.name, caller.address});
        return candidates;
    });
    m_address->setSource([this] { return addressCandidates(); });

    connect(m_phone, &QLineEdit::textEdited, this, [this] {
        forgetKnown();
        Q_EMIT changed();
    });
    connect(m_name, &QLineEdit::textEdited, this, [this](const QString &typed) {
        if (typed != m_givenName)
            m_known = {};
        Q_EMIT changed();
    });
    connect(m_name, &TypeAheadEdit::chosenChanged, this, [this] {
        const auto chosen = m_name->chosen();
        for (const KnownCaller &caller : QVector(m_callers)) {
            if (chosen && caller.id == chosen->id.value<Id>())
                take(caller);
        }
    });
    connect(m_address, &QLineEdit::textChanged, this, &CallerFields::changed);
    connect(m_anonymous, &QCheckBox::toggled, this, [this](bool anonymous) {
        m_name->setEnabled(!anonymous);
        Q_EMIT changed();
    });
}

QList<Candidate> CallerFields::addressCandidates()
{
    QList<Candidate> candidates;
    for (const KnownCaller &caller : m_callers) {
        if (!caller.address.isEmpty())
            candidates.append({caller.address, {}, caller.address, caller.name});
    }
    return m_reader ? candidates + m_places.candidates(*m_reader, m_address->text()) : candidates;
}

void CallerFields::readPlaces(store::Reader &reader)
{
    m_reader = &reader;
    m_places.read(reader);
}

QString CallerFields::typedName() const
{
    return m_anonymous->isChecked() ? QString() : m_name->text().trimmed();
}

bool CallerFields::isEmpty() const
{
    return m_phone->text().isEmpty() && m_name->text().isEmpty() && m_address->text().isEmpty();
}

CustomerDraft CallerFields::customer(const Id &fresh) const
{
    if (m_anonymous->isChecked())
        return {};
    return {m_known, fresh, typedName(), dialled(m_phone->text()), {}, m_address->text().trimmed()};
}

void CallerFields::addTo(Values &ticket) const
{
    ticket.set(field::Address, m_address->text().trimmed());
    if (m_anonymous->isChecked())
        ticket.set(field::Anonymous, true);
    m_places.complete(ticket);
}

void CallerFields::showAnswer(const items::CallerAnswer &answer)
{
    m_callers = answer.callers;
    const KnownCaller *caller = answer.certain();
    if (caller && m_known.isNull() && !m_anonymous->isChecked())
        take(*caller);
    // Found after the letters were typed: the list of names has to be asked for again.
    else if (m_name->hasFocus() && m_known.isNull() && !typedName().isEmpty()
        && !m_callers.isEmpty())
        m_name->openList();
}

void CallerFields::take(const KnownCaller &caller)
{
    m_known = caller.id;
    m_givenName = caller.name;
    const auto putIn = [](TypeAheadEdit *edit, const QString &text) {
        const QSignalBlocker silent(edit);
        edit->setText(text);
        edit->setCursorPosition(0);
    };
    putIn(m_name, caller.name);
    if (m_phone->text().isEmpty())
        m_phone->setText(caller.phone);
    if (m_address->text().isEmpty()) {
        m_givenAddress = caller.address;
        putIn(m_address, caller.address);
    }
    Q_EMIT changed();
}

/// Another number: whom the one before named goes, unless it was changed by hand since.
void CallerFields::forgetKnown()
{
    if (m_known.isNull())
        return;
    m_known = {};
    const auto takeOut = [](TypeAheadEdit *edit, QString &given) {
        const QSignalBlocker silent(edit);
        if (edit->text() == given)
            edit->clear();
        given.clear();
    };
    takeOut(m_name, m_givenName);
    takeOut(m_address, m_givenAddress);
}

void CallerFields::clear()
{
    const QSignalBlocker silent(this);
    m_callers.clear();
    m_known = {};
    m_givenName.clear();
    m_givenAddress.clear();
    m_phone->clear();
    m_name->clearChoice();
    m_address->clearChoice();
    m_anonymous->setChecked(false);
}

void CallerFields::toDraft(QJsonObject &draft) const
{
    draft[QStringLiteral("phone")] = m_phone->text();
    draft[QStringLiteral("name")] = m_name->text();
    draft[QStringLiteral("address")] = m_address->text();
    draft[QStringLiteral("anonymous")] = m_anonymous->isChecked();
    draft[QStringLiteral("customer")] = m_known.isNull() ? QString() : m_known.toHex();
}

void CallerFields::fromDraft(const QJsonObject &draft)
{
    clear();
    const QSignalBlocker silent(this);
    m_phone->setText(draft[QStringLiteral("phone")].toString());
    m_name->setText(draft[QStringLiteral("name")].toString());
    m_address->setText(draft[QStringLiteral("address")].toString());
    m_anonymous->setChecked(draft[QStringLiteral("anonymous")].toBool());
    m_known = Id::fromHex(draft[QStringLiteral("customer")].toString()).value_or(Id());
    if (!m_known.isNull())
        m_givenName = m_name->text();
}

} // namespace ui::intake
