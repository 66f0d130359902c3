// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/numbering.h"

#include "geo/words.h"

#include <algorithm>

namespace geo
{

using domain::GeoBox;
using domain::Refusal;

namespace
{

constexpr qsizetype fullDigits = 15, ownDigits = 2, sequenceDigits = 3;
constexpr int mostFull = 999, mostOwn = 99;

struct Standing {
    int area;
    qint64 lon2, lat2; // twice the middle
    qint64 height;
};

std::vector<Standing> standingsOf(const QVector<domain::GridArea> &areas)
{
    std::vector<Standing> standings;
    for (int at = 0; at < areas.size(); ++at) {
        const GeoBox box = areas[at].shape.box();
        if (!box.isEmpty())
            standings.push_back({at, qint64(box.least.lon_e7) + box.most.lon_e7,
                qint64(box.least.lat_e7) + box.most.lat_e7,
                qint64(box.most.lat_e7) - box.least.lat_e7});
    }
    return standings;
}

qint64 usualHeight(std::vector<Standing> standings)
{
    const auto middle = standings.begin() + std::ptrdiff_t(standings.size() / 2);
    std::ranges::nth_element(standings, middle, {}, &Standing::height);
    return middle->height;
}

// From north to south: whoever stands less than half a grid south of the row's mean is of the row.
std::vector<Standing>::iterator endOfRow(
    std::vector<Standing>::iterator from, std::vector<Standing>::iterator end, qint64 height)
{
    qint64 sum = 0, count = 0;
    return std::find_if(from, end, [&](const Standing &one) {
        if (count > 0 && sum / count - one.lat2 > height)
            return true;
        sum += one.lat2;
        ++count;
        return false;
    });
}

bool areDigits(const QString &text)
{
    return std::ranges::all_of(text, [](QChar sign) { return sign >= u'0' && sign <= u'9'; });
}

Refusal wrongPrefix()
{
    return {.what = Words::tr("The community's code has twelve digits."),
        .advice = Words::tr("Write them, or none for the numbers 01 to 99.")};
}

} // namespace

QVector<int> numbered(const QVector<domain::GridArea> &areas)
{
    std::vector<Standing> standings = standingsOf(areas);
    QVector<int> order;
    if (!standings.empty()) {
        const qint64 height = usualHeight(standings);
        std::ranges::stable_sort(standings, std::greater(), &Standing::lat2);
        for (auto from = standings.begin(); from != standings.end();) {
            const auto to = endOfRow(from, standings.end(), height);
            std::ranges::stable_sort(from, to, {}, &Standing::lon2);
            from = to;
        }
    }
    for (const Standing &one : standings)
        order.append(one.area);
    for (int at = 0; at < areas.size(); ++at) {
        if (areas[at].shape.box().isEmpty())
            order.append(at);
    }
    return order;
}

std::variant<QStringList, Refusal> proposeCodes(
    const QVector<domain::GridArea> &areas, const QString &prefix, const QSet<QString> &taken)
{
    const bool isOwn = prefix.isEmpty();
    if (!isOwn && (prefix.size() != communityDigits || !areDigits(prefix)))
        return wrongPrefix();
    const int most = isOwn ? mostOwn : mostFull;
    const int digits = int(isOwn ? ownDigits : sequenceDigits);
    QStringList codes(areas.size());
    int next = 1;
    for (int at : numbered(areas)) {
        const auto code = [&] {
            return prefix + QString::number(next).rightJustified(digits, u'0');
        };
        while (next <= most && taken.contains(code()))
            ++next;
        if (next > most)
            return Refusal{
                .what = Words::tr("There are more grids than numbers: %1 at most.").arg(most),
                .advice = isOwn ? Words::tr("Number by the community's twelve digits.")
                                : Words::tr("Give the others the code of another community.")};
        codes[at] = code();
        ++next;
    }
    return codes;
}

std::optional<Refusal> faultOfCode(const QString &code)
{
    const auto fault = [](const QString &what, const QString &advice) {
        return Refusal{.what = what, .advice = advice};
    };
    if (!areDigits(code))
        return fault(
            Words::tr("A grid's code has digits only."), Words::tr("Leave out everything else."));
    if (code.size() != fullDigits && code.size() != ownDigits)
        return fault(
            Words::tr("A grid's code has fifteen digits; this one has %1.").arg(code.size()),
            Words::tr("Write county 6, street 3, community 3 and sequence 3, or a number of your "
                      "own from 01 to 99."));
    if (code.size() == ownDigits)
        return code == u"00" ? std::optional(
                   fault(Words::tr("The numbers begin with 01."), Words::tr("Take another one.")))
                             : std::nullopt;
    if (code.startsWith(u'0'))
        return fault(Words::tr("No county's code begins with 0."),
            Words::tr("Write the county's six digits first."));
    if (code.endsWith(u"000"))
        return fault(Words::tr("The sequence 000 is the community itself."),
            Words::tr("Take one from 001 to 999."));
    return {};
}

} // namespace geo
