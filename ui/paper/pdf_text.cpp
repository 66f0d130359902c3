// SPDX-License-Identifier: GPL-3.0-or-later
#include "paper/pdf_text.h"

#include "paper/readable_cmap.h"

#include <QMap>
#include <QRegularExpression>
#include <QSet>

namespace ui::paper
{
namespace
{
// The offsets of a PDF's objects, by the cross-reference table at its end.
class Objects
{
public:
    explicit Objects(const QByteArray &pdf)
        : m_pdf(pdf)
        , m_table(tableOffset())
    {
        static const QRegularExpression start(QStringLiteral("^xref\\s+0 (\\d+)\\s*\\n"));
        const auto match = start.match(QString::fromLatin1(pdf.mid(m_table, 64)));
        m_count = match.captured(1).toInt();
        m_firstEntry = m_table + match.capturedLength();
    }

    int count() const { return m_count; }
    qsizetype table() const { return m_table; }

    qsizetype offset(int object) const
    {
        constexpr int entrySize = 20; // fixed by the format
        return m_pdf.mid(m_firstEntry + object * entrySize, 10).toLongLong();
    }

    // What stands between "trailer <<" and ">>".
    QByteArray trailer() const
    {
        const qsizetype from = m_pdf.indexOf("<<", m_pdf.indexOf("trailer", m_table)) + 2;
        return m_pdf.mid(from, m_pdf.indexOf(">>", from) - from).trimmed();
    }

    // Empty where the object has none, or one that is compressed.
    QByteArray plainStream(int object) const
    {
        const qsizetype start = offset(object);
        const qsizetype stream = m_pdf.indexOf("stream\n", start);
        const qsizetype end = m_pdf.indexOf("endstream", stream);
        if (stream < 0 || end < 0 || m_pdf.mid(start, stream - start).contains("/Filter"))
            return {};
        return m_pdf.mid(stream + 7, end - stream - 7);
    }

private:
    qsizetype tableOffset() const
    {
        const qsizetype words = m_pdf.lastIndexOf("startxref");
        return words < 0 ? 0
                         : m_pdf.mid(words + 9, 16).simplified().split(' ').first().toLongLong();
    }

    const QByteArray &m_pdf;
    qsizetype m_table;
    qsizetype m_firstEntry = 0;
    int m_count = 0;
};

QSet<int> cmapObjects(const QByteArray &pdf)
{
    constexpr QByteArrayView key = "/ToUnicode ";
    QSet<int> objects;
    for (qsizetype at = pdf.indexOf(key); at >= 0; at = pdf.indexOf(key, at + 1)) {
        const QByteArray reference = pdf.mid(at + key.size(), 10);
        objects.insert(reference.left(reference.indexOf(' ')).toInt());
    }
    return objects;
}

// Appends new versions of objects: what the format calls an incremental update.
QByteArray updated(
    const QByteArray &pdf, const Objects &objects, const QMap<int, QByteArray> &streams)
{
    QByteArray result = pdf;
    QByteArray table = "xref\n";
    for (auto i = streams.begin(); i != streams.end(); ++i) {
        table += QByteArray::number(i.key()) + " 1\n"
            + QByteArray::number(result.size()).rightJustified(10, '0') + " 00000 n \n";
        result += QByteArray::number(i.key()) + " 0 obj\n<< /Length "
            + QByteArray::number(i.value().size()) + " >>\nstream\n" + i.value()
            + "endstream\nendobj\n";
    }
    const QByteArray start = QByteArray::number(result.size());
    return result + table + "trailer\n<<\n" + objects.trailer() + "\n/Prev "
        + QByteArray::number(objects.table()) + "\n>>\nstartxref\n" + start + "\n%%EOF\n";
}
} // namespace

QByteArray withReadableText(const QByteArray &pdf)
{
    const Objects objects(pdf);
    const Readable readable;
    QMap<int, QByteArray> streams;
    for (int object : cmapObjects(pdf)) {
        if (object <= 0 || object >= objects.count())
            continue;
        const QByteArray cmap = readableCmap(objects.plainStream(object), readable);
        if (!cmap.isEmpty())
            streams.insert(object, cmap);
    }
    return streams.isEmpty() ? pdf : updated(pdf, objects, streams);
}

} // namespace ui::paper
