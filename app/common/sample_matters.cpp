// SPDX-License-Identifier: GPL-3.0-or-later
#include "sample_matters.h"
#include "dice.h"
#include "sample_repairs.h"

#include <numeric>

namespace app
{

using namespace Qt::StringLiterals;

const std::vector<Matter> &sampleMatters()
{
    static const std::vector<Matter> all = [] {
        std::vector<Matter> matters = sampleRepairs();
        for (Matter &request : sampleRequests())
            matters.push_back(std::move(request));
        return matters;
    }();
    return all;
}

const Matter &anyMatter(Dice &dice)
{
    const std::vector<Matter> &all = sampleMatters();
    static const int total = std::accumulate(all.begin(), all.end(), 0,
        [](int sum, const Matter &matter) { return sum + matter.weight; });
    qint64 left = dice.between(1, total);
    for (const Matter &matter : all) {
        left -= matter.weight;
        if (left <= 0)
            return matter;
    }
    return all.back();
}

const Phrases &samplePhrases()
{
    static const Phrases phrases{
        {u"您好，"_s, u"客户来电："_s, u"来电反映，"_s, u"客户称"_s, u"你好，麻烦登记一下，"_s,
            u"业主反映"_s, u"居民反映，"_s, u"住户到柜台反映，"_s, u""_s, u""_s},
        {u"，已经两天了"_s, u"，从昨天晚上开始"_s, u"，今天早上发现的"_s, u"，断断续续有一个星期"_s,
            u"，下班回来才发现"_s, u"，上个月修过一次又这样"_s, u"，刚刚发生"_s,
            u"，三天前就打过电话"_s, u""_s, u""_s, u""_s},
        {u"。家里有八十岁的老人"_s, u"。家里有小孩，很不方便"_s, u"。邻居家也一样"_s,
            u"。白天家里没人，请下班后来"_s, u"。周末都在家"_s, u"。电话随时能打通"_s,
            u"。已经拍了照片"_s, u"。住在一楼，行动不便"_s, u"。租户在家，可直接联系"_s, u""_s,
            u""_s, u""_s, u""_s},
        {u"。请尽快派人来看。"_s, u"，希望今天能处理。"_s, u"，来之前请先打电话。"_s,
            u"，请给个答复。"_s, u"，麻烦尽快安排。"_s, u"，请网格员上门看看。"_s,
            u"，希望彻底解决。"_s, u"。谢谢！"_s, u"。"_s},
    };
    return phrases;
}

QString describe(const Matter &matter, const QString &community, Dice &dice)
{
    const Phrases &phrases = samplePhrases();
    QString text = dice.oneOf(phrases.openings);
    text += community;
    const bool isRepair = !matter.measures.isEmpty();
    text += dice.oneOf(matter.what);
    if (isRepair || QLatin1StringView(matter.kind) == u"complaint")
        text += dice.oneOf(phrases.since);
    if (isRepair)
        text += dice.oneOf(phrases.details);
    text += dice.oneOf(phrases.wishes);
    return text;
}

} // namespace app
