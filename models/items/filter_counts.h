// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/background.h"
#include "store/committed.h"

#include <QHash>
#include <QObject>
#include <QTimer>

namespace items
{

/// How many tickets stand behind each filter chip. Counted on another thread; a commit, or a call of
/// recount(), counts anew a moment later, once for however many commits came meanwhile.
class FilterCounts : public QObject
{
    Q_OBJECT

public:
    struct Question {
        QString id;
        store::TicketQuery query;
        /// A ticket field: counts each of its values apart, as "id:value".
        QString by = {};
    };
    using Questions = QVector<Question>;

    /// The questions are asked for at each count, since some hang on the time.
    FilterCounts(
        const Source &source, std::function<Questions()> questions, QObject *parent = nullptr);
    ~FilterCounts() override;

    /// Empty until the first count is there.
    const QHash<QString, int> &counts() const { return m_counts; }

public Q_SLOTS:
    void takeIn(const store::Committed &committed);
    void recount();

Q_SIGNALS:
    void changed();

private:
    void ask();

    const std::function<Questions()> m_questions;
    QHash<QString, int> m_counts;
    QTimer m_soon;
    bool m_isCounting = false;
    bool m_isStale = false; ///< something came while a count was under way
    Background m_background;
};

} // namespace items
