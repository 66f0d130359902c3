// SPDX-License-Identifier: GPL-3.0-or-later
#include "outages/key_users_dialog.h"

#include "desk.h"
#include "look/desk_style.h"
#include "look/measures.h"
#include "tickets/office.h"
#include "widgets/icon_text.h"
#include "widgets/list_view.h"
#include "widgets/texts.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QPushButton>
#include <QShortcut>
#include <QTableView>

namespace ui::outages
{

using namespace domain;
using items::KeyUserTable;

namespace
{
constexpr int widestAddress = 260;
constexpr int rowsMeasured = 100;
} // namespace

KeyUsersDialog::KeyUsersDialog(Desk &desk, const items::OutageLine &outage, QWidget *parent)
    : QDialog(parent)
    , m_table(tickets::sourceOf(desk), tickets::onlookerAt(desk))
    , m_view(new QTableView(this))
    , m_count(new QLabel(this))
    , m_said(new widgets::IconText(this))
    , m_told(new QPushButton(tr("All are told (Ctrl+Enter)"), this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Who depends on it: %1").arg(outage.title));
    setUpTable();
    layOut(outage);
    connect(&m_table, &KeyUserTable::found, this, [this] {
        m_view->selectRow(0);
        showCount();
    });
    connect(&m_table, &KeyUserTable::revealed, this, [this](int row) {
        m_view->selectRow(row);
        m_said->hide();
        showCount();
    });
    connect(&m_table, &KeyUserTable::refused, this, [this](const Refusal &refusal) {
        m_said->setContent(QStringLiteral("warning"), refusal.text(), look::Tone::Late);
        m_said->show();
    });
    connect(m_told, &QPushButton::clicked, this, &KeyUsersDialog::sayTold);
    // The numbers were shown to one person, and go with that person.
    connect(&desk, &Desk::satDown, this, [this, &desk, actor = desk.actor()] {
        if (desk.actor() != actor)
            reject();
    });
    for (const auto key : {Qt::Key_Return, Qt::Key_Enter}) {
        auto *call = new QShortcut(QKeySequence(key), m_view);
        call->setContext(Qt::WidgetShortcut);
        connect(call, &QShortcut::activated, this, &KeyUsersDialog::callCurrent);
        connect(new QShortcut(QKeySequence(Qt::CTRL | key), this), &QShortcut::activated, this,
            &KeyUsersDialog::sayTold);
    }
    resize(760, 420);
    m_table.show(outage);
    m_view->setFocus(Qt::OtherFocusReason);
}

void KeyUsersDialog::setUpTable()
{
    m_view->setModel(&m_table);
    widgets::dressAsList(*m_view, tr("Who depends on it"));
    QHeaderView *header = m_view->horizontalHeader();
    header->setResizeContentsPrecision(rowsMeasured);
    header->setSectionResizeMode(QHeaderView::ResizeToContents);
    header->setSectionResizeMode(KeyUserTable::Address, QHeaderView::Stretch);
    header->setMaximumSectionSize(widestAddress);
}

void KeyUsersDialog::layOut(const items::OutageLine &outage)
{
    m_said->hide();
    m_told->setProperty(look::DeskStyle::primaryProperty, true);
    auto *call = new QPushButton(tr("Show the number (Enter)"), this);
    auto *close = new QPushButton(tr("Close"), this);
    for (QPushButton *button : {m_told, call, close})
        button->setAutoDefault(false);
    connect(call, &QPushButton::clicked, this, &KeyUsersDialog::callCurrent);
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    m_count->setForegroundRole(QPalette::PlaceholderText);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(look::gap);
    buttons->addWidget(call);
    buttons->addWidget(m_told);
    buttons->addWidget(m_count, 1);
    buttons->addWidget(close);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(look::margin, look::margin, look::margin, look::margin);
    column->setSpacing(look::gap);
    column->addWidget(widgets::quietParagraph(
        tr("Each number that is shown is put on record with this outage as the reason, with your "
           "name and the time."),
        this));
    if (!outage.wording.isEmpty())
        column->addWidget(widgets::paragraph(tr("Say: %1").arg(outage.wording), this));
    column->addWidget(m_view, 1);
    column->addWidget(m_said);
    column->addLayout(buttons);
}

void KeyUsersDialog::callCurrent()
{
    if (const QModelIndex at = m_view->currentIndex(); at.isValid())
        m_table.call(at.row());
}

void KeyUsersDialog::showCount()
{
    m_count->setText(m_table.rowCount() == 0 ? tr("Nobody on file depends on it.")
                                             : tr("%1 of %2 called")
                                                   .arg(m_table.rowCount() - m_table.notCalled())
                                                   .arg(m_table.rowCount()));
}

/// Who was told by other means than from here is told all the same: then the key is pressed twice.
void KeyUsersDialog::sayTold()
{
    const qint64 left = m_table.notCalled();
    if (left > 0 && !std::exchange(m_isAsked, true)) {
        m_said->setContent(QStringLiteral("warning"),
            tr("%n person(s) were not called from here. If they were told otherwise, press the "
               "same key again.",
                nullptr, int(left)),
            look::Tone::Soon);
        m_said->show();
        return;
    }
    Q_EMIT allTold();
    accept();
}

} // namespace ui::outages
