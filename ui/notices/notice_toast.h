// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QTimer>

class QLabel;

namespace ui::notices
{

/// What has just come, for some seconds at the upper edge of the window, under the bell. It never takes the focus, and so no
/// key either: whoever types goes on typing. A click opens it.
class NoticeToast : public QFrame
{
    Q_OBJECT

public:
    static constexpr int stands_ms = 8000;

    /// Lies over `frame`.
    explicit NoticeToast(QWidget *frame);

    void say(const QString &heading, const QString &detail);
    void setTop(int top) { m_top = top; }

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
    int m_top = 0;
};

} // namespace ui::notices
