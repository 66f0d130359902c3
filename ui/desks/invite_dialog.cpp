// SPDX-License-Identifier: GPL-3.0-or-later
#include "desks/invite_dialog.h"

#include "desks/desk_form.h"
#include "desks/texts.h"
#include "look/desk_style.h"
#include "look/measures.h"
#include "paper/hand_out.h"
#include "widgets/grow_to_fit.h"
#include "widgets/time_words.h"

#include <QClipboard>
#include <QDateTime>
#include <QGuiApplication>
#include <QPushButton>
#include <QShortcut>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace ui::desks
{

using namespace domain;

InviteDialog::InviteDialog(Desk &desk, items::Serving &serving, QWidget *parent)
    : QDialog(parent)
    , m_desk(desk)
    , m_serving(serving)
    , m_stack(new QStackedWidget(this))
{
    setWindowTitle(tr("Invite a desk"));
    setMinimumWidth(readableWidth + 40); // four groups of the code in a line
    m_stack->addWidget(makeForm());
    m_stack->addWidget(makeCode());
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(look::margin, look::margin, look::margin, look::margin);
    column->addWidget(m_stack);
    connect(&m_desk, &Desk::committed, this, &InviteDialog::lookWhetherJoined);
    m_form->setFocus();
    widgets::growToFit(*this);
}

QWidget *InviteDialog::makeForm()
{
    auto *page = new QWidget(m_stack);
    m_form = new DeskForm(m_desk, page);
    m_make = new QPushButton(tr("Make the code"), page);
    m_make->setProperty(look::DeskStyle::primaryProperty, true);
    auto *cancel = new QPushButton(tr("Cancel"), page);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(m_make);
    buttons->addWidget(cancel);
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(look::gap);
    column->addWidget(paragraph(
        tr("Somebody at the new computer types the code that you get here. It is good for one "
           "computer and ten minutes."),
        page));
    column->addWidget(m_form);
    column->addStretch();
    column->addLayout(buttons);
    connect(m_form, &DeskForm::finished, this, &InviteDialog::invite);
    connect(m_make, &QPushButton::clicked, this, &InviteDialog::invite);
    connect(cancel, &QPushButton::clicked, this, &InviteDialog::reject);
    return page;
}

QWidget *InviteDialog::makeCode()
{
    auto *page = new QWidget(m_stack);
    m_code = readAloud(page);
    m_where = paragraph({}, page);
    m_joined = paragraph({}, page);
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(look::margin);
    column->addWidget(paragraph(tr("At the new computer: start Griddesk, choose \"Join our "
                                   "company\", type the address and this code."),
        page));
    column->addWidget(m_code);
    column->addWidget(m_where);
    column->addWidget(m_joined);
    column->addStretch();
    column->addWidget(makeCodeActions(page));
    return page;
}

QWidget *InviteDialog::makeCodeActions(QWidget *parent)
{
    auto *actions = new QWidget(parent);
    auto *row = new QHBoxLayout(actions);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(look::gap);
    m_copy = new QPushButton(tr("Copy") + QStringLiteral("  Ctrl+C"), actions);
    auto *print = new QPushButton(tr("Print") + QStringLiteral("  Ctrl+P"), actions);
    auto *close = new QPushButton(tr("Close"), actions);
    row->addWidget(m_copy);
    row->addWidget(print);
    row->addStretch();
    row->addWidget(close);
    connect(m_copy, &QPushButton::clicked, this,
        [this] { QGuiApplication::clipboard()->setText(invitationText(m_sheet)); });
    connect(print, &QPushButton::clicked, this,
        [this] { paper::printWithDialog(invitationPages(m_sheet), this); });
    connect(close, &QPushButton::clicked, this, &InviteDialog::accept);
    connect(new QShortcut(QKeySequence::Copy, actions), &QShortcut::activated, m_copy,
        &QPushButton::click);
    connect(new QShortcut(QKeySequence::Print, actions), &QShortcut::activated, print,
        &QPushButton::click);
    return actions;
}

void InviteDialog::invite()
{
    if (m_isAsking || !m_form->check())
        return;
    items::Invitation invitation = m_serving.freshInvitation();
    m_form->fill(invitation.command);
    m_isAsking = true;
    m_make->setEnabled(false);
    m_desk.submit(invitation.command).then(this, [this, invitation](const store::Verdict &verdict) {
        m_isAsking = false;
        m_make->setEnabled(true);
        if (const Refusal *refusal = store::refused(verdict))
            return m_form->refuse(*refusal);
        invited(invitation);
    });
}

void InviteDialog::invited(const items::Invitation &invitation)
{
    m_invited = invitation.command.desk;
    const auto company = m_desk.read().findRows(Register::Company, 1);
    const auto own = m_desk.read().findRow(m_desk.secrets().desk);
    const auto row = m_desk.read().findRow(m_invited);
    const auto textOf = [](const auto &found, quint8 field) {
        return found ? found->row.values.text(field) : QString();
    };
    m_sheet = {.company = company.isEmpty() ? QString()
                                            : company.constFirst().row.values.text(company::Name),
        .invitingDesk = textOf(own, desk::Name),
        .newDesk = textOf(row, desk::Name),
        .code = invitation.code,
        .addresses = m_serving.heardAt(),
        .until = QDateTime::fromMSecsSinceEpoch(invitation.command.until_ms, m_desk.read().zone())
                     .toString(QStringLiteral("yyyy-MM-dd HH:mm"))};
    const QString until = widgets::timeWords(
        invitation.command.until_ms, m_desk.clock().now_ms(), m_desk.read().zone());
    m_code->setText(inLines(m_sheet.code, 4).replace(QChar(QChar::LineSeparator), u'\n'));
    m_code->setAccessibleName(tr("Code: %1").arg(m_sheet.code));
    m_where->setText(m_sheet.addresses.isEmpty()
            ? tr("This desk can't be called at the moment: let other desks call it first, under "
                 "\"Connections\". The code is good until %1.")
                  .arg(until)
            : tr("Address of this desk: %1. The code is good until %2.")
                  .arg(m_sheet.addresses.join(tr(" or ")), until));
    m_stack->setCurrentIndex(1);
    widgets::growToFit(*this);
    m_copy->setFocus(Qt::OtherFocusReason);
}

void InviteDialog::lookWhetherJoined()
{
    if (m_invited.isNull())
        return;
    const auto row = m_desk.read().findRow(m_invited);
    if (row && row->row.values.has(desk::PublicKey))
        m_joined->setText(tr("✓ %1 has joined.").arg(m_sheet.newDesk));
}

} // namespace ui::desks
