// SPDX-License-Identifier: GPL-3.0-or-later
#include "intake/outage_offer.h"

#include "look/measures.h"
#include "widgets/icon_text.h"
#include "widgets/time_words.h"

#include <QKeyEvent>
#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>

namespace ui::intake
{

OutageOffer::OutageOffer(QWidget *parent)
    : QWidget(parent)
    , m_head(new widgets::IconText(this))
    , m_wording(new QLabel(this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, look::gap);
    column->setSpacing(look::unit);
    m_head->setWraps();
    m_wording->setWordWrap(true);
    m_wording->setTextInteractionFlags(Qt::TextSelectableByMouse);
    column->addWidget(m_head);
    column->addWidget(m_wording);
    for (int place = 0; place < mostShown; ++place) {
        auto *button = new QPushButton(this);
        button->setObjectName(QStringLiteral("joinOutage"));
        button->setAutoDefault(true);
        button->installEventFilter(this);
        connect(button, &QPushButton::clicked, this, [this, place] {
            if (place < m_outages.size())
                Q_EMIT picked(m_outages.at(place));
        });
        column->addWidget(button);
        m_buttons.append(button);
    }
    hide();
}

void OutageOffer::setOutages(
    const QVector<items::OutageLine> &outages, qint64 now_ms, const QTimeZone &zone)
{
    // An answer that comes while a finger is above Enter changes nothing under it.
    const bool isEntered = std::ranges::any_of(
        m_buttons, [](const QPushButton *button) { return button->hasFocus(); });
    if (isEntered && !outages.isEmpty())
        return;
    m_outages = outages.first(std::min<qsizetype>(outages.size(), mostShown));
    setVisible(!m_outages.isEmpty());
    if (m_outages.isEmpty())
        return;
    const items::OutageLine &first = m_outages.constFirst();
    const QString until = first.until_ms
        ? tr("expected until %1").arg(widgets::timeWords(first.until_ms, now_ms, zone))
        : tr("nobody knows until when");
    m_head->setContent(QStringLiteral("offline"),
        first.title + QStringLiteral(" · ")
            + (first.stage == items::OutageLine::Planned
                    ? tr("from %1").arg(widgets::timeWords(first.from_ms, now_ms, zone))
                    : until),
        look::Tone::Soon);
    m_wording->setText(first.wording);
    m_wording->setVisible(!first.wording.isEmpty());
    for (int place = 0; place < mostShown; ++place) {
        m_buttons[place]->setVisible(place < m_outages.size());
        if (place < m_outages.size())
            m_buttons[place]->setText(tr("It is about: %1").arg(m_outages.at(place).title));
    }
}

void OutageOffer::enter()
{
    m_buttons.constFirst()->setFocus(Qt::ShortcutFocusReason);
}

bool OutageOffer::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress
        && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape) {
        Q_EMIT left();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace ui::intake
