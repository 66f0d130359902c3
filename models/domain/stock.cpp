// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/stock.h"

#include "domain/rule_words.h"

#include <QRegularExpression>

#include <algorithm>
#include <iterator>

namespace domain
{

namespace
{

constexpr qint64 unit = 1000;
constexpr qsizetype places = 3;

constexpr StockMoveSpec moves[] = {
    {"received", 1, Right::KeepStock},
    {"issued", -1, Right::DrawStock},
    {"returned", 1, Right::DrawStock},
    {"counted", 0, Right::KeepStock},
};

} // namespace

const StockMoveSpec *findStockMove(QAnyStringView code)
{
    const auto at = std::ranges::find_if(
        moves, [code](const StockMoveSpec &move) { return code == QLatin1StringView(move.code); });
    return at == std::end(moves) ? nullptr : at;
}

qint64 inStock(const RegisterRow &supply)
{
    return supply.values.number(supply::Quantity);
}

bool isLow(const RegisterRow &supply)
{
    return supply.values.has(supply::Minimum)
        && inStock(supply) < supply.values.number(supply::Minimum);
}

QString quantityText(qint64 thousandths)
{
    const quint64 size = thousandths < 0 ? 0 - quint64(thousandths) : quint64(thousandths);
    QString text = QString::number(size / unit);
    if (const quint64 rest = size % unit) {
        text += u'.' + QString::number(rest).rightJustified(places, u'0');
        while (text.endsWith(u'0'))
            text.chop(1);
    }
    return thousandths < 0 ? u'-' + text : text;
}

std::optional<qint64> quantityOf(QStringView text)
{
    static const QRegularExpression shape(
        QStringLiteral("^([+-]?)([0-9]{1,10})(?:[.]([0-9]{1,3}))?$"));
    const auto found = shape.match(text.trimmed());
    if (!found.hasMatch())
        return {};
    const QString rest = found.captured(3).leftJustified(places, u'0');
    const qint64 size = found.capturedView(2).toLongLong() * unit + rest.toLongLong();
    if (size > mostMoved)
        return {};
    return found.capturedView(1) == u"-" ? -size : size;
}

QString quantityOf(const RegisterRow &supply, qint64 thousandths)
{
    return quantityText(thousandths) + u' ' + supply.values.text(supply::Unit);
}

std::optional<Refusal> refusalOfDraw(const RegisterRow &supply, qint64 wanted)
{
    const qint64 there = inStock(supply);
    if (wanted <= there)
        return {};
    return Refusal{QStringLiteral("quantity"),
        Words::tr("%1: %2 are wanted, and %3 are in stock.")
            .arg(supply.values.text(supply::Name), quantityOf(supply, wanted),
                quantityOf(supply, there)),
        Words::tr("Take less, or enter first what came in or what was counted.")};
}

} // namespace domain
