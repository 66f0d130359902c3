// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/nav_button.h"

#include "look/icons.h"
#include "look/measures.h"
#include "look/type.h"

#include <QLocale>
#include <QPainter>

namespace ui::shell
{

namespace
{

constexpr int lineHeight = 8 * look::unit;
constexpr int iconAt = 3 * look::unit;
constexpr int titleAt = iconAt + look::largeIcon + look::gap;
constexpr int wide = 45 * look::unit;
constexpr int narrowWidth = 11 * look::unit;

} // namespace

NavButton::NavButton(const QString &icon, const QString &title, QWidget *parent)
    : QAbstractButton(parent)
    , m_icon(icon)
{
    setText(title);
    setCheckable(true);
    setAutoExclusive(true);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    rename();
}

void NavButton::setKeys(const QKeySequence &keys)
{
    m_keys = keys;
    rename();
    update();
}

void NavButton::setCount(int count)
{
    m_count = count;
    rename();
    update();
}

void NavButton::setNarrow(bool narrow)
{
    m_narrow = narrow;
    rename();
    updateGeometry();
    update();
}

QString NavButton::countText() const
{
    return m_count > 999 ? QStringLiteral("999+") : locale().toString(m_count);
}

void NavButton::rename()
{
    const QString keys = m_keys.toString(QKeySequence::NativeText);
    setAccessibleName(m_count > 0 ? text() + QLatin1Char(' ') + countText() : text());
    setAccessibleDescription(keys);
    setToolTip(m_narrow ? QStringList{text(), keys}.join(QLatin1Char(' ')).trimmed() : QString());
}

QSize NavButton::sizeHint() const
{
    return {
        m_narrow ? narrowWidth : wide, std::max(lineHeight, fontMetrics().height() + look::gap)};
}

void NavButton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const QRect plate = rect().adjusted(look::unit, 1, -look::unit, -1);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    if (isChecked() || underMouse()) {
        const QColor tinted = palette().color(QPalette::Highlight);
        painter.setBrush(
            isChecked() ? tinted : look::mixed(tinted, palette().color(QPalette::Window), 0.5));
        painter.drawRoundedRect(plate, look::corner, look::corner);
    }
    if (hasFocus()) {
        painter.setPen(QPen(look::toneColor(look::Tone::Accent, palette()), 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(plate).adjusted(1, 1, -1, -1), look::corner, look::corner);
    }
    const QColor ink = isChecked() ? look::toneColor(look::Tone::Accent, palette())
                                   : palette().color(QPalette::WindowText);
    m_narrow ? paintNarrow(&painter, ink) : paintWide(&painter, ink);
}

void NavButton::paintWide(QPainter *painter, const QColor &ink) const
{
    const QRect icon(iconAt, (height() - look::largeIcon) / 2, look::largeIcon, look::largeIcon);
    look::paintIcon(painter, icon, m_icon, ink);
    painter->setPen(ink);
    QFont title = font();
    title.setWeight(isChecked() ? QFont::DemiBold : QFont::Normal);
    painter->setFont(title);
    QRect room = rect().adjusted(titleAt, 0, -3 * look::unit, 0);
    const QString keys = m_keys.toString(QKeySequence::NativeText);
    const QFont small = look::type(look::TypeSize::Small);
    // Counts stand in one column, but for keys that are longer than the usual ones.
    const int keysWidth =
        std::max(7 * look::unit, QFontMetrics(small).horizontalAdvance(keys) + 2 * look::unit);
    painter->save();
    painter->setFont(small);
    painter->setPen(look::toneColor(look::Tone::Muted, palette()));
    painter->drawText(room, Qt::AlignRight | Qt::AlignVCenter, keys);
    room.setRight(room.right() - keysWidth);
    if (m_count > 0) {
        painter->setPen(look::toneColor(look::Tone::Accent, palette()));
        painter->drawText(room, Qt::AlignRight | Qt::AlignVCenter, countText());
        room.setRight(
            room.right() - QFontMetrics(small).horizontalAdvance(countText()) - look::unit);
    }
    painter->restore();
    // Without key and count the title may use their room.
    if (keys.isEmpty() && m_count == 0)
        room.setRight(room.right() + keysWidth);
    painter->drawText(room, Qt::AlignLeft | Qt::AlignVCenter,
        QFontMetrics(title).elidedText(text(), Qt::ElideRight, room.width()));
}

void NavButton::paintNarrow(QPainter *painter, const QColor &ink) const
{
    const QRect icon((width() - look::largeIcon) / 2, (height() - look::largeIcon) / 2,
        look::largeIcon, look::largeIcon);
    look::paintIcon(painter, icon, m_icon, ink);
    if (m_count == 0)
        return;
    const QFont small = look::type(look::TypeSize::Small, QFont::Medium);
    const int wanted = QFontMetrics(small).horizontalAdvance(countText()) + 2;
    const QRect badge(width() - wanted - look::unit, 0, wanted, 14);
    painter->setPen(Qt::NoPen);
    painter->setBrush(palette().color(isChecked() ? QPalette::Highlight : QPalette::Window));
    painter->drawRect(badge.adjusted(0, 2, -1, 0));
    painter->setFont(small);
    painter->setPen(look::toneColor(look::Tone::Accent, palette()));
    painter->drawText(badge, Qt::AlignCenter, countText());
}

} // namespace ui::shell
