// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/mapping_draft.h"

#include "domain/words.h"
#include "domain/workflow.h"

#include <algorithm>

namespace ui::transfer
{

using namespace exchange;

MappingDraft::MappingDraft(Targets targets, Mapping mapping)
    : m_targets(std::move(targets))
    , m_mapping(std::move(mapping))
{
}

size_t MappingDraft::placeOf(const QString &column) const
{
    const auto at = std::ranges::find_if(m_mapping.fields,
        [&column](const FieldSource &source) { return source.columns.contains(column); });
    return size_t(at - m_mapping.fields.begin());
}

QString MappingDraft::fieldOf(const QString &column) const
{
    const size_t place = placeOf(column);
    return place < m_mapping.fields.size() ? m_mapping.fields[place].field : QString();
}

void MappingDraft::setField(const QString &column, const QString &field)
{
    if (fieldOf(column) == field)
        return;
    std::vector<FieldSource> &fields = m_mapping.fields;
    if (const size_t before = placeOf(column); before < fields.size()) {
        fields[before].columns.removeAll(column);
        if (fields[before].columns.isEmpty())
            fields.erase(fields.begin() + qsizetype(before));
    }
    std::erase_if(fields, [&field](const FieldSource &one) { return one.field == field; });
    if (!field.isEmpty())
        fields.push_back({.field = field, .columns = {column}});
}

QString MappingDraft::valueOf(const QString &column, const QString &cell) const
{
    const size_t place = placeOf(column);
    if (place == m_mapping.fields.size())
        return {};
    const FieldSource &source = m_mapping.fields[place];
    if (const auto at = source.values.constFind(cell); at != source.values.constEnd())
        return *at;
    for (const auto &[beginning, value] : source.beginnings) {
        if (cell.startsWith(beginning))
            return value;
    }
    return {};
}

void MappingDraft::setValue(const QString &column, const QString &cell, const QString &value)
{
    const size_t place = placeOf(column);
    if (place == m_mapping.fields.size())
        return;
    QHash<QString, QString> &values = m_mapping.fields[place].values;
    if (value.isEmpty())
        values.remove(cell);
    else
        values.insert(cell, value);
}

QVector<std::pair<QString, QString>> MappingDraft::codesFor(const QString &column) const
{
    QVector<std::pair<QString, QString>> codes;
    const Target *target = m_targets.find(fieldOf(column));
    if (!target)
        return codes;
    for (const domain::Word &word : domain::wordsOf(target->list))
        codes.append({QString::fromLatin1(word.code), word.text()});
    if (target->part == Target::State) {
        for (const domain::WorkflowSpec &workflow : domain::allWorkflows()) {
            for (const domain::StateSpec &state : workflow.states) {
                const QString code = QString::fromLatin1(state.code);
                const std::pair one{code, domain::stateWord(code)};
                if (!codes.contains(one))
                    codes.append(one);
            }
        }
    }
    return codes;
}

QStringList MappingDraft::missing() const
{
    QStringList labels;
    for (const Target &target : m_targets) {
        if (target.isRequired && !m_mapping.find(target.key))
            labels << target.label;
    }
    return labels;
}

} // namespace ui::transfer
