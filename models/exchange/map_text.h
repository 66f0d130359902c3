// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/file_refusal.h"

#include <QByteArray>
#include <QStringList>
#include <QVector>

#include <optional>
#include <variant>

namespace exchange
{

// The texts of maps. GeoJSON ought to be UTF-8, and KML says what it is in; both come in GB18030 all the same.

// Turns a whole GeoJSON or KML into UTF-8 without a mark, and makes a KML say so.
std::optional<FileRefusal> makeUtf8(
    QByteArray &text, const QString &encoding, const QString &fileName);

// What the texts of a DXF are in, where that isn't what the file itself says: drawings are marked as Western by
// programs that never looked. Empty: as the file says.
QString encodingOfDxf(const QByteArray &drawing, const QString &encoding);

// The texts of a Shapefile's table, given as bytes, in the encoding that is named or that they look like.
class TableTexts
{
public:
    // `named` is the person's word, `stated` the file's own.
    static std::variant<TableTexts, FileRefusal> of(const QVector<QByteArray> &columns,
        const QVector<QVector<QByteArray>> &rows, const QString &named, const QString &stated,
        const QString &fileName);

    const QString &encoding() const { return m_encoding; }
    // Nothing at bytes that aren't of the encoding. A character that the table's width cut off at the end is left out.
    std::optional<QString> text(const QByteArray &bytes) const;

private:
    QString m_encoding;
};

} // namespace exchange
