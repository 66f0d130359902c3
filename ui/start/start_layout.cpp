// SPDX-License-Identifier: GPL-3.0-or-later
// How the window stands: the question at the top, the answer in the middle, the ways on and back at the bottom.
#include "look/desk_style.h"
#include "look/measures.h"
#include "look/type.h"
#include "start/start_step.h"
#include "start/start_window.h"
#include "widgets/banner.h"
#include "widgets/hairline.h"
#include "widgets/key_cap.h"

#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QShortcut>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace ui::start
{

namespace
{

constexpr QSize leastSize(960, 640);

} // namespace

void StartWindow::layOut()
{
    setMinimumSize(leastSize);
    auto *page = new QVBoxLayout(this);
    page->setContentsMargins(0, 0, 0, 0);
    page->setSpacing(0);
    page->addWidget(m_banner);
    auto *middle = new QVBoxLayout;
    middle->setContentsMargins(2 * look::margin, look::margin, 2 * look::margin, look::margin);
    middle->setSpacing(look::gap);
    m_title->setFont(look::type(look::TypeSize::Large, QFont::DemiBold));
    m_hint->setWordWrap(true);
    m_hint->setForegroundRole(QPalette::PlaceholderText);
    middle->addWidget(m_title);
    middle->addWidget(m_hint);
    middle->addSpacing(look::gap);
    middle->addWidget(m_steps, 1);
    page->addLayout(middle, 1);
    page->addWidget(new widgets::Hairline(Qt::Horizontal, this));
    page->addWidget(makeButtons());
    const std::pair<QKeySequence, void (StartWindow::*)()> keys[] = {
        {QKeySequence(Qt::CTRL | Qt::Key_Return), &StartWindow::next},
        {QKeySequence(Qt::CTRL | Qt::Key_Enter), &StartWindow::next},
        {QKeySequence(Qt::ALT | Qt::Key_Left), &StartWindow::back}};
    for (const auto &[key, act] : keys)
        connect(new QShortcut(key, this), &QShortcut::activated, this, act);
}

QWidget *StartWindow::makeButtons()
{
    auto *bottom = new QWidget(this);
    auto *row = new QHBoxLayout(bottom);
    row->setContentsMargins(2 * look::margin, look::gap, 2 * look::margin, look::gap);
    row->setSpacing(look::gap);
    m_next->setProperty(look::DeskStyle::primaryProperty, true);
    for (QPushButton *button : {m_next, m_back, m_cancel})
        button->setAutoDefault(true);
    m_next->setToolTip(QKeySequence(Qt::CTRL | Qt::Key_Return).toString(QKeySequence::NativeText));
    m_back->setToolTip(QKeySequence(Qt::ALT | Qt::Key_Left).toString(QKeySequence::NativeText));
    m_progress->setRange(0, 0);
    m_progress->setTextVisible(false);
    m_progress->setFixedWidth(160);
    m_place->setForegroundRole(QPalette::PlaceholderText);
    row->addWidget(m_next);
    row->addWidget(m_back);
    for (QWidget *widget : std::initializer_list<QWidget *>{m_progress, m_said, m_cancel}) {
        widget->hide();
        row->addWidget(widget);
    }
    row->addStretch();
    row->addWidget(m_place);
    return bottom;
}

} // namespace ui::start
