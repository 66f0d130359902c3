// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/field.h"
#include "domain/id.h"
#include "domain/values.h"

#include <QByteArray>
#include <QCborStreamReader>
#include <QCborStreamWriter>

namespace record
{

/// Writes the few shapes that the record is made of, each in one way only.
class CborWriter
{
public:
    explicit CborWriter(QByteArray *target)
        : m_writer(target)
    {
    }

    void array(quint64 size) { m_writer.startArray(size); }
    void endArray() { m_writer.endArray(); }
    void number(qint64 value) { m_writer.append(value); }
    void text(const QString &value) { m_writer.append(QStringView(value)); }
    void bytes(const QByteArray &value) { m_writer.append(value); }
    void id(const domain::Id &value);
    /// A map from field number to value, numbers ascending.
    void values(const domain::Values &values);

private:
    void value(const QVariant &value);

    QCborStreamWriter m_writer;
};

/// Reads them back. The first thing that doesn't fit turns `ok()` off for good, and everything read
/// from then on is empty, so that a decoder may read to its end and ask once.
class CborReader
{
public:
    explicit CborReader(const QByteArray &source)
        : m_reader(source)
    {
    }

    bool ok() const { return m_ok; }
    /// Enters an array of known length and gives that length; 0 on failure.
    qsizetype array();
    void endArray();
    qint64 number();
    QString text();
    QByteArray bytes();
    domain::Id id();
    /// `fields` says which byte strings are ids; null leaves them bytes.
    domain::Values values(const domain::FieldTable *fields);
    bool atEnd();
    void fail() { m_ok = false; }

private:
    bool expect(bool fits);
    QVariant value(const domain::FieldSpec *spec);

    QCborStreamReader m_reader;
    bool m_ok = true;
};

} // namespace record
