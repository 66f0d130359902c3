// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/mapping.h"
#include "exchange/open311_request.h"
#include "exchange/table_reader.h"

#include <QSet>

namespace exchange
{

// Requests as a table, so that the import of tickets takes them in like any other: a row for each, GeoReport's
// names as columns, and columns of its own ("intake.title", "intake.state", "intake.done_at", "intake.reply") with what
// follows from several of them. A point or a time that nobody could use is left out and stands in oddities(), since the matter
// is worth more than its coordinates. Of requests that the desk has taken in before, what happens to them is said here and
// not at the source: they bring no state, reply or completion.
class Open311Table : public TableReader
{
public:
    Open311Table(QVector<Open311Request> requests, const QSet<QString> &known);

    qint64 bytesRead() const override { return m_at; }
    qint64 size() const override { return m_requests.size(); }
    const QVector<Open311Problem> &oddities() const { return m_oddities; }

protected:
    std::optional<Row> readRow() override;

private:
    void keepUsable(Open311Request &request);
    void complete(Open311Request &request, bool isKnown) const;

    QVector<Open311Request> m_requests;
    QStringList m_names;
    QVector<Open311Problem> m_oddities;
    qsizetype m_at = -1; // the header comes first
};

// How requests become tickets where nothing else is said: repairs of the line "other", by the channel "online".
Mapping open311Mapping(const QString &source);
// A mapping of one's own (service codes to kinds and lines), completed by the fields that it leaves out. What a request lacks is
// no fault of the mapping. Its source counts where it states one.
ReadMapping open311Mapping(const QByteArray &json, const QString &fileName, const QString &source);

} // namespace exchange
