// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/title_line.h"

#include "look/icons.h"
#include "look/measures.h"
#include "look/type.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPainter>
#include <QToolButton>

namespace ui::shell
{

TitleLine::TitleLine(QWidget *parent)
    : QWidget(parent)
    , m_company(new QLabel(this))
    , m_person(new QToolButton(this))
    , m_menu(new QMenu(this))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(look::margin, look::unit, look::gap, look::unit + look::hairline);
    auto *product = new QLabel(tr("Griddesk"), this);
    product->setFont(look::type(look::TypeSize::Body, QFont::DemiBold));
    row->addWidget(product);
    row->addWidget(m_company, 1);
    m_company->setForegroundRole(QPalette::PlaceholderText);
    m_person->setIcon(look::icon(QStringLiteral("person"), look::Tone::Muted));
    m_person->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_person->setPopupMode(QToolButton::InstantPopup);
    m_person->setAutoRaise(true);
    m_person->setMenu(m_menu);
    m_person->setFocusPolicy(Qt::TabFocus);
    m_person->hide();
    row->addWidget(m_person);
    setFixedHeight(look::fieldHeight + 2 * look::unit + look::hairline);
}

void TitleLine::setCompany(const QString &company)
{
    m_company->setText(company.isEmpty() ? QString() : QStringLiteral("· ") + company);
}

void TitleLine::setPerson(const QString &name, const QString &role)
{
    const QString words = role.isEmpty() ? name : name + QStringLiteral(" · ") + role;
    m_person->setText(words);
    m_person->setAccessibleName(tr("Signed in: %1").arg(words));
    m_person->setVisible(!name.isEmpty());
}

void TitleLine::addTool(QWidget *tool)
{
    auto *row = static_cast<QHBoxLayout *>(layout());
    row->insertWidget(row->indexOf(m_person), tool);
}

void TitleLine::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setPen(look::hairlineColor(palette()));
    painter.drawLine(rect().bottomLeft(), rect().bottomRight());
}

} // namespace ui::shell
