// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/file_refusal.h"
#include "exchange/online_report.h"

#include "desk.h"

#include <functional>

class QFileInfo;

namespace exchange
{

struct DropOptions {
    QString
        mapping; // a mapping file for everything that has none of its own beside it; empty: none
    qint64 age_ms = 10'000; // younger files may still be written
    int files = 1000; // of one round
    qint64 bytes = 64 << 20; // of one file in GeoReport form
    std::optional<store::Identity>
        who; // in whose name, for a thread of its own; nothing: of whoever sits at the desk
    std::function<bool()> isStopped; // asked between two files; empty: never
};

// What became of one file.
struct DroppedFile {
    QString name;
    QString movedTo; // within the folder; empty: it stays where it is
    OnlineReport report;
    QString refusal; // why the file as a whole was refused, in one line; empty: it wasn't
};

// A folder into which another program, or a person, lays files of matters: GeoReport answers (.json, .xml), or tables
// with a mapping beside them ("a.csv" and "a.mapping.json", or one "mapping.json" for all). Each is taken in once and moved to
// "done", or to "refused" with the reason beside it. What is young, still growing, hidden, a link or no plain file is left alone.
class DropFolder
{
public:
    using Tell = std::function<void(const DroppedFile &)>;

    DropFolder(Desk &desk, QString folder, DropOptions options)
        : m_desk(desk)
        , m_folder(std::move(folder))
        , m_options(std::move(options))
    {
    }

    // Takes in what lies there and is finished by now. Why it ended early, if it did; files that it hadn't come to stay.
    std::optional<domain::Refusal> empty(qint64 now_ms, const Tell &tell);

    // Why it can't be a drop folder of this desk; nothing when it can.
    std::optional<domain::Refusal> fault() const;
    // Why it can't become one: what else lies there already would be moved to "refused".
    std::optional<domain::Refusal> faultAsNew() const;

private:
    bool isForHere(const QFileInfo &entry) const;
    QStringList findFinished(qint64 now_ms) const;
    std::optional<domain::Refusal> prepare() const;
    void take(DroppedFile &file);
    void takeRequests(DroppedFile &file);
    void takeTable(DroppedFile &file, const QString &mapping);
    std::optional<domain::Refusal> putAway(DroppedFile &file);
    QString mappingBeside(const QString &name) const;
    QString path(const QString &name) const { return m_folder + u'/' + name; }

    Desk &m_desk;
    const QString m_folder;
    const DropOptions m_options;
};

} // namespace exchange
