// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/map_dxf.h"

#include "exchange/words.h"

#include <algorithm>
#include <utility>

namespace exchange
{

namespace
{

constexpr qsizetype longestLine = 4'096; // bytes; the format has 2,049 at most
constexpr int leastCode = -5, mostCode = 1071;

// Hands out the lines, without their ends.
class Lines
{
public:
    explicit Lines(const QByteArray &text)
        : m_text(text)
    {
    }

    std::optional<QByteArrayView> next()
    {
        if (m_at >= m_text.size())
            return {};
        ++number;
        qsizetype end = m_text.indexOf('\n', m_at);
        if (end < 0)
            end = m_text.size();
        const auto line = QByteArrayView(m_text).sliced(m_at, end - m_at);
        m_at = std::min(end + 1, m_text.size());
        return line;
    }
    qsizetype position() const { return m_at; }

    qint64 number = 0;

private:
    const QByteArray &m_text;
    qsizetype m_at = 0;
};

// Which of a section and a block one is in.
class Nesting
{
public:
    bool enters(const QByteArray &what)
    {
        if (what == "SECTION")
            return begin(m_isInSection) && !m_isInBlock;
        if (what == "ENDSEC")
            return end(m_isInSection) && !m_isInBlock;
        if (what == "BLOCK")
            return m_isInSection && begin(m_isInBlock);
        if (what == "ENDBLK")
            return m_isInSection && end(m_isInBlock);
        return m_isInSection != (what == "EOF");
    }
    bool isOutside() const { return !m_isInSection; }

private:
    static bool begin(bool &isIn) { return !std::exchange(isIn, true); }
    static bool end(bool &isIn) { return std::exchange(isIn, false); }

    bool m_isInSection = false;
    bool m_isInBlock = false;
};

bool isCode(QByteArrayView line, int &code)
{
    bool isNumber = false;
    code = line.trimmed().toByteArray().toInt(&isNumber);
    return isNumber && code >= leastCode && code <= mostCode;
}

bool isValue(QByteArrayView line)
{
    return line.size() <= longestLine && !line.contains('\0');
}

} // namespace

std::optional<FileRefusal> findFaultInDrawing(QByteArray &dxf, const QString &fileName)
{
    Lines lines(dxf);
    Nesting nesting;
    const auto fault = [&](const QString &what) {
        return FileRefusal{what, Words::tr("line %1 of %2").arg(lines.number).arg(fileName),
            Words::tr("Save the drawing again as DXF in the program that made it.")};
    };
    while (const auto first = lines.next()) {
        int code = 0;
        if (!isCode(*first, code))
            return fault(Words::tr("The drawing is damaged: there is no code"));
        const auto second = lines.next();
        if (!second)
            break;
        if (!isValue(*second))
            return fault(Words::tr("The drawing is damaged: a line is too long, or no text"));
        const QByteArray value = code == 0 ? second->trimmed().toByteArray() : QByteArray();
        if (code == 0 && !nesting.enters(value))
            return fault(Words::tr("The drawing is damaged: \"%1\" stands in the wrong place")
                             .arg(QString::fromLatin1(value.left(40)).simplified()));
        if (value == "EOF" && nesting.isOutside()) {
            dxf.truncate(lines.position());
            return {};
        }
    }
    return fault(Words::tr("The drawing breaks off"));
}

} // namespace exchange
