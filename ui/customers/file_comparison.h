// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/source.h"

#include <QWidget>

class QGridLayout;
class QLabel;

namespace ui::customers
{

/// Two files side by side, field by field; where both say the same, it is said so in a word.
class FileComparison : public QWidget
{
    Q_OBJECT

public:
    FileComparison(store::Reader &read, QWidget *parent = nullptr);

    void show(qint64 one, qint64 other);

private:
    void addLine(const QString &caption, const QString &one, const QString &other);

    store::Reader &m_read;
    QGridLayout *m_grid;
};

} // namespace ui::customers
