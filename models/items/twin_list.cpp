// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/twin_list.h"

#include <algorithm>

namespace items
{

using namespace domain;

TwinList::TwinList(const Source &source, QObject *parent)
    : QObject(parent)
    , m_background(source)
{
}

void TwinList::find()
{
    // While many commits come one after the other, one question stands for all of them.
    m_isStale = m_isAsking;
    if (std::exchange(m_isAsking, true))
        return;
    m_background.ask([](store::Reader &read) { return read.findTwins(); })
        .then(this, [this](const QVector<store::Twin> &twins) {
            m_isAsking = false;
            m_twins = twins;
            Q_EMIT changed();
            if (m_isStale)
                find();
        });
}

void TwinList::takeIn(const store::Committed &committed)
{
    if (std::ranges::any_of(committed.touched,
            [](const store::Touched &touched) { return touched.what == store::Touched::Row; }))
        find();
}

QString TwinList::words(const store::Twin &twin)
{
    const RegisterSpec &spec = registerSpec(twin.row.row.reg);
    const Values &values = twin.row.row.values;
    const FieldSpec *named = spec.fields.find(spec.name);
    const QString name = named && !named->is(Personal) ? values.text(spec.name) : QString();
    return tr(
        "%1: “%2” was given to two. %3 answers to “%4” until one of them is called otherwise.")
        .arg(spec.titleText(), values.text(spec.code), name.isEmpty() ? tr("One") : name,
            twin.label);
}

} // namespace items
