// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLineEdit;
class QListWidget;

namespace ui::widgets
{

// A list of things to tick, with a line for what isn't on it. The arrows go through the list, Space ticks, Tab goes on.
class Checklist : public QWidget
{
    Q_OBJECT

public:
    explicit Checklist(QWidget *parent = nullptr);

    // What there is to tick; what was ticked or added before is lost.
    void setItems(const QStringList &items);
    QStringList items() const;
    // What is ticked, and what was added.
    QStringList ticked() const;
    // What of these isn't on the list stands in the line for others.
    void setTicked(const QStringList &items);

Q_SIGNALS:
    void changed();

private:
    QListWidget *m_list;
    QLineEdit *m_other;
};

} // namespace ui::widgets
