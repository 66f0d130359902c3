// SPDX-License-Identifier: GPL-3.0-or-later
#include "outages/outage_notice.h"

#include "domain/words.h"

#include <QCoreApplication>
#include <QLocale>

namespace ui::outages
{

using namespace domain;
using items::OutageLine;
using paper::Align;
using paper::Document;
using paper::KeyFigure;
using paper::KeyFigures;
using paper::Paragraph;
using paper::Section;

namespace
{

struct Words {
    Q_DECLARE_TR_FUNCTIONS(ui::outages)
};

/// By service line; of a line that isn't named, the one without a word.
constexpr struct {
    const char *line;
    const char *planned;
    const char *sudden;
} titles[] = {
    {"water", QT_TRANSLATE_NOOP("ui::outages", "Notice: the water will be shut off"),
        QT_TRANSLATE_NOOP("ui::outages", "Notice: no water")},
    {"power", QT_TRANSLATE_NOOP("ui::outages", "Notice: the power will be shut off"),
        QT_TRANSLATE_NOOP("ui::outages", "Notice: no power")},
    {"heat", QT_TRANSLATE_NOOP("ui::outages", "Notice: the heating will be shut off"),
        QT_TRANSLATE_NOOP("ui::outages", "Notice: no heating")},
    {"gas", QT_TRANSLATE_NOOP("ui::outages", "Notice: the gas will be shut off"),
        QT_TRANSLATE_NOOP("ui::outages", "Notice: no gas")},
    {"", QT_TRANSLATE_NOOP("ui::outages", "Notice: a service will be shut off"),
        QT_TRANSLATE_NOOP("ui::outages", "Notice: a service has failed")},
};

QString titleOf(const OutageLine &outage)
{
    for (const auto &title : titles) {
        if (outage.line == QLatin1StringView(title.line) || !*title.line)
            return Words::tr(outage.isPlanned ? title.planned : title.sudden);
    }
    return {};
}

/// The state of things comes first where it isn't as it was announced.
QString standingOf(const OutageLine &outage, const QString &restored)
{
    if (outage.isCancelled)
        return Words::tr("This is called off. Nothing will be shut off.");
    return outage.restored_ms ? Words::tr("It was over at %1.").arg(restored) : QString();
}

QString placeOf(const OutageLine &outage, store::Reader &reader)
{
    QStringList grids;
    for (const QString &code : outage.grids) {
        const auto grid = reader.findRowByCode(Register::Grid, code);
        grids << (grid ? Words::tr("grid %1 %2").arg(code, grid->row.values.text(grid::Name))
                       : Words::tr("grid %1").arg(code));
    }
    const QString area = grids.isEmpty() ? Words::tr("the whole area") : grids.join(u"、");
    return outage.where.isEmpty() ? area : Words::tr("%1 (%2)").arg(outage.where, area);
}

KeyFigure momentFigure(const QString &label, qint64 at_ms, const QTimeZone &zone)
{
    const QDateTime at = QDateTime::fromMSecsSinceEpoch(at_ms, zone);
    return {label, at.toString(QStringLiteral("yyyy-MM-dd HH:mm")),
        QLocale().dayName(at.date().dayOfWeek(), QLocale::ShortFormat), {}};
}

void addPart(Document &document, const QString &title, const QString &text)
{
    if (text.trimmed().isEmpty())
        return;
    document.blocks.append({Section{title}});
    document.blocks.append({Paragraph{.text = text, .large = true}});
}

/// Who signs, and when.
void addSender(Document &document, const Values &company, const QString &day)
{
    if (company.has(company::Phone)) {
        addPart(document, Words::tr("Questions"),
            Words::tr("Call %1. Whoever needs power, water or heat for somebody ill calls at once.")
                .arg(company.text(company::Phone)));
    }
    // A hand's breadth before the signature.
    document.blocks.append({Paragraph{.text = QString(QChar::Nbsp), .large = true}, true});
    for (const QString &line : {company.text(company::Name), day}) {
        document.blocks.append(
            {Paragraph{.text = line, .large = true, .align = Align::Right}, line != day});
    }
}

} // namespace

Document outageNotice(const OutageLine &outage, store::Reader &reader)
{
    const QTimeZone zone = reader.zone();
    const auto moment = [&zone](qint64 at_ms) {
        return QDateTime::fromMSecsSinceEpoch(at_ms, zone)
            .toString(QStringLiteral("yyyy-MM-dd HH:mm"));
    };
    const auto companies = reader.findRows(Register::Company, 1);
    const Values company = companies.isEmpty() ? Values() : companies.first().row.values;
    Document document;
    document.heading.company = company.text(company::Name);
    document.heading.title = titleOf(outage);
    document.heading.scope =
        Words::tr("To everybody in %1")
            .arg(outage.where.isEmpty() ? placeOf(outage, reader) : outage.where);
    if (const QString standing = standingOf(outage, moment(outage.restored_ms));
        !standing.isEmpty())
        document.blocks.append({Paragraph{.text = standing, .large = true}});
    KeyFigures times{{momentFigure(Words::tr("From"), outage.from_ms, zone)}};
    if (outage.until_ms)
        times.figures.append(
            momentFigure(outage.isPlanned ? Words::tr("Until") : Words::tr("Expected until"),
                outage.until_ms, zone));
    document.blocks.append({times});
    if (!outage.until_ms)
        document.blocks.append(
            {Paragraph{.text = Words::tr("Nobody can say yet until when. We go on telling you."),
                .large = true}});
    addPart(document, Words::tr("What"), outage.title);
    addPart(document, Words::tr("Where"), placeOf(outage, reader));
    addPart(document, Words::tr("Cause"), outage.cause);
    addPart(document, Words::tr("Please note"), outage.wording);
    addSender(document, company,
        QDateTime::fromMSecsSinceEpoch(reader.now_ms(), zone)
            .toString(Words::tr("yyyy-MM-dd", "date below a notice")));
    return document;
}

} // namespace ui::outages
