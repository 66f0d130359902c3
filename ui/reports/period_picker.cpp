// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/period_picker.h"

#include "look/measures.h"
#include "widgets/choice_strip.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>

namespace ui::reports
{

using ::reports::Period;

PeriodPicker::PeriodPicker(QDate today, QWidget *parent)
    : QWidget(parent)
    , m_today(today)
    , m_period(Period::containing(Period::Kind::Month, today))
    , m_kinds(new widgets::ChoiceStrip(tr("Kind of period")))
    , m_words(new QLabel)
    , m_before(addTurn(QStringLiteral("‹"), tr("The one before"), Qt::ALT | Qt::Key_Left))
    , m_after(addTurn(QStringLiteral("›"), tr("The next"), Qt::ALT | Qt::Key_Right))
{
    m_kinds->setChoices({{QStringLiteral("0"), tr("Day"), {}},
        {QStringLiteral("1"), tr("Week"), {}}, {QStringLiteral("2"), tr("Month"), {}},
        {QStringLiteral("3"), tr("Quarter"), {}}, {QStringLiteral("4"), tr("Year"), {}}});
    m_words->setAlignment(Qt::AlignCenter);
    m_words->setWordWrap(true);
    auto *turns = new QHBoxLayout;
    turns->setSpacing(look::gap);
    turns->addWidget(m_before);
    turns->addWidget(m_words, 1);
    turns->addWidget(m_after);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(look::gap);
    column->addWidget(m_kinds);
    column->addLayout(turns);
    connect(m_kinds, &widgets::ChoiceStrip::currentChanged, this, &PeriodPicker::chooseKind);
    connect(m_before, &QToolButton::clicked, this, [this] { setPeriod(m_period.before()); });
    connect(m_after, &QToolButton::clicked, this, [this] { setPeriod(m_period.after()); });
    showPeriod();
}

QToolButton *PeriodPicker::addTurn(
    const QString &sign, const QString &words, const QKeySequence &key)
{
    auto *button = new QToolButton;
    button->setText(sign);
    button->setShortcut(key);
    button->setAccessibleName(words);
    button->setToolTip(
        QStringLiteral("%1 (%2)").arg(words, key.toString(QKeySequence::NativeText)));
    return button;
}

void PeriodPicker::chooseKind(const QString &id)
{
    const auto kind = Period::Kind(id.toInt());
    if (kind != m_period.kind())
        setPeriod(Period::containing(kind, std::min(m_period.last(), m_today)));
}

void PeriodPicker::setPeriod(const Period &period)
{
    if (period == m_period || period.first() > m_today)
        return;
    m_period = period;
    showPeriod();
    Q_EMIT periodChanged();
}

void PeriodPicker::showPeriod()
{
    m_words->setText(m_period.words());
    m_after->setEnabled(m_period.after().first() <= m_today);
    m_kinds->setCurrent(QString::number(int(m_period.kind())));
}

} // namespace ui::reports
