// SPDX-License-Identifier: GPL-3.0-or-later
#include "desks/waiting_lines.h"

#include "look/measures.h"
#include "widgets/icon_text.h"

#include <QVBoxLayout>

namespace ui::desks
{

namespace
{
constexpr qsizetype mostLines = 6; // below a list that matters more
}

WaitingLines::WaitingLines(
    const items::DeskListModel &list, const items::Serving &serving, QWidget *parent)
    : QWidget(parent)
    , m_list(list)
    , m_serving(serving)
    , m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins(look::margin, look::gap, look::margin, look::gap);
    m_column->setSpacing(look::unit);
    setAccessibleName(tr("What waits"));
    hide();
}

QString WaitingLines::deskNamed(const domain::Id &desk) const
{
    const int row = m_list.rowOf(desk);
    return row < 0 ? tr("a desk that nobody here knows") : m_list.at(row).name;
}

void WaitingLines::addFeeds(QList<Line> &lines) const
{
    for (const store::ParkedFeed &feed : m_list.parked().feeds) {
        lines.append({QStringLiteral("pause"),
            tr("%1: %2 entries wait for others that they build on. They come in by themselves.")
                .arg(deskNamed(feed.desk))
                .arg(feed.entries),
            false});
    }
}

QList<WaitingLines::Line> WaitingLines::find() const
{
    QList<Line> lines;
    if (const auto trouble = m_serving.trouble())
        lines.append({QStringLiteral("warning"), trouble->text(), true});
    addFeeds(lines);
    if (const qint64 owners = m_list.parked().ownersWithoutKey; owners > 0)
        lines.append({QStringLiteral("pause"),
            tr("%1 customers can't be read here yet: their keys are asked for at every desk.")
                .arg(owners),
            false});
    for (const items::Contact &contact : m_list.nameless()) {
        if (contact.stage == items::Contact::Stage::Waiting)
            lines.append({QStringLiteral("offline"),
                tr("Nobody was reached at %1. %2").arg(contact.address, contact.error).trimmed(),
                false});
    }
    if (lines.size() > mostLines)
        lines = lines.first(mostLines);
    return lines;
}

void WaitingLines::renew()
{
    const QList<Line> lines = find();
    if (std::exchange(m_lines, lines) == lines)
        return;
    while (QLayoutItem *item = m_column->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (const Line &line : lines) {
        auto *text = new widgets::IconText(this);
        text->setWraps();
        text->setContent(
            line.icon, line.text, line.isTrouble ? look::Tone::Soon : look::Tone::Muted);
        m_column->addWidget(text);
    }
    setVisible(!lines.isEmpty());
}

QStringList WaitingLines::lines() const
{
    QStringList texts;
    for (const Line &line : m_lines)
        texts << line.text;
    return texts;
}

} // namespace ui::desks
