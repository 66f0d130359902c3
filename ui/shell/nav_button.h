// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>
#include <QKeySequence>

namespace ui::shell
{

// One page in the navigation: icon, title, how many things wait there, and its key. Narrow windows show
// the icon alone, with the count as a dot's number.
class NavButton : public QAbstractButton
{
    Q_OBJECT

public:
    NavButton(const QString &icon, const QString &title, QWidget *parent = nullptr);

    void setKeys(const QKeySequence &keys);
    void setCount(int count); // 0 shows none
    void setNarrow(bool narrow);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void rename();
    void paintWide(QPainter *painter, const QColor &ink) const;
    void paintNarrow(QPainter *painter, const QColor &ink) const;
    QString countText() const;

    QString m_icon;
    QKeySequence m_keys;
    int m_count = 0;
    bool m_narrow = false;
};

} // namespace ui::shell
