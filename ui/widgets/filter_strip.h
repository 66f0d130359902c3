// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QStringList>
#include <QWidget>

namespace ui::widgets
{

class Chip;

struct Filter {
    QString id;
    QString text;
    int count = -1; // of what it lets through; not shown below 0
};

// Chips that narrow a list: either one holds at a time, or several together. Each is reached by Tab,
// its neighbours by the arrows, and pressed with Space.
class FilterStrip : public QWidget
{
    Q_OBJECT

public:
    enum class Mode { One, Several };

    FilterStrip(const QString &name, Mode mode, QWidget *parent = nullptr);

    void setFilters(const QList<Filter> &filters);
    void setCounts(const QHash<QString, int> &counts); // ids that are missing keep theirs

    QStringList active() const; // in the order of the chips
    void setActive(const QStringList &ids);

Q_SIGNALS:
    void activeChanged(const QStringList &ids);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void press(int place);

    Mode m_mode;
    QList<Filter> m_filters;
    QList<Chip *> m_chips;
};

} // namespace ui::widgets
