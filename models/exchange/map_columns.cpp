// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/map_columns.h"

#include "exchange/table_reader.h"
#include "exchange/words.h"

namespace exchange
{

namespace
{

FileRefusal notInEncoding(const QString &where, const QString &encoding)
{
    return {Words::tr("The text is not %1").arg(encoding), where,
        Words::tr("Name the encoding, for example GB18030.")};
}

// At a whole character, with a sign that something was cut.
void shorten(QString &text, MapContent &content)
{
    if (text.size() <= longestMapText)
        return;
    qsizetype length = longestMapText - 1;
    if (text[length - 1].isHighSurrogate())
        --length;
    text.truncate(length);
    text.append(QChar(0x2026));
    ++content.cutTexts;
}

} // namespace

std::optional<FileRefusal> takeTexts(MapContent &content, const QVector<QByteArray> &columns,
    const QVector<QVector<QByteArray>> &rows, const QString &named, const QString &stated,
    const QString &fileName)
{
    const auto found = TableTexts::of(columns, rows, named, stated, fileName);
    if (auto *refusal = std::get_if<FileRefusal>(&found))
        return *refusal;
    const auto &texts = std::get<TableTexts>(found);
    QStringList names;
    for (const QByteArray &column : columns) {
        const auto name = texts.text(column);
        if (!name)
            return notInEncoding(
                Words::tr("column %1 of %2").arg(names.size() + 1).arg(fileName), texts.encoding());
        names.append(name->trimmed());
    }
    content.columns = distinctNames(names);
    for (qsizetype row = 0; row < rows.size(); ++row) {
        QStringList cells;
        for (const QByteArray &bytes : rows[row]) {
            auto text = texts.text(bytes);
            if (!text)
                return notInEncoding(Words::tr("feature %1, column \"%2\" of %3")
                                         .arg(content.features[row].ordinal)
                                         .arg(content.columns.value(cells.size()), fileName),
                    texts.encoding());
            shorten(*text, content);
            cells.append(std::move(*text));
        }
        content.features[row].texts = std::move(cells);
    }
    return {};
}

} // namespace exchange
