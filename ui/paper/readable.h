// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QChar>
#include <QHash>

// What people type for a character that only shares its glyph with the one they meant. Where both are
// typed, such as · and ・, the text of a PDF has the more common one.
namespace ui::paper
{
class Readable
{
public:
    Readable(); // asks the font that papers are printed with

    QChar of(QChar code) const;

private:
    QHash<char16_t, char16_t> m_meant;
};
} // namespace ui::paper
