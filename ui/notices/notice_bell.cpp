// SPDX-License-Identifier: GPL-3.0-or-later
#include "notices/notice_bell.h"

#include "look/icons.h"

#include <QLocale>

namespace ui::notices
{

namespace
{

constexpr int mostCounted = 999;

} // namespace

NoticeBell::NoticeBell(QWidget *parent)
    : QToolButton(parent)
{
    setObjectName(QStringLiteral("bell"));
    setAutoRaise(true);
    setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    setFocusPolicy(Qt::TabFocus);
    rename();
}

void NoticeBell::setUnread(int count)
{
    m_unread = count;
    rename();
}

void NoticeBell::setKeys(const QKeySequence &keys)
{
    m_keys = keys;
    rename();
}

void NoticeBell::rename()
{
    const QString count = m_unread > mostCounted ? QStringLiteral("%1+").arg(mostCounted)
        : m_unread > 0                           ? locale().toString(m_unread)
                                                 : QString();
    setIcon(
        look::icon(QStringLiteral("bell"), m_unread > 0 ? look::Tone::Accent : look::Tone::Muted));
    setText(count);
    QFont bold = font();
    bold.setWeight(m_unread > 0 ? QFont::DemiBold : QFont::Normal);
    setFont(bold);
    setAccessibleName(m_unread > 0 ? tr("Notices, %n unread", nullptr, m_unread) : tr("Notices"));
    setToolTip(accessibleName() + u' ' + m_keys.toString(QKeySequence::NativeText));
}

} // namespace ui::notices
