// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/command.h"
#include "intake/known_places.h"
#include "items/caller_answer.h"

#include <QJsonObject>
#include <QObject>

class QCheckBox;
class QLineEdit;

namespace ui::widgets
{
class TypeAheadEdit;
}

namespace ui::intake
{

/// The part of the form that says who calls and from where: number, name, address, anonymous. A
/// customer whom the number names is put in by itself; what a person typed is never overwritten.
class CallerFields : public QObject
{
    Q_OBJECT

public:
    explicit CallerFields(QWidget *form);

    QLineEdit *phone() const { return m_phone; }
    widgets::TypeAheadEdit *name() const { return m_name; }
    widgets::TypeAheadEdit *address() const { return m_address; }
    QCheckBox *anonymous() const { return m_anonymous; }

    /// The customer as the command wants one; `fresh` is the id of a new file.
    domain::CustomerDraft customer(const domain::Id &fresh) const;
    void addTo(domain::Values &ticket) const;
    domain::Id known() const { return m_known; }
    QString typedName() const;
    bool isEmpty() const;

    /// The reader must outlive the fields.
    void readPlaces(store::Reader &reader);
    void showAnswer(const items::CallerAnswer &answer);
    /// Puts a customer from the file in.
    void take(const items::KnownCaller &caller);
    void clear();

    void toDraft(QJsonObject &draft) const;
    void fromDraft(const QJsonObject &draft);

Q_SIGNALS:
    void changed();

private:
    void forgetKnown();
    QList<widgets::Candidate> addressCandidates();

    QLineEdit *m_phone;
    widgets::TypeAheadEdit *m_name;
    widgets::TypeAheadEdit *m_address;
    QCheckBox *m_anonymous;
    KnownPlaces m_places;
    store::Reader *m_reader = nullptr;
    QVector<items::KnownCaller> m_callers;
    domain::Id m_known;
    /// What was put in by itself and may be taken out by itself again.
    QString m_givenName;
    QString m_givenAddress;
};

} // namespace ui::intake
