// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/drafts.h"

#include <QFuture>
#include <QtConcurrent>

#include <algorithm>

namespace items
{

using domain::Id;
using store::Draft;

Drafts::Drafts(const store::DeskFolder &folder, const store::Secrets &secrets,
    const domain::Clock &clock, domain::Random &random, QObject *parent)
    : QObject(parent)
    , m_file(folder, secrets.deskKey, random)
    , m_clock(clock)
    , m_drafts(m_file.read())
{
    // One thread, so that an older state never overtakes a newer one.
    m_thread.setMaxThreadCount(1);
    m_moment.setSingleShot(true);
    m_moment.setInterval(moment_ms);
    connect(&m_moment, &QTimer::timeout, this, &Drafts::write);
}

Drafts::~Drafts()
{
    m_thread.waitForDone();
    if (m_moment.isActive())
        m_file.write(m_drafts);
}

const Draft *Drafts::find(const Id &id) const
{
    const auto at =
        std::ranges::find_if(m_drafts, [&id](const Draft &draft) { return draft.id == id; });
    return at == m_drafts.end() ? nullptr : &*at;
}

void Drafts::put(const Id &id, const QJsonObject &fields, bool parked)
{
    const Draft draft{id, m_clock.now_ms(), parked, fields};
    const auto at =
        std::ranges::find_if(m_drafts, [&id](const Draft &one) { return one.id == id; });
    if (at == m_drafts.end())
        m_drafts.append(draft);
    else
        *at = draft;
    // Not started anew by the next change: a fast typist is not safer later than a slow one.
    if (!m_moment.isActive())
        m_moment.start();
    Q_EMIT changed();
}

void Drafts::remove(const Id &id)
{
    if (m_drafts.removeIf([&id](const Draft &draft) { return draft.id == id; }) == 0)
        return;
    m_moment.start();
    Q_EMIT changed();
}

void Drafts::write()
{
    QtConcurrent::run(&m_thread, [file = m_file, drafts = m_drafts] {
        return file.write(drafts);
    }).then(this, [this](const QString &error) {
        if (!error.isEmpty())
            Q_EMIT failed(error);
        else if (!m_moment.isActive())
            Q_EMIT written();
    });
}

} // namespace items
