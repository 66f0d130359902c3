// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/revoke_form.h"

#include "look/desk_style.h"
#include "look/measures.h"
#include "look/type.h"
#include "widgets/enter_walk.h"
#include "widgets/form_grid.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QShortcut>
#include <QVBoxLayout>

namespace ui::accounts
{

using namespace domain;

RevokeForm::RevokeForm(Desk &desk, QWidget *parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_title(new QLabel(this))
    , m_form(new widgets::FormGrid(this))
    , m_save(new QPushButton(tr("Take it back"), this))
{
    m_title->setFont(look::type(look::TypeSize::Body, QFont::DemiBold));
    m_title->setWordWrap(true);
    auto *about = new QLabel(
        tr("What this person did up to now, and this desk has, stays valid. What arrives later "
           "from other desks "
           "under this right has no effect and stands under \"To review\", whatever its date."),
        this);
    about->setWordWrap(true);
    about->setForegroundRole(QPalette::PlaceholderText);
    m_reason = new QLineEdit(m_form);
    m_reason->setObjectName(QStringLiteral("reason"));
    m_form->addRow(tr("Reason"), m_reason, widgets::FormGrid::Need::Required);
    m_save->setProperty(look::DeskStyle::primaryProperty, true);
    auto *cancel = new QPushButton(tr("Give up") + QStringLiteral("  Esc"), this);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_save);
    buttons->addWidget(cancel);
    buttons->addStretch();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, look::gap, 0, look::gap);
    column->setSpacing(look::gap);
    column->addWidget(m_title);
    column->addWidget(about);
    column->addWidget(m_form);
    column->addLayout(buttons);
    connect(m_reason, &QLineEdit::textEdited, m_form, &widgets::FormGrid::clearRefusals);
    auto *walk = new widgets::EnterWalk({m_reason}, this);
    connect(walk, &widgets::EnterWalk::finished, this, &RevokeForm::save);
    connect(m_save, &QPushButton::clicked, this, &RevokeForm::save);
    connect(cancel, &QPushButton::clicked, this, &RevokeForm::close);
    auto *escape = new QShortcut(QKeySequence(Qt::Key_Escape), this);
    escape->setContext(Qt::WidgetWithChildrenShortcut);
    connect(escape, &QShortcut::activated, this, &RevokeForm::close);
    hide();
}

void RevokeForm::begin(const Id &grant, const QString &words)
{
    m_grant = grant;
    m_title->setText(tr("Take back: %1").arg(words));
    setAccessibleName(m_title->text());
    m_form->clearRefusals();
    m_reason->clear();
    show();
    m_reason->setFocus(Qt::OtherFocusReason);
}

void RevokeForm::close()
{
    if (!isOpen())
        return;
    hide();
    Q_EMIT closed();
}

void RevokeForm::save()
{
    if (m_isSaving)
        return;
    m_form->clearRefusals();
    if (m_reason->text().trimmed().isEmpty()) {
        m_form->showRefusal(
            m_reason, tr("The reason is missing. Whoever looks later wants to know it."));
        return m_reason->setFocus(Qt::OtherFocusReason);
    }
    m_isSaving = true;
    m_desk.submit(RevokeGrant{m_grant, m_reason->text().trimmed()})
        .then(this, [this](const store::Verdict &verdict) {
            m_isSaving = false;
            if (const Refusal *refusal = store::refused(verdict))
                return m_form->showRefusal(m_reason, refusal->text());
            close();
            Q_EMIT revoked();
        });
}

} // namespace ui::accounts
