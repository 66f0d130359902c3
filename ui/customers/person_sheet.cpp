// SPDX-License-Identifier: GPL-3.0-or-later
#include "customers/person_sheet.h"

#include <QCoreApplication>

namespace ui::customers
{

using paper::Document;
using paper::Table;
using reports::PersonCopy;

namespace
{

struct Words {
    Q_DECLARE_TR_FUNCTIONS(ui::customers)
};

Table tableOf(const PersonCopy::Thing &thing)
{
    Table table;
    table.columns = {{Words::tr("What"), paper::Align::Left, 1, {}},
        {Words::tr("As it is held"), paper::Align::Left, 3, {}}};
    for (const PersonCopy::Fact &fact : thing.facts)
        table.rows << QStringList{fact.label, fact.text};
    return table;
}

QString nameOf(store::Reader &reader, domain::Register reg, quint8 field, const domain::Id &row)
{
    const auto found = row.isNull() ? std::nullopt : reader.findRow(row);
    return found && found->row.reg == reg ? found->row.values.text(field) : QString();
}

/// Steps and looks are many and short: one table each, a line for every one.
Table linesOf(const QVector<PersonCopy::Thing> &things)
{
    Table table;
    table.columns = {{Words::tr("When"), paper::Align::Left, 1, {}},
        {Words::tr("What"), paper::Align::Left, 4, {}}};
    for (const PersonCopy::Thing &thing : things) {
        QStringList parts;
        for (const PersonCopy::Fact &fact : thing.facts) {
            if (!fact.text.isEmpty())
                parts << Words::tr("%1: %2").arg(fact.label, fact.text);
        }
        table.rows << QStringList{thing.title, parts.join(Words::tr("; "))};
    }
    return table;
}

bool isLine(const PersonCopy::Thing &thing)
{
    return thing.kind == u"step" || thing.kind == u"look";
}

} // namespace

Document personDocument(
    store::Reader &reader, const PersonCopy &copy, const domain::Id &by, const QString &madeAt)
{
    paper::Document document;
    const auto company = reader.findRows(domain::Register::Company);
    if (!company.isEmpty())
        document.heading.company = company.constFirst().row.values.text(domain::company::Name);
    document.heading.title = Words::tr("What is held about %1").arg(copy.name);
    document.heading.madeBy = nameOf(reader, domain::Register::Staff, domain::staff::Name, by);
    document.heading.madeAt = madeAt;
    document.blocks << paper::Block{paper::Paragraph{
        Words::tr(
            "A copy for the person, by article 45 of the Personal Information Protection Law."),
        true}};
    for (qsizetype at = 0; at < copy.things.size();) {
        if (!isLine(copy.things[at])) {
            const PersonCopy::Thing &thing = copy.things[at++];
            document.blocks << paper::Block{paper::Section{thing.title}, true}
                            << paper::Block{tableOf(thing)};
            continue;
        }
        const QString kind = copy.things[at].kind;
        QVector<PersonCopy::Thing> lines;
        while (at < copy.things.size() && copy.things[at].kind == kind)
            lines << copy.things[at++];
        if (kind == u"look")
            document.blocks << paper::Block{paper::Section{Words::tr("Who looked at it")}, true};
        document.blocks << paper::Block{linesOf(lines)};
    }
    return document;
}

} // namespace ui::customers
