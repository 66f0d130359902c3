// SPDX-License-Identifier: GPL-3.0-or-later
#include "tickets/search_field.h"

#include "look/icons.h"

namespace ui::tickets
{

namespace
{

constexpr int leastWidth = 220;

} // namespace

SearchField::SearchField(const QString &name, QWidget *parent)
    : QLineEdit(parent)
{
    setPlaceholderText(tr("Search: number, text, name, phone, address"));
    setAccessibleName(name);
    setClearButtonEnabled(true);
    setMinimumWidth(leastWidth);
    addAction(look::icon(QStringLiteral("search"), look::Tone::Muted), QLineEdit::LeadingPosition);
}

} // namespace ui::tickets
