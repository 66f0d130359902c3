// SPDX-License-Identifier: GPL-3.0-or-later
// How the page stands: the form with its warnings and keys at the left, the answers at the right.
#include "intake/answers_panel.h"
#include "intake/dispatch_bar.h"
#include "intake/draft_menu.h"
#include "intake/intake_form.h"
#include "intake/intake_page.h"
#include "intake/saved_view.h"
#include "look/desk_style.h"
#include "look/measures.h"
#include "widgets/banner.h"
#include "widgets/flow_layout.h"
#include "widgets/hairline.h"
#include "widgets/icon_text.h"

#include <QPushButton>
#include <QScrollArea>
#include <QShortcut>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace ui::intake
{

namespace
{

constexpr int answersWidth = 340;

QPushButton *button(const QString &text, const char *key, QWidget *parent)
{
    const QString keys = QKeySequence(QString::fromLatin1(key)).toString(QKeySequence::NativeText);
    auto *button = new QPushButton(text + QStringLiteral("  ") + keys, parent);
    button->setAccessibleName(text);
    button->setFocusPolicy(Qt::NoFocus);
    return button;
}

} // namespace

void IntakePage::layOut()
{
    auto *page = new QVBoxLayout(this);
    page->setContentsMargins(0, 0, 0, 0);
    page->setSpacing(0);
    page->addWidget(m_banner);
    auto *sides = new QHBoxLayout;
    sides->setSpacing(0);
    page->addLayout(sides, 1);
    m_stack->addWidget(makeFormSide());
    m_stack->addWidget(m_saved);
    sides->addWidget(m_stack, 1);
    sides->addWidget(new widgets::Hairline(Qt::Vertical, this));
    m_answers->setFixedWidth(answersWidth);
    sides->addWidget(m_answers);
}

QWidget *IntakePage::makeFormSide()
{
    auto *side = new QWidget(this);
    auto *column = new QVBoxLayout(side);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto *scroll = new QScrollArea(side);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->viewport()->setAutoFillBackground(false);
    m_form->setAutoFillBackground(false);
    m_form->layout()->setContentsMargins(look::margin, look::margin, look::margin, look::gap);
    scroll->setWidget(m_form);
    column->addWidget(scroll, 1);
    column->addWidget(new widgets::Hairline(Qt::Horizontal, side));
    column->addWidget(makeButtons());
    return side;
}

QWidget *IntakePage::makeButtons()
{
    auto *bottom = new QWidget(this);
    auto *column = new QVBoxLayout(bottom);
    column->setContentsMargins(look::margin, look::gap, look::margin, look::gap);
    column->setSpacing(look::gap);
    auto *warnings = new QHBoxLayout;
    warnings->addWidget(m_warnings, 1);
    warnings->addWidget(m_draftMenu);
    m_warnings->setFixedHeight(look::fieldHeight);
    column->addLayout(warnings);
    column->addWidget(m_dispatch);
    auto *row = new widgets::FlowLayout;
    row->setSpacing(look::gap);
    column->addLayout(row);
    const struct {
        QString text;
        const char *key;
        void (IntakePage::*does)();
    } buttons[] = {{tr("Take in"), "Ctrl+Enter", &IntakePage::takeInAndShow},
        {tr("Take in and dispatch"), "Ctrl+Shift+Enter", &IntakePage::askDispatchee},
        {tr("Another matter"), "Ctrl+M", &IntakePage::takeInAndGoOn},
        {tr("Save draft"), "Ctrl+S", &IntakePage::saveDraft}};
    for (const auto &one : buttons) {
        QPushButton *made = button(one.text, one.key, bottom);
        made->setProperty(look::DeskStyle::primaryProperty, row->count() == 0);
        connect(made, &QPushButton::clicked, this, one.does);
        row->addWidget(made);
    }
    return bottom;
}

void IntakePage::addKey(const QKeySequence &key, void (IntakePage::*does)())
{
    auto *shortcut = new QShortcut(key, this);
    shortcut->setContext(Qt::WidgetWithChildrenShortcut);
    connect(shortcut, &QShortcut::activated, this, does);
}

void IntakePage::addKeys()
{
    for (const Qt::Key enter : {Qt::Key_Return, Qt::Key_Enter}) {
        addKey(Qt::CTRL | enter, &IntakePage::takeInAndShow);
        addKey(Qt::CTRL | Qt::SHIFT | enter, &IntakePage::askDispatchee);
    }
    addKey(Qt::CTRL | Qt::Key_M, &IntakePage::takeInAndGoOn);
    addKey(Qt::CTRL | Qt::Key_S, &IntakePage::saveDraft);
    addKey(Qt::CTRL | Qt::Key_L, &IntakePage::keepNumbersSealed);
    addKey(Qt::CTRL | Qt::Key_O, &IntakePage::openDrafts);
    addKey(Qt::CTRL | Qt::Key_J, &IntakePage::enterTickets);
}

} // namespace ui::intake
