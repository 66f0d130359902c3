// SPDX-License-Identifier: GPL-3.0-or-later
#include "outages/outage_card.h"

#include "domain/words.h"
#include "look/measures.h"
#include "look/type.h"

#include <QLabel>
#include <QVBoxLayout>

namespace ui::outages
{

using namespace domain;
using items::Affected;
using items::OutageLine;

namespace
{

constexpr int mostKeyUsers = 12;

QString joined(QStringList parts, const QString &between = QStringLiteral(" · "))
{
    parts.removeAll(QString());
    return parts.join(between);
}

QString moment(qint64 at_ms, const QTimeZone &zone)
{
    return QDateTime::fromMSecsSinceEpoch(at_ms, zone).toString(QStringLiteral("yyyy-MM-dd HH:mm"));
}

QString timesOf(const OutageLine &outage, const QTimeZone &zone)
{
    const QString from = OutageCard::tr("from %1").arg(moment(outage.from_ms, zone));
    if (outage.isCancelled)
        return joined({from, OutageCard::tr("called off")});
    if (outage.restored_ms)
        return joined({from, OutageCard::tr("restored %1").arg(moment(outage.restored_ms, zone))});
    return joined({from,
        outage.until_ms ? OutageCard::tr("expected until %1").arg(moment(outage.until_ms, zone))
                        : OutageCard::tr("nobody knows until when")});
}

/// Whether those whom it hits know of it.
QString toldOf(const OutageLine &outage, const QTimeZone &zone)
{
    return joined({outage.announced_ms
            ? OutageCard::tr("announced %1").arg(moment(outage.announced_ms, zone))
            : OutageCard::tr("not announced yet"),
        outage.keyUsersTold_ms
            ? OutageCard::tr("who depends on it told %1").arg(moment(outage.keyUsersTold_ms, zone))
            : OutageCard::tr("who depends on it not told yet")});
}

QString placeOf(const OutageLine &outage)
{
    const QString grids = outage.grids.isEmpty()
        ? OutageCard::tr("the whole area")
        : OutageCard::tr("grids %1").arg(outage.grids.join(QStringLiteral("、")));
    return joined({outage.where, grids});
}

} // namespace

OutageCard::OutageCard(const items::Source &source, const QTimeZone &zone, QWidget *parent)
    : QWidget(parent)
    , m_zone(zone)
    , m_background(source)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(look::margin, look::margin, look::margin, look::margin);
    column->setSpacing(look::gap);
    m_title = addLine();
    m_title->setFont(look::type(look::TypeSize::Large));
    m_times = addLine(true);
    m_wording = addLine();
    m_told = addLine(true);
    m_affected = addLine(true);
    m_keyUsers = addLine();
    column->addStretch();
}

QLabel *OutageCard::addLine(bool isQuiet)
{
    auto *label = new QLabel(this);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    label->setFocusPolicy(Qt::NoFocus);
    if (isQuiet)
        label->setForegroundRole(QPalette::PlaceholderText);
    layout()->addWidget(label);
    return label;
}

void OutageCard::show(const items::OutageListModel::Line &line)
{
    const OutageLine &outage = line.outage;
    m_title->setText(joined({wordFor(List::Line, outage.line), outage.title}));
    m_times->setText(joined({placeOf(outage), timesOf(outage, m_zone)}, QStringLiteral("\n")));
    m_wording->setText(outage.wording);
    m_told->setText(toldOf(outage, m_zone));
    // Whom it affects follows from its grids; calls change nothing of that.
    if (outage.id == m_outage && outage.grids == m_grids)
        return;
    m_outage = outage.id;
    m_grids = outage.grids;
    m_affected->clear();
    m_keyUsers->clear();
    m_background
        .ask([outage](store::Reader &reader) {
            return items::findAffected(reader, outage, items::Clarity::Masked);
        })
        .then(this, [this, of = outage.id](const Affected &affected) {
            if (of == m_outage)
                showAffected(affected, m_showsNames);
        });
}

void OutageCard::clear()
{
    m_outage = {};
    m_grids.clear();
    for (QLabel *label : {m_title, m_times, m_wording, m_told, m_affected, m_keyUsers})
        label->clear();
}

void OutageCard::setShowsNames(bool shows)
{
    m_showsNames = shows;
    m_keyUsers->setVisible(shows);
}

void OutageCard::showAffected(const Affected &affected, bool showsNames)
{
    m_affected->setText(tr("Affected: %1 premises of %2 customers; %3 of them depend on it")
                            .arg(affected.premises)
                            .arg(affected.customers)
                            .arg(affected.keyUsers.size()));
    if (!showsNames)
        return m_keyUsers->clear();
    QStringList lines;
    for (const Affected::KeyUser &user :
        affected.keyUsers.first(std::min<qsizetype>(affected.keyUsers.size(), mostKeyUsers))) {
        lines << joined({user.contact.name, user.contact.phone, user.contact.address,
            wordsFor(List::CustomerGroup, user.groups.join(u',')).join(QStringLiteral("、"))});
    }
    if (affected.keyUsers.size() > mostKeyUsers)
        lines << tr("and %1 more").arg(affected.keyUsers.size() - mostKeyUsers);
    m_keyUsers->setText(lines.join(u'\n'));
}

QString OutageCard::announcement(const OutageLine &outage, const QTimeZone &zone)
{
    return joined({outage.title, placeOf(outage), timesOf(outage, zone), outage.wording},
        QStringLiteral("\n"));
}

} // namespace ui::outages
