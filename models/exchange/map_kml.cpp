// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/map_kml.h"

#include <QString>

#include <algorithm>
#include <iterator>

namespace exchange
{

namespace
{

constexpr int mostNames = 1'000; // far beyond the attributes that a map may have
constexpr const char *elements[] = {"<Data", "<SimpleField", "<SimpleData"};

struct Span {
    qsizetype start = -1;
    qsizetype length = 0;
};

bool isElement(const QByteArray &kml, qsizetype at)
{
    return std::any_of(std::begin(elements), std::end(elements), [&](QByteArrayView element) {
        const qsizetype end = at + element.size();
        return end < kml.size() && QByteArrayView(kml).sliced(at, element.size()) == element
            && QChar::isSpace(uchar(kml[end]));
    });
}

// The value of name="…" in the tag that begins here.
Span nameIn(const QByteArray &kml, qsizetype tag, qsizetype end)
{
    const qsizetype name = kml.indexOf("name", tag);
    qsizetype at = name + 4;
    while (name > 0 && at < end && (kml[at] == '=' || QChar::isSpace(uchar(kml[at]))))
        ++at;
    if (name < 0 || at >= end || (kml[at] != '"' && kml[at] != '\''))
        return {};
    const qsizetype close = kml.indexOf(kml[at], at + 1);
    return close > at && close < end ? Span{at + 1, close - at - 1} : Span{};
}

bool isPlain(QByteArrayView text)
{
    return std::ranges::none_of(text, [](char byte) { return uchar(byte) >= 0x80; });
}

QByteArray unescaped(QByteArray text)
{
    return text.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&amp;", "&");
}

} // namespace

QHash<QByteArray, QByteArray> standInForNames(QByteArray &kml)
{
    QHash<QByteArray, QByteArray> standIns; // by name
    QByteArray plain;
    qsizetype done = 0;
    for (qsizetype at = kml.indexOf('<'); at >= 0; at = kml.indexOf('<', at + 1)) {
        const qsizetype end = isElement(kml, at) ? kml.indexOf('>', at) : -1;
        const Span name = end < 0 ? Span{} : nameIn(kml, at, end);
        const QByteArray text = name.start < 0 ? QByteArray() : kml.mid(name.start, name.length);
        if (isPlain(text) || (standIns.size() >= mostNames && !standIns.contains(text)))
            continue;
        QByteArray &standIn = standIns[text];
        if (standIn.isEmpty())
            standIn = "griddesk_column_" + QByteArray::number(standIns.size());
        plain += QByteArrayView(kml).sliced(done, name.start - done);
        plain += standIn;
        done = name.start + name.length;
    }
    if (done > 0)
        kml = plain + kml.mid(done);
    QHash<QByteArray, QByteArray> names;
    for (auto it = standIns.cbegin(); it != standIns.cend(); ++it)
        names.insert(it.value(), unescaped(it.key()));
    return names;
}

} // namespace exchange
