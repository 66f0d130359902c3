// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace reports
{

/// A point of the record at which figures were counted: how many entries this desk held, and the
/// moment by which an open ticket was late or not. A report that names its cut can be run again any day
/// with the same figures. Written "1234@2026-11-20T06:32:05Z".
struct Cut {
    qint64 position = 0;
    qint64 at_ms = 0; ///< whole seconds; 0: when the entry at the position was recorded

    QString text() const;
    /// Reads text(), or a position alone; nothing for any other text.
    static std::optional<Cut> parse(const QString &text);
    bool operator==(const Cut &) const = default;
};

} // namespace reports
