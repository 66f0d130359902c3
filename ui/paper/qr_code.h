// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QBitArray>
#include <QString>

#include <optional>

class QPainter;
class QRectF;

// The square of dark and light modules that a scanner reads back as text.
namespace ui::paper
{
class QrCode
{
public:
    // None where the content is empty or longer than a code can hold.
    static std::optional<QrCode> of(const QString &content);

    int size() const { return m_size; }
    bool isDark(int column, int row) const { return m_dark.testBit(row * m_size + column); }

    // Fills the square with the modules. Scanners need a light margin of quietZone modules around.
    static constexpr int quietZone = 4;
    void paint(QPainter &painter, const QRectF &square) const;

private:
    int m_size = 0;
    QBitArray m_dark;
};
} // namespace ui::paper
