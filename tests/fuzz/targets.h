// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>

#include <span>

namespace fuzz
{

/// What bytes from outside are thrown at: one function that takes any bytes, and gives up the whole process where something is
/// believed that must not be. libFuzzer drives them, and a test replays the corpus through the very same ones.
struct Target {
    const char *name; ///< of its folder in the corpus
    void (*run)(const QByteArray &bytes);
    QList<QByteArray> (*seeds)(); ///< to begin with: what honest desks write
};

void runCbor(const QByteArray &bytes);
void runEntry(const QByteArray &bytes);
void runFrames(const QByteArray &bytes);
void runSession(const QByteArray &bytes);
void runMaps(const QByteArray &bytes);

QList<QByteArray> cborSeeds();
QList<QByteArray> entrySeeds();
QList<QByteArray> frameSeeds();
QList<QByteArray> sessionSeeds();
QList<QByteArray> mapsSeeds();

constexpr Target targets[] = {
    {"cbor", runCbor, cborSeeds},
    {"entry", runEntry, entrySeeds},
    {"frames", runFrames, frameSeeds},
    {"session", runSession, sessionSeeds},
    {"maps", runMaps, mapsSeeds},
};

/// Ends the process, with words, where something doesn't hold.
void demand(bool holds, const char *what);

} // namespace fuzz
