// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tickets/field_editor.h"

namespace ui::registers
{

/// The editor for one field of a register's row. Where tickets ask for a moment, registers ask for a day that may be left
/// open; any of the staff may be meant; and several words of a list stand side by side. References, which aren't typed in, give
/// one without a widget.
tickets::FieldEditor makeRowEditor(
    const domain::FieldSpec &spec, tickets::Office &office, QWidget *parent);

/// Whether something stands in an editor that can't be taken as it is written, and what to say of it.
std::optional<domain::Refusal> refusalOf(
    const domain::FieldSpec &spec, const tickets::FieldEditor &editor);

} // namespace ui::registers
