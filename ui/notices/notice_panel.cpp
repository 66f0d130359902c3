// SPDX-License-Identifier: GPL-3.0-or-later
#include "notices/notice_panel.h"

#include "look/measures.h"
#include "look/palette.h"
#include "look/type.h"
#include "notices/notice_delegate.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QListView>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace ui::notices
{

namespace
{

constexpr int widest = 112 * look::unit;
constexpr int rowHeight = 12 * look::unit;
constexpr int mostRows = 9;
constexpr int around = 24 * look::unit; // what must stay free above and below

} // namespace

NoticePanel::NoticePanel(items::NoticeList &notices, store::Reader &read, QWidget *frame)
    : QFrame(frame)
    , m_notices(notices)
    , m_title(new QLabel(tr("Notices"), this))
    , m_list(new QListView(this))
    , m_nothing(new QLabel(
          tr("What others assign to you, send back or record differently shows here."), this))
    , m_all(new QPushButton(tr("All read (A)"), this))
{
    setObjectName(QStringLiteral("noticePanel"));
    setAccessibleName(tr("Notices"));
    m_title->setFont(look::type(look::TypeSize::Body, QFont::DemiBold));
    m_all->setAutoDefault(false);
    m_all->setFocusPolicy(Qt::NoFocus);
    m_list->setModel(&notices);
    m_list->setItemDelegate(new NoticeDelegate(notices, read, m_list));
    m_list->setUniformItemSizes(true);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setAccessibleName(tr("Notices"));
    m_nothing->setWordWrap(true);
    m_nothing->setForegroundRole(QPalette::PlaceholderText);
    m_nothing->setContentsMargins(look::gap, look::gap, look::gap, look::gap);
    auto *top = new QHBoxLayout;
    top->setContentsMargins(look::gap, 0, 0, 0);
    top->addWidget(m_title, 1);
    top->addWidget(m_all);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(look::gap, look::gap, look::gap, look::gap);
    column->addLayout(top);
    column->addWidget(m_list);
    column->addWidget(m_nothing);
    connect(m_list, &QListView::clicked, this, &NoticePanel::take);
    connect(m_all, &QPushButton::clicked, &notices, &items::NoticeList::markAllRead);
    connect(&notices, &QAbstractItemModel::rowsInserted, this, &NoticePanel::renew);
    connect(&notices, &QAbstractItemModel::modelReset, this, &NoticePanel::renew);
    connect(&notices, &items::NoticeList::unreadChanged, m_all, &QPushButton::setEnabled);
    m_list->installEventFilter(this);
    frame->installEventFilter(this);
    hide();
}

void NoticePanel::open()
{
    if (isVisible())
        return close();
    m_before = QApplication::focusWidget();
    renew();
    show();
    raise();
    if (m_notices.rowCount() > 0)
        m_list->setCurrentIndex(m_notices.index(0));
    m_list->setFocus(Qt::ShortcutFocusReason);
}

void NoticePanel::close()
{
    if (isHidden())
        return;
    hide();
    if (m_before && m_before->isVisible())
        m_before->setFocus(Qt::OtherFocusReason);
}

void NoticePanel::renew()
{
    const bool any = m_notices.rowCount() > 0;
    // Without a row it still holds the keyboard, so that Esc closes it.
    m_nothing->setVisible(!any);
    m_all->setVisible(any);
    m_all->setEnabled(m_notices.unread() > 0);
    place();
}

void NoticePanel::place()
{
    const int width = std::min(widest, parentWidget()->width() - 2 * look::margin);
    const int fitting = (parentWidget()->height() - m_top - around) / rowHeight;
    const int rows = std::clamp(m_notices.rowCount(), 0, std::clamp(fitting, 1, mostRows));
    m_list->setFixedHeight(std::max(rows * rowHeight, 1));
    layout()->activate();
    const int height = std::max(heightForWidth(width), layout()->sizeHint().height());
    setGeometry(parentWidget()->width() - width - look::gap, m_top, width, height);
}

void NoticePanel::take()
{
    const int row = m_list->currentIndex().row();
    if (row < 0 || row >= m_notices.rowCount())
        return;
    const store::NoticeLine line = m_notices.at(row);
    m_notices.markRead(row);
    hide();
    Q_EMIT picked(line);
}

bool NoticePanel::act(int key)
{
    switch (key) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        take();
        return true;
    case Qt::Key_Escape:
        close();
        return true;
    case Qt::Key_A:
        m_notices.markAllRead();
        return true;
    case Qt::Key_Tab:
    case Qt::Key_Backtab:
        return true; // the focus stays in the list while it stands
    default:
        return false;
    }
}

bool NoticePanel::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == parentWidget()) {
        if (event->type() == QEvent::Resize && isVisible())
            place();
        return false;
    }
    if (event->type() == QEvent::FocusOut) {
        if (static_cast<QFocusEvent *>(event)->reason() != Qt::PopupFocusReason)
            hide();
        return false;
    }
    return event->type() == QEvent::KeyPress && act(static_cast<QKeyEvent *>(event)->key());
}

void NoticePanel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setPen(look::fieldBorder(palette()));
    painter.setBrush(palette().color(QPalette::Base));
    painter.setRenderHint(QPainter::Antialiasing); // else whole sides are lost at 150 %
    painter.drawRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5));
}

} // namespace ui::notices
