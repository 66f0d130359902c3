// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/background.h"
#include "store/committed.h"

#include <QObject>

namespace items
{

/// Rows that have to answer to another label than their own, since two desks gave out the same one apart (store/labels.h).
/// Found on a thread of its own, anew whenever rows change.
class TwinList : public QObject
{
    Q_OBJECT

public:
    explicit TwinList(const Source &source, QObject *parent = nullptr);

    const QVector<store::Twin> &twins() const { return m_twins; }
    void find();
    /// "Staff: “li” was given to two; 李强 answers to “li@02”."
    static QString words(const store::Twin &twin);

public Q_SLOTS:
    void takeIn(const store::Committed &committed);

Q_SIGNALS:
    void changed();

private:
    QVector<store::Twin> m_twins;
    bool m_isAsking = false;
    bool m_isStale = false; ///< a commit came while it was asked
    Background m_background;
};

} // namespace items
