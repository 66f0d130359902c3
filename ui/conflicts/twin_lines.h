// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/twin_list.h"
#include "tickets/office.h"

#include <QWidget>

class QVBoxLayout;

namespace ui::conflicts
{

/// A line for every row that shares its login or code with another one, made at a desk that didn't know of it. Enter or a click
/// opens the row, where somebody gives it another. Nothing to say, nothing shown.
class TwinLines : public QWidget
{
    Q_OBJECT

public:
    explicit TwinLines(Desk &desk, QWidget *parent = nullptr);

    const items::TwinList &list() const { return m_list; }

Q_SIGNALS:
    void rowAsked(domain::Register reg, const domain::Id &row);

private:
    void renew();
    void add(const store::Twin &twin);

    items::TwinList m_list;
    QVBoxLayout *m_column;
};

} // namespace ui::conflicts
