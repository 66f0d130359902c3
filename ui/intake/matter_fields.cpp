// SPDX-License-Identifier: GPL-3.0-or-later
#include "intake/matter_fields.h"

#include "domain/personal_numbers.h"
#include "intake/attachment_list.h"
#include "intake/choices.h"
#include "intake/description_edit.h"
#include "items/caller_answer.h"
#include "tickets/candidates.h"
#include "widgets/choice_strip.h"
#include "widgets/type_ahead_edit.h"

#include <QMimeData>
#include <QTextCursor>
#include <QTextDocument>

namespace ui::intake
{

using namespace domain;
using widgets::ChoiceStrip;
using widgets::TypeAheadEdit;

namespace
{

constexpr int descriptionLines = 3;

ChoiceStrip *strip(const QString &name, List list, QWidget *form)
{
    auto *strip = new ChoiceStrip(name, form);
    strip->setChoices(choicesOf(list));
    return strip;
}

QString codeOf(const TypeAheadEdit &edit)
{
    return edit.chosen() ? edit.chosen()->id.toString() : edit.text().trimmed();
}

} // namespace

MatterFields::MatterFields(Desk &desk, QWidget *form)
    : QObject(form)
    , m_desk(desk)
    , m_channel(new TypeAheadEdit(form))
    , m_kind(strip(tr("Kind"), List::Kind, form))
    , m_line(strip(tr("Service line"), List::Line, form))
    , m_category(new TypeAheadEdit(form))
    , m_urgency(strip(tr("Urgency"), List::Urgency, form))
    , m_title(new QLineEdit(form))
    , m_description(new DescriptionEdit(form))
    , m_privateNote(new QLineEdit(form))
    , m_asker(strip(tr("Who asks"), List::Asker, form))
    , m_attachments(new AttachmentList(form))
{
    m_kind->setShortcutModifier(Qt::AltModifier);
    for (TypeAheadEdit *edit : {m_channel, m_category})
        edit->setMatch(tickets::matchesPinyin);
    m_channel->setSource([this] { return channelCandidates(m_desk.read()); });
    m_category->setSource([this] { return categoryCandidates(m_desk.read(), m_line->current()); });
    m_category->setPlaceholderText(tr("Words or pinyin initials"));
    const QFontMetrics metrics(m_description->font());
    m_description->setFixedHeight(descriptionLines * metrics.lineSpacing() + 14);
    m_description->setPlaceholderText(tr("In the caller's words. Tab goes on."));

    for (ChoiceStrip *one : {m_kind, m_line, m_urgency, m_asker})
        connect(one, &ChoiceStrip::currentChanged, this, &MatterFields::changed);
    for (QLineEdit *edit : {static_cast<QLineEdit *>(m_channel), m_title, m_privateNote})
        connect(edit, &QLineEdit::textChanged, this, &MatterFields::changed);
    connect(m_category, &QLineEdit::textChanged, this, &MatterFields::changed);
    connect(m_category, &TypeAheadEdit::chosenChanged, this, &MatterFields::takeLineOfCategory);
    connect(m_description, &QPlainTextEdit::textChanged, this, &MatterFields::changed);
    connect(m_description, &DescriptionEdit::attachmentGiven, m_attachments,
        [this](const QMimeData *data) { m_attachments->addFrom(*data); });
    connect(m_attachments, &AttachmentList::changed, this, &MatterFields::changed);
    clear();
}

void MatterFields::takeLineOfCategory()
{
    if (!m_category->chosen() || !m_line->current().isEmpty())
        return;
    const auto rows = m_desk.read().findRows(Register::Category);
    for (const auto &row : rows) {
        if (row.row.values.text(category::Name) == m_category->chosen()->text)
            m_line->setCurrent(row.row.values.text(category::Line));
    }
    Q_EMIT changed();
}

QString MatterFields::categoryCode() const
{
    return codeOf(*m_category);
}

QString MatterFields::ownTitle(const QString &address) const
{
    const bool isTyping = m_category->hasFocus() && !m_category->chosen();
    QStringList parts{
        isTyping ? QString() : codeOf(*m_category), items::buildingOf(address.trimmed())};
    parts.removeAll(QString());
    return parts.join(QStringLiteral(" · "));
}

void MatterFields::showTitleFor(const QString &address)
{
    m_title->setPlaceholderText(ownTitle(address));
}

void MatterFields::addTo(Values &ticket) const
{
    const bool saysCategory = !m_category->text().trimmed().isEmpty();
    const QString title = m_title->text().trimmed();
    ticket.set(field::Channel, codeOf(*m_channel));
    ticket.set(field::Kind, m_kind->current());
    ticket.set(field::Line, m_line->current());
    ticket.set(field::Category, codeOf(*m_category));
    ticket.set(field::Urgency, m_urgency->current());
    ticket.set(field::Asker, m_asker->current());
    ticket.set(field::Description, m_description->toPlainText().trimmed());
    ticket.set(field::PrivateNote, m_privateNote->text().trimmed());
    ticket.set(field::Title,
        title.isEmpty() && saysCategory ? ownTitle(ticket.text(field::Address)) : title);
}

void MatterFields::keepNumbersSealed()
{
    QStringList numbers;
    const QString title = withNumbersTakenOut(m_title->text(), numbers);
    const QString description = withNumbersTakenOut(m_description->toPlainText(), numbers);
    if (numbers.isEmpty())
        return;
    // One step, so that Ctrl+Z takes it back.
    QTextCursor whole(m_description->document());
    whole.select(QTextCursor::Document);
    whole.insertText(description);
    m_title->setText(title);
    if (const QString before = m_privateNote->text().trimmed(); !before.isEmpty())
        numbers.prepend(before);
    m_privateNote->setText(numbers.join(u' '));
}

bool MatterFields::isEmpty() const
{
    return m_kind->current().isEmpty() && m_category->text().isEmpty() && m_title->text().isEmpty()
        && m_description->toPlainText().isEmpty() && m_privateNote->text().isEmpty()
        && m_attachments->attachments().isEmpty();
}

void MatterFields::setChannel(const QString &code)
{
    if (!m_channel->chooseId(code))
        m_channel->setText(code);
}

/// The channel stays: who answers the phone answers it again.
void MatterFields::clear()
{
    const QSignalBlocker silent(this);
    if (m_channel->text().isEmpty())
        setChannel(QStringLiteral("phone"));
    m_kind->setCurrent({});
    m_line->setCurrent({});
    m_category->clearChoice();
    m_urgency->setCurrent(QStringLiteral("normal"));
    m_title->clear();
    m_description->clear();
    m_privateNote->clear();
    m_asker->setCurrent(QStringLiteral("customer"));
    m_attachments->setAttachments({});
}

void MatterFields::toDraft(QJsonObject &draft) const
{
    draft[QStringLiteral("channel")] = codeOf(*m_channel);
    draft[QStringLiteral("kind")] = m_kind->current();
    draft[QStringLiteral("line")] = m_line->current();
    draft[QStringLiteral("category")] = codeOf(*m_category);
    draft[QStringLiteral("urgency")] = m_urgency->current();
    draft[QStringLiteral("title")] = m_title->text();
    draft[QStringLiteral("description")] = m_description->toPlainText();
    draft[QStringLiteral("private_note")] = m_privateNote->text();
    draft[QStringLiteral("asker")] = m_asker->current();
    draft[QStringLiteral("attachments")] = m_attachments->toDraft();
}

void MatterFields::fromDraft(const QJsonObject &draft)
{
    const QSignalBlocker silent(this);
    const auto text = [&draft](
                          const char *key) { return draft[QLatin1StringView(key)].toString(); };
    setChannel(text("channel"));
    m_kind->setCurrent(text("kind"));
    m_line->setCurrent(text("line"));
    if (!m_category->chooseId(text("category")))
        m_category->setText(text("category"));
    m_urgency->setCurrent(text("urgency"));
    m_title->setText(text("title"));
    m_description->setPlainText(text("description"));
    m_privateNote->setText(text("private_note"));
    m_asker->setCurrent(text("asker"));
    m_attachments->fromDraft(draft[QLatin1StringView("attachments")].toArray());
}

} // namespace ui::intake
