// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk.h"

#include <QJsonObject>
#include <QObject>

class QCheckBox;

namespace ui::widgets
{
class Checklist;
class FormGrid;
class MomentEdit;
class TypeAheadEdit;
} // namespace ui::widgets

namespace ui::intake
{

/// What the form asks of some kinds alone: of a complaint what it is about and whether about the grid chief, of an enquiry or a
/// suggestion by when an answer was promised, of an application which papers are there. The rows of the other kinds don't stand in
/// the form, and what stands in them isn't taken.
class KindFields : public QObject
{
    Q_OBJECT

public:
    KindFields(Desk &desk, widgets::FormGrid *form);

    /// Puts its rows into the form, at its present end.
    void addRows();
    /// Shows the rows of a kind, and of an application the papers that its business takes.
    void showFor(const QString &kind, const QString &category);
    QWidget *widgetOf(quint8 field) const;

    /// Why what stands there can't be taken; nothing when it can.
    std::optional<domain::Refusal> refusal() const;
    void addTo(domain::Values &ticket) const;
    void clear();
    void toDraft(QJsonObject &draft) const;
    void fromDraft(const QJsonObject &draft);

Q_SIGNALS:
    void changed();

private:
    Desk &m_desk;
    widgets::FormGrid *m_form;
    QString m_kind;
    QString m_category;
    QString m_unit; ///< where an application of this business goes
    widgets::TypeAheadEdit *m_class;
    QCheckBox *m_aboutChief;
    widgets::MomentEdit *m_promised;
    widgets::Checklist *m_papers;
};

} // namespace ui::intake
