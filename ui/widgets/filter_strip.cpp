// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/filter_strip.h"

#include "widgets/chip.h"
#include "widgets/flow_layout.h"

#include <QKeyEvent>

namespace ui::widgets
{

FilterStrip::FilterStrip(const QString &name, Mode mode, QWidget *parent)
    : QWidget(parent)
    , m_mode(mode)
{
    setAccessibleName(name);
    setFocusPolicy(Qt::StrongFocus); // through the first chip, its focus proxy
    new FlowLayout(this);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void FilterStrip::setFilters(const QList<Filter> &filters)
{
    const QStringList before = active();
    setFocusProxy(nullptr); // the order of Tab below is that of the strip itself
    qDeleteAll(m_chips);
    m_chips.clear();
    m_filters = filters;
    for (int place = 0; place < m_filters.size(); ++place) {
        auto *chip = new Chip(m_filters.at(place).text, this);
        chip->setCount(m_filters.at(place).count);
        chip->installEventFilter(this);
        connect(chip, &Chip::clicked, this, [this, place] { press(place); });
        layout()->addWidget(chip);
        setTabOrder(place == 0 ? static_cast<QWidget *>(this) : m_chips.constLast(), chip);
        m_chips.append(chip);
    }
    setFocusProxy(m_chips.value(0));
    setActive(before);
}

void FilterStrip::setCounts(const QHash<QString, int> &counts)
{
    for (int place = 0; place < m_filters.size(); ++place) {
        Filter &filter = m_filters[place];
        filter.count = counts.value(filter.id, filter.count);
        m_chips.at(place)->setCount(filter.count);
    }
}

QStringList FilterStrip::active() const
{
    QStringList ids;
    for (int place = 0; place < m_chips.size(); ++place) {
        if (m_chips.at(place)->isChecked())
            ids << m_filters.at(place).id;
    }
    return ids;
}

void FilterStrip::setActive(const QStringList &ids)
{
    for (int place = 0; place < m_chips.size(); ++place)
        m_chips.at(place)->setChecked(ids.contains(m_filters.at(place).id));
}

void FilterStrip::press(int place)
{
    if (m_mode == Mode::One)
        setActive({m_filters.at(place).id});
    Q_EMIT activeChanged(active());
}

bool FilterStrip::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return false;
    const int here = int(m_chips.indexOf(static_cast<Chip *>(watched)));
    const int key = static_cast<QKeyEvent *>(event)->key();
    if (key != Qt::Key_Left && key != Qt::Key_Right)
        return false;
    const int next = here + (key == Qt::Key_Right ? 1 : -1);
    if (next >= 0 && next < m_chips.size())
        m_chips.at(next)->setFocus(Qt::OtherFocusReason);
    return true;
}

} // namespace ui::widgets
