// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/said.h"

namespace store
{

using namespace domain;

bool concerns(const Event &event, const Id &entity)
{
    return !std::holds_alternative<Looked>(event) && subjectOf(event) == entity && !entity.isNull();
}

Said saidOf(const QVector<Event> &events, const Id &entity)
{
    Said said;
    for (const Event &event : events) {
        if (!concerns(event, entity))
            continue;
        if (const auto *put = std::get_if<RegisterPut>(&event)) {
            said.insert(isThereAtAll, true);
            for (const auto &[number, value] : put->values)
                said.insert(number, value);
            for (quint8 number : put->cleared)
                said.insert(number, {});
            // Of two who raise it the higher one holds, and moves reckon the rest.
            for (const FieldSpec &spec : registerSpec(put->reg).fields) {
                if (!spec.isByHand())
                    said.remove(spec.id);
            }
        } else if (std::holds_alternative<RegisterRemoved>(event)) {
            said.insert(isThereAtAll, false);
        } else if (const auto *step = std::get_if<StepTaken>(&event)) {
            for (const auto &[number, value] : step->values) {
                const FieldSpec *spec = ticketFields().find(number);
                if (spec && spec->is(Kept))
                    said.insert(number, value);
            }
        }
    }
    return said;
}

QVector<quint8> contradictionsOf(const Said &one, const Said &other)
{
    QVector<quint8> fields;
    for (auto each = one.cbegin(); each != one.cend(); ++each) {
        const auto twin = other.constFind(each.key());
        if (twin != other.cend() && *twin != *each)
            fields.append(each.key());
    }
    return fields;
}

} // namespace store
