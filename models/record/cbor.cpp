// SPDX-License-Identifier: GPL-3.0-or-later
#include "record/cbor.h"

#include "domain/registers.h"

namespace record
{

using domain::FieldType;
using domain::Id;

namespace
{

bool isId(FieldType type)
{
    return domain::namedBy(type) || type == FieldType::Ticket || type == FieldType::Reference;
}

template <typename Result, typename Read>
bool readChunks(QCborStreamReader &reader, Result &result, Read read)
{
    auto chunk = (reader.*read)();
    while (chunk.status == QCborStreamReader::Ok) {
        result += chunk.data;
        chunk = (reader.*read)();
    }
    return chunk.status == QCborStreamReader::EndOfString;
}

} // namespace

void CborWriter::id(const Id &value)
{
    m_writer.appendByteString(
        reinterpret_cast<const char *>(value.bytes.data()), qsizetype(value.bytes.size()));
}

void CborWriter::value(const QVariant &value)
{
    switch (value.typeId()) {
    case QMetaType::QString:
        return text(value.toString());
    case QMetaType::QByteArray:
        return bytes(value.toByteArray());
    case QMetaType::Bool:
        return m_writer.append(value.toBool());
    case QMetaType::Double:
        return m_writer.append(value.toDouble());
    default:
        break;
    }
    if (value.typeId() == qMetaTypeId<Id>())
        return id(value.value<Id>());
    number(value.toLongLong());
}

void CborWriter::values(const domain::Values &values)
{
    m_writer.startMap(quint64(values.size()));
    for (const auto &[field, filled] : values) {
        number(field);
        value(filled);
    }
    m_writer.endMap();
}

bool CborReader::expect(bool fits)
{
    m_ok = m_ok && fits && m_reader.lastError() == QCborError::NoError;
    return m_ok;
}

qsizetype CborReader::array()
{
    if (!expect(m_reader.isArray() && m_reader.isLengthKnown()))
        return 0;
    const quint64 length = m_reader.length();
    return expect(length < 1'000'000 && m_reader.enterContainer()) ? qsizetype(length) : 0;
}

void CborReader::endArray()
{
    if (m_ok)
        expect(m_reader.leaveContainer());
}

qint64 CborReader::number()
{
    if (!expect(m_reader.isInteger()))
        return 0;
    const qint64 value = m_reader.toInteger();
    m_reader.next();
    return value;
}

QString CborReader::text()
{
    QString text;
    if (expect(m_reader.isString()))
        expect(readChunks(m_reader, text, &QCborStreamReader::readString));
    return text;
}

QByteArray CborReader::bytes()
{
    QByteArray bytes;
    if (expect(m_reader.isByteArray()))
        expect(readChunks(m_reader, bytes, &QCborStreamReader::readByteArray));
    return bytes;
}

Id CborReader::id()
{
    const auto id = Id::fromBytes(bytes());
    expect(id.has_value());
    return id.value_or(Id());
}

QVariant CborReader::value(const domain::FieldSpec *spec)
{
    if (m_reader.isString())
        return text();
    if (m_reader.isInteger())
        return number();
    if (m_reader.isByteArray()) {
        const QByteArray raw = bytes();
        const auto id = spec && isId(spec->type) ? Id::fromBytes(raw) : std::nullopt;
        return id ? QVariant::fromValue(*id) : QVariant(raw);
    }
    if (!expect(m_reader.isBool() || m_reader.isDouble()))
        return {};
    const QVariant value =
        m_reader.isBool() ? QVariant(m_reader.toBool()) : QVariant(m_reader.toDouble());
    m_reader.next();
    return value;
}

domain::Values CborReader::values(const domain::FieldTable *fields)
{
    domain::Values values;
    if (!expect(m_reader.isMap() && m_reader.isLengthKnown() && m_reader.length() < 256))
        return values;
    const quint64 length = m_reader.length();
    expect(m_reader.enterContainer());
    for (quint64 i = 0; i < length && m_ok; ++i) {
        const qint64 field = number();
        if (expect(field >= 0 && field < 256))
            values.set(quint8(field), value(fields ? fields->find(quint8(field)) : nullptr));
    }
    endArray();
    return values;
}

bool CborReader::atEnd()
{
    return m_ok && m_reader.lastError() == QCborError::NoError && !m_reader.hasNext();
}

} // namespace record
