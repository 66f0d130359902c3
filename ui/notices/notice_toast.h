// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QTimer>

class QLabel;

namespace ui::notices
{

/// What has just come, for some seconds in the corner where pages have least to say. It never takes the focus, and so no key
/// either: whoever types goes on typing. A click opens it.
class NoticeToast : public QFrame
{
    Q_OBJECT

public:
    static constexpr int stands_ms = 8000;

    /// Lies over `frame`.
    explicit NoticeToast(QWidget *frame);

    void say(const QString &heading, const QString &detail);
    void setBottom(int bottom) { m_bottom = bottom; } ///< the height of what stands below it

Q_SIGNALS:
    void opened();

protected:
    void mousePressEvent(QMouseEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void place();

    QLabel *m_heading;
    QLabel *m_detail;
    QTimer m_timer;
    int m_bottom = 0;
};

} // namespace ui::notices
