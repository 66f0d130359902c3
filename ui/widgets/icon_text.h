// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "look/palette.h"

#include <QWidget>

namespace ui::widgets
{

// Words behind an icon, in one tone: the smallest part of status lines, clocks and tags. The words are the
// accessible name. They stand on one line and are cut with an ellipsis when there is no room, unless they
// may go on to further lines.
class IconText : public QWidget
{
    Q_OBJECT

public:
    explicit IconText(QWidget *parent = nullptr);

    void setContent(const QString &icon, const QString &text, look::Tone tone);
    QString text() const { return m_text; }
    look::Tone tone() const { return m_tone; }
    void setWraps();

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void fit();

    QString m_icon;
    QString m_text;
    look::Tone m_tone = look::Tone::Text;
    bool m_wraps = false;
};

} // namespace ui::widgets
