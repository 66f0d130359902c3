// SPDX-License-Identifier: GPL-3.0-or-later
#include "desks/revoke_dialog.h"

#include "desk.h"
#include "desks/texts.h"
#include "look/desk_style.h"
#include "look/measures.h"
#include "widgets/enter_walk.h"
#include "widgets/form_grid.h"
#include "widgets/grow_to_fit.h"

#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace ui::desks
{

using namespace domain;
using items::DeskStanding;

namespace
{

bool isWaitedFor(const items::DeskLine &line)
{
    return line.standing == DeskStanding::Invited || line.standing == DeskStanding::Lapsed;
}

} // namespace

RevokeDialog::RevokeDialog(Desk &desk, const items::DeskLine &line, QWidget *parent)
    : QDialog(parent)
    , m_desk(desk)
    , m_line(line)
    , m_form(new widgets::FormGrid(this))
    , m_reason(new QLineEdit(m_form))
    , m_revoke(new QPushButton(isWaitedFor(line) ? tr("Withdraw") : tr("Revoke"), this))
{
    setWindowTitle(isWaitedFor(line) ? tr("Withdraw the invitation") : tr("Revoke a desk"));
    setMinimumWidth(readableWidth);
    m_reason->setObjectName(QStringLiteral("reason"));
    m_form->addRow(tr("Reason"), m_reason, widgets::FormGrid::Need::Required);
    m_revoke->setProperty(look::DeskStyle::primaryProperty, true);
    auto *cancel = new QPushButton(tr("Cancel"), this);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(m_revoke);
    buttons->addWidget(cancel);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(look::margin, look::margin, look::margin, look::margin);
    column->setSpacing(look::gap);
    column->addWidget(paragraph(consequences(), this));
    column->addWidget(m_form);
    column->addStretch();
    column->addLayout(buttons);
    auto *walk = new widgets::EnterWalk({m_reason}, this);
    connect(walk, &widgets::EnterWalk::finished, this, &RevokeDialog::revoke);
    connect(m_reason, &QLineEdit::textChanged, m_form, &widgets::FormGrid::clearRefusals);
    connect(m_revoke, &QPushButton::clicked, this, &RevokeDialog::revoke);
    connect(cancel, &QPushButton::clicked, this, &RevokeDialog::reject);
    m_reason->setFocus();
    widgets::growToFit(*this);
}

QString RevokeDialog::consequences() const
{
    if (isWaitedFor(m_line))
        return tr("The code for \"%1\" opens nothing any more.").arg(m_line.name);
    return tr("\"%1\" is shut out of the company, at every desk, for good.\n\n"
              "• What it took in up to now and this desk has stays valid.\n"
              "• What it took in and hasn't handed over yet has no effect any more. If it still "
              "works, let it come into step first.\n"
              "• It hears nothing more from any desk and gets no more customers' keys. What it "
              "has it keeps: if it was stolen, its passphrase is what protects the data.\n"
              "• To come back it has to be invited as a new desk.")
        .arg(m_line.name);
}

void RevokeDialog::revoke()
{
    if (m_isAsking)
        return;
    m_form->clearRefusals();
    const QString reason = m_reason->text().trimmed();
    if (reason.isEmpty()) {
        m_form->showRefusal(
            m_reason, tr("The reason is missing. Whoever looks later wants to know it."));
        widgets::growToFit(*this);
        return m_reason->setFocus(Qt::OtherFocusReason);
    }
    m_isAsking = true;
    m_desk.submit(RevokeDesk{m_line.desk, reason})
        .then(this, [this](const store::Verdict &verdict) {
            m_isAsking = false;
            if (const Refusal *refusal = store::refused(verdict))
                return m_form->showRefusal(m_reason, refusal->text());
            accept();
        });
}

} // namespace ui::desks
