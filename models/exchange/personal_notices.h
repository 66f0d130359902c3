// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/rejects.h"

#include "domain/values.h"

namespace exchange
{

// A number that leads to a person, found in a text that will stand in plain.
struct PersonalNotice {
    quint8 field = 0; // of the ticket
    QString number;
};

// What a ticket's plain texts hold of the kind.
QVector<PersonalNotice> findPersonalNotices(const domain::Values &ticket);
// Moves them to the ticket's sealed note, as the counter does with Ctrl+L; their places keep them masked.
void sealPersonalNumbers(domain::Values &ticket);

// The rows in which such numbers were noticed: line, field, and the number masked.
class NoticesFile
{
public:
    explicit NoticesFile(const QString &path)
        : m_path(path)
        , m_writer(path)
    {
    }

    bool add(const Row &row, const PersonalNotice &notice);
    bool finish() { return !m_begun || m_writer.finish(); }
    QString path() const { return m_begun ? m_path : QString(); }
    const std::optional<FileRefusal> &error() const { return m_writer.error(); }

private:
    QString m_path;
    CsvWriter m_writer;
    bool m_begun = false;
};

} // namespace exchange
