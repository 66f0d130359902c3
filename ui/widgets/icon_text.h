// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "look/palette.h"

#include <QWidget>

namespace ui::widgets
{

// One line of words behind an icon, in one tone: the smallest part of status lines, clocks and tags.
// The words are the accessible name; they are cut with an ellipsis when there is no room.
class IconText : public QWidget
{
    Q_OBJECT

public:
    explicit IconText(QWidget *parent = nullptr);

    void setContent(const QString &icon, const QString &text, look::Tone tone);
    QString text() const { return m_text; }
    look::Tone tone() const { return m_tone; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_icon;
    QString m_text;
    look::Tone m_tone = look::Tone::Text;
};

} // namespace ui::widgets
