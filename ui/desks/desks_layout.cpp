// SPDX-License-Identifier: GPL-3.0-or-later
// How the page stands: what may be done at the top, the list with the chosen desk beside it, what waits at the bottom.
#include "desks/desk_panel.h"
#include "desks/desks_page.h"
#include "desks/waiting_lines.h"
#include "look/measures.h"
#include "widgets/banner.h"
#include "widgets/hairline.h"

#include <QDialog>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QShortcut>
#include <QSplitter>
#include <QVBoxLayout>

namespace ui::desks
{

namespace
{

const QKeySequence inviteKey(Qt::CTRL | Qt::Key_N), pairKey(Qt::CTRL | Qt::Key_G),
    settingsKey(Qt::CTRL | Qt::Key_E), checkKey(Qt::CTRL | Qt::Key_R), revokeKey(Qt::Key_Delete);

QPushButton *button(const QString &text, const QKeySequence &key, QWidget *parent)
{
    auto *made = new QPushButton(text, parent);
    made->setToolTip(key.toString(QKeySequence::NativeText));
    return made;
}

} // namespace

DesksPage::DesksPage(
    Desk &desk, items::Serving &serving, items::DeskListModel &list, QWidget *parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_serving(serving)
    , m_list(list)
    , m_words(list, desk.clock(), desk.read().zone())
    , m_banner(new widgets::Banner(this))
    , m_invite(button(tr("Invite a desk…"), inviteKey, this))
    , m_pair(button(tr("Pair face to face…"), pairKey, this))
    , m_settings(button(tr("Connections…"), settingsKey, this))
    , m_verify(button(tr("Check the record"), checkKey, this))
    , m_progress(new QProgressBar(this))
    , m_step(new QLabel(this))
    , m_cancel(new QPushButton(tr("Cancel"), this))
    , m_table(new DeskTable(m_words, this))
    , m_panel(new DeskPanel(this))
    , m_waiting(new WaitingLines(list, serving, this))
    , m_heardAt(new QLabel(this))
{
    setAccessibleName(tr("Desks"));
    layOut();
    setUpKeys();
    connectCheck();
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
        &DesksPage::showChosen);
    connect(&m_list, &items::DeskListModel::renewed, this, &DesksPage::renew);
    connect(&m_desk, &Desk::satDown, this, &DesksPage::renewRights);
    connect(&m_desk, &Desk::committed, this, &DesksPage::renewRights);
    setChecking(false);
    renewRights();
    renew();
    setFocusProxy(m_table);
}

void DesksPage::layOut()
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_banner);
    column->addWidget(makeActions());
    column->addWidget(makeList(), 1);
    column->addWidget(new widgets::Hairline(Qt::Horizontal, this));
    column->addWidget(m_waiting);
    m_heardAt->setForegroundRole(QPalette::PlaceholderText);
    m_heardAt->setWordWrap(true);
    m_heardAt->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_heardAt->setContentsMargins(look::margin, look::gap, look::margin, look::gap);
    column->addWidget(m_heardAt);
}

QWidget *DesksPage::makeActions()
{
    auto *actions = new QWidget(this);
    auto *row = new QHBoxLayout(actions);
    row->setContentsMargins(look::margin, look::gap, look::margin, look::gap);
    row->setSpacing(look::gap);
    m_progress->setTextVisible(false);
    m_progress->setFixedWidth(160);
    m_progress->setAccessibleName(tr("Progress of the check"));
    for (QWidget *widget : std::initializer_list<QWidget *>{
             m_invite, m_pair, m_settings, m_verify, m_progress, m_step, m_cancel})
        row->addWidget(widget);
    row->addStretch();
    return actions;
}

QWidget *DesksPage::makeList()
{
    auto *split = new QSplitter(this);
    split->setHandleWidth(look::hairline);
    split->setChildrenCollapsible(false);
    m_panel->setMinimumWidth(300);
    split->addWidget(m_table);
    split->addWidget(m_panel);
    split->setStretchFactor(0, 1);
    split->setSizes({720, 320});
    return split;
}

void DesksPage::setUpKeys()
{
    const std::pair<QKeySequence, void (DesksPage::*)()> keys[] = {{inviteKey, &DesksPage::invite},
        {pairKey, &DesksPage::pair}, {settingsKey, &DesksPage::setConnections},
        {checkKey, &DesksPage::check}, {revokeKey, &DesksPage::revoke}};
    for (const auto &[key, act] : keys) {
        auto *shortcut = new QShortcut(key, this);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, act);
    }
    connect(m_invite, &QPushButton::clicked, this, &DesksPage::invite);
    connect(m_pair, &QPushButton::clicked, this, &DesksPage::pair);
    connect(m_settings, &QPushButton::clicked, this, &DesksPage::setConnections);
    connect(m_verify, &QPushButton::clicked, this, &DesksPage::check);
    connect(m_panel, &DeskPanel::revokeAsked, this, &DesksPage::revoke);
}

} // namespace ui::desks
