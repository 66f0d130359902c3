// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk.h"

#include <QJsonObject>
#include <QObject>

class QLineEdit;
class QWidget;

namespace ui::widgets
{
class ChoiceStrip;
class TypeAheadEdit;
} // namespace ui::widgets

namespace ui::intake
{

class AttachmentList;
class DescriptionEdit;

/// The part of the form that says what the matter is: channel, kind, line, category, urgency, title,
/// description, who asks, and what comes with it.
class MatterFields : public QObject
{
    Q_OBJECT

public:
    MatterFields(Desk &desk, QWidget *form);

    widgets::TypeAheadEdit *channel() const { return m_channel; }
    widgets::ChoiceStrip *kind() const { return m_kind; }
    widgets::ChoiceStrip *line() const { return m_line; }
    widgets::TypeAheadEdit *category() const { return m_category; }
    widgets::ChoiceStrip *urgency() const { return m_urgency; }
    QLineEdit *title() const { return m_title; }
    DescriptionEdit *description() const { return m_description; }
    QLineEdit *privateNote() const { return m_privateNote; }
    widgets::ChoiceStrip *asker() const { return m_asker; }
    AttachmentList *attachments() const { return m_attachments; }

    /// The category's name as the ticket will have it.
    QString categoryCode() const;

    /// The title that was typed, else one of category and building: titles are not sealed, so the room
    /// stays out of it.
    void addTo(domain::Values &ticket) const;
    bool isEmpty() const;
    void showTitleFor(const QString &address);
    /// Moves phone and identity numbers from the title and the description, where they would stand in plain
    /// text, to the sealed note; their places keep them masked.
    void keepNumbersSealed();
    void clear();

    void toDraft(QJsonObject &draft) const;
    void fromDraft(const QJsonObject &draft);

Q_SIGNALS:
    void changed();

private:
    void takeLineOfCategory();
    QString ownTitle(const QString &address) const;
    void setChannel(const QString &code);

    Desk &m_desk;
    widgets::TypeAheadEdit *m_channel;
    widgets::ChoiceStrip *m_kind;
    widgets::ChoiceStrip *m_line;
    widgets::TypeAheadEdit *m_category;
    widgets::ChoiceStrip *m_urgency;
    QLineEdit *m_title;
    DescriptionEdit *m_description;
    QLineEdit *m_privateNote;
    widgets::ChoiceStrip *m_asker;
    AttachmentList *m_attachments;
};

} // namespace ui::intake
