// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/notice_list.h"

#include <QFrame>
#include <QPointer>

class QLabel;
class QListView;
class QPushButton;

namespace ui::notices
{

/// The newest notices in a list under the bell: arrows walk, Enter goes to the ticket and marks it read, A marks all
/// of them, Esc goes back to where the focus was.
class NoticePanel : public QFrame
{
    Q_OBJECT

public:
    /// Lies over `frame`; notices and reader must outlive it.
    NoticePanel(items::NoticeList &notices, store::Reader &read, QWidget *frame);

    void open();
    void close();
    void setTop(int top) { m_top = top; }

Q_SIGNALS:
    /// The person goes to what it is about.
    void picked(const store::NoticeLine &line);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    bool act(int key);
    void take();
    void renew();
    void place();

    items::NoticeList &m_notices;
    QLabel *m_title;
    QListView *m_list;
    QLabel *m_nothing;
    QPushButton *m_all;
    QPointer<QWidget> m_before;
    int m_top = 0;
};

} // namespace ui::notices
