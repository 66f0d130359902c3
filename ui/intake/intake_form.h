// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/command.h"
#include "intake/attachment_list.h"
#include "intake/plain_errors.h"
#include "items/caller_answer.h"

#include <QTimer>
#include <QWidget>

class Desk;

namespace ui::widgets
{
class FormGrid;
}

namespace ui::intake
{

class CallerFields;
class KindFields;
class MatterFields;
class PlaceField;

/// The form that a matter is taken in with, from the caller's number to the attachments. Enter goes on,
/// Shift+Enter back. It builds the command and shows a refusal beside the field that it is about; saving is
/// the page's business.
class IntakeForm : public QWidget
{
    Q_OBJECT

public:
    explicit IntakeForm(Desk &desk, QWidget *parent = nullptr);

    domain::Values values() const;
    domain::CustomerDraft customer(const domain::Id &fresh) const;
    QList<Attachment> attachments() const;
    items::CallerQuestion question() const;
    /// Why it can't be taken in as it is typed; nothing when it can be asked for.
    std::optional<domain::Refusal> refusal() const;
    QStringList plainErrors() const;
    bool isEmpty() const;
    /// Moves what leads to a person out of the plain text; where there is nothing of the kind, opens the sealed
    /// note for typing.
    void keepNumbersSealed();

    void showAnswer(const items::CallerAnswer &answer);
    void takeCaller(const items::KnownCaller &caller);
    /// False when no field of the form is meant.
    bool showRefusal(const domain::Refusal &refusal);
    void clearRefusals();

    void clear();
    /// Another matter of the same contact: who calls and from where stays.
    void clearMatter();
    /// Goes to the caller's number, with a key that was typed before the form was there.
    void start(const QString &typed = {});
    void startMatter();

    QJsonObject toDraft() const;
    void fromDraft(const QJsonObject &draft);
    /// By what a person knows a draft again: who, where, what.
    static QString draftWords(const QJsonObject &draft);

Q_SIGNALS:
    void changed();
    /// Enter on the last field.
    void finished();

private:
    void layOut();
    QWidget *widgetOf(const QString &fieldKey) const;
    Reached reached() const;

    Desk &m_desk;
    QTimer m_placesLater;
    widgets::FormGrid *m_grid;
    CallerFields *m_caller;
    MatterFields *m_matter;
    PlaceField *m_place;
    KindFields *m_kind;
};

} // namespace ui::intake
