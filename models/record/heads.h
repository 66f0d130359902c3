// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/id.h"

#include <QByteArray>
#include <QMap>

namespace record
{

using domain::Id;

/// How far somebody holds every feed: the version vector of a desk, with the hash of each feed's last entry, so that two who
/// hold a feed equally far also know whether they hold the same.
class Heads
{
public:
    struct Head {
        qint64 sequence = 0;
        QByteArray hash; ///< 32 bytes; empty where only the sequence is known
        bool operator==(const Head &) const = default;
    };

    /// 0 for a feed that isn't held at all.
    qint64 sequenceOf(const Id &feed) const { return m_heads.value(feed).sequence; }
    QByteArray hashOf(const Id &feed) const { return m_heads.value(feed).hash; }
    bool covers(const Id &feed, qint64 sequence) const { return sequenceOf(feed) >= sequence; }
    /// Never back: a sequence that is covered already changes nothing.
    void advance(const Id &feed, qint64 sequence, const QByteArray &hash = {});
    void merge(const Heads &other);
    /// What a feed has behind this entry, whose hash is given, is held as another feed from here on.
    void part(const Id &feed, qint64 after, const QByteArray &hash, const Id &rest);
    /// Back to this entry, or to none of the feed at all.
    void set(const Id &feed, qint64 sequence, const QByteArray &hash = {});
    bool covers(const Heads &other) const;
    bool isEmpty() const { return m_heads.isEmpty(); }
    /// By feed, in the order of their ids.
    const QMap<Id, Head> &all() const { return m_heads; }
    bool operator==(const Heads &) const = default;

private:
    QMap<Id, Head> m_heads;
};

} // namespace record
