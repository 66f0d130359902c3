// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QKeySequence>
#include <QScrollArea>

class QVBoxLayout;

namespace ui::shell
{

class NavButton;

// The pages at the left. Up and Down walk, Enter or Space opens; it scrolls where the window is low.
class Navigation : public QScrollArea
{
    Q_OBJECT

public:
    explicit Navigation(QWidget *parent = nullptr);

    void addPage(const QString &id, const QString &icon, const QString &title);
    void setKeys(const QString &id, const QKeySequence &keys);
    void setCount(const QString &id, int count);
    void setCurrent(const QString &id);
    void setOpen(const QString &id, bool open); // one that isn't doesn't stand there
    void setNarrow(bool narrow);

Q_SIGNALS:
    void picked(const QString &id);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void fitWidth();
    bool walk(NavButton *from, int key);

    QVBoxLayout *m_column;
    QHash<QString, NavButton *> m_buttons;
    QList<NavButton *> m_order;
    bool m_narrow = false;
};

} // namespace ui::shell
