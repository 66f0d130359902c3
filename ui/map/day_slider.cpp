// SPDX-License-Identifier: GPL-3.0-or-later
#include "map/day_slider.h"

#include "look/measures.h"
#include "look/type.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QSignalBlocker>
#include <QSlider>
#include <QToolButton>

#include <algorithm>

namespace ui::map
{

namespace
{

constexpr int rest_ms = 180;
constexpr int week = 7;

QString exactDay(QDate day)
{
    return day.toString(QStringLiteral("yyyy-MM-dd"));
}

} // namespace

DaySlider::DaySlider(QWidget *parent)
    : QWidget(parent)
    , m_from(new QLabel)
    , m_slider(new QSlider(Qt::Horizontal))
    , m_words(new QLabel)
    , m_backToToday(new QToolButton)
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(look::margin, look::unit, look::margin, look::unit);
    row->setSpacing(look::gap);
    row->addWidget(m_from);
    row->addWidget(m_slider, 1);
    row->addWidget(m_words);
    row->addWidget(m_backToToday);
    m_from->setFont(look::type(look::TypeSize::Small));
    m_from->setForegroundRole(QPalette::PlaceholderText);
    m_slider->setPageStep(week);
    m_slider->setAccessibleName(tr("Day that the map shows"));
    m_backToToday->setText(tr("Today"));
    m_rest.setSingleShot(true);
    m_rest.setInterval(rest_ms);
    connect(m_slider, &QSlider::valueChanged, this, [this] {
        sayDay();
        m_rest.start();
    });
    connect(m_backToToday, &QToolButton::clicked, this,
        [this] { m_slider->setValue(m_slider->maximum()); });
    connect(&m_rest, &QTimer::timeout, this, [this] {
        if (std::exchange(m_told, day()) != day())
            Q_EMIT dayChosen(day());
    });
    setFocusProxy(m_slider);
    setDays(QDate(2000, 1, 1), QDate(2000, 1, 1));
}

void DaySlider::setDays(QDate first, QDate today)
{
    const QDate before = m_today.isValid() && !isToday() ? day() : today;
    m_first = std::min(first, today);
    m_today = today;
    {
        const QSignalBlocker quiet(m_slider);
        m_slider->setRange(0, int(m_first.daysTo(m_today)));
    }
    m_from->setText(exactDay(m_first));
    setDay(before);
}

QDate DaySlider::day() const
{
    return m_first.addDays(m_slider->value());
}

void DaySlider::setDay(QDate day)
{
    const QSignalBlocker quiet(m_slider);
    m_slider->setValue(int(m_first.daysTo(std::clamp(day, m_first, m_today))));
    m_told = this->day();
    m_rest.stop();
    sayDay();
}

void DaySlider::sayDay()
{
    const QString weekday = QLocale().dayName(day().dayOfWeek(), QLocale::ShortFormat);
    const QString exact = tr("%1 %2").arg(exactDay(day()), weekday);
    m_words->setText(isToday() ? tr("%1, today").arg(exact) : exact);
    // As wide as its longest words, so that the slider doesn't move under the hand.
    m_words->setMinimumWidth(m_words->fontMetrics().horizontalAdvance(
        tr("%1, today").arg(tr("%1 %2").arg(exactDay(m_today), weekday)) + QLatin1Char('0')));
    m_slider->setAccessibleDescription(m_words->text());
    m_backToToday->setEnabled(!isToday());
}

} // namespace ui::map
