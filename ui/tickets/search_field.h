// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineEdit>

namespace ui::tickets
{

/// Where tickets are searched for: by number, text, name, phone or address, the same above their list and above the map.
class SearchField : public QLineEdit
{
    Q_OBJECT

public:
    /// `name` is for who doesn't see it.
    explicit SearchField(const QString &name, QWidget *parent = nullptr);
};

} // namespace ui::tickets
