// SPDX-License-Identifier: GPL-3.0-or-later
#include "look/theme.h"

#include "look/desk_style.h"
#include "look/type.h"

#include <QApplication>
#include <QEvent>
#include <QStyleFactory>

#include <memory>

namespace ui::look
{

namespace
{

// Fusion's standard palette is built from the platform's appearance on each call.
Scheme systemScheme()
{
    const std::unique_ptr<QStyle> fusion(QStyleFactory::create(QStringLiteral("Fusion")));
    return fusion ? scheme(fusion->standardPalette()) : Scheme::Light;
}

} // namespace

Theme::Theme(Choice choice, QObject *parent)
    : QObject(parent)
    , m_choice(choice)
    , m_system(scheme(QApplication::palette()) == Scheme::Dark ? Scheme::Dark : systemScheme())
{
    QApplication::setStyle(new DeskStyle);
    QApplication::setFont(type(TypeSize::Body));
    dress();
    qApp->installEventFilter(this);
}

Scheme Theme::shown() const
{
    if (m_choice == Choice::System)
        return m_system;
    return m_choice == Choice::Light ? Scheme::Light : Scheme::Dark;
}

void Theme::setChoice(Choice choice)
{
    if (m_choice == choice)
        return;
    m_choice = choice;
    dress();
    Q_EMIT changed();
}

void Theme::dress()
{
    QApplication::setPalette(palette(shown()));
}

bool Theme::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::ThemeChange) {
        const Scheme before = shown();
        m_system = systemScheme();
        if (shown() != before) {
            dress();
            Q_EMIT changed();
        }
    }
    return QObject::eventFilter(watched, event);
}

} // namespace ui::look
