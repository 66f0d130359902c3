// SPDX-License-Identifier: GPL-3.0-or-later
// The pages of joining: what is asked, the call, the digits, the record coming in.
#include "start/join_dialog.h"

#include "look/desk_style.h"
#include "look/measures.h"
#include "widgets/choice_strip.h"
#include "widgets/enter_walk.h"
#include "widgets/form_grid.h"
#include "widgets/icon_text.h"
#include "widgets/texts.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace ui::start
{

namespace
{

QVBoxLayout *columnOf(QWidget *page)
{
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(look::margin, look::margin, look::margin, look::margin);
    column->setSpacing(look::gap);
    return column;
}

QLayout *buttonRow(const QList<QPushButton *> &buttons)
{
    auto *row = new QHBoxLayout;
    row->setSpacing(look::gap);
    row->addStretch();
    for (QPushButton *button : buttons)
        row->addWidget(button);
    return row;
}

} // namespace

QPushButton *JoinDialog::makeCancel(QWidget *parent)
{
    auto *cancel = new QPushButton(tr("Cancel"), parent);
    connect(cancel, &QPushButton::clicked, this, &JoinDialog::reject);
    return cancel;
}

QWidget *JoinDialog::makeAsking()
{
    auto *page = new QWidget(m_pages);
    m_form = new widgets::FormGrid(page);
    m_way = new widgets::ChoiceStrip(tr("How"), m_form);
    m_way->setChoices({{QStringLiteral("code"), tr("With an invitation's code"), {}},
        {QStringLiteral("face"), tr("Face to face"), {}}});
    m_way->setCurrent(QStringLiteral("code"));
    m_address = new QComboBox(m_form);
    m_address->setEditable(true);
    m_address->setInsertPolicy(QComboBox::NoInsert);
    m_address->setObjectName(QStringLiteral("address"));
    m_address->lineEdit()->setPlaceholderText(tr("Of the other desk, such as 192.168.1.20:47000"));
    m_address->lineEdit()->setAccessibleName(tr("Address"));
    m_address->view()->setAccessibleName(tr("Desks that were found"));
    m_code = new QLineEdit(m_form);
    m_code->setObjectName(QStringLiteral("code"));
    m_code->setPlaceholderText(tr("Seven groups of five characters"));
    m_form->addRow(tr("How"), m_way);
    m_form->addRow(tr("Address"), m_address, widgets::FormGrid::Need::Required);
    m_form->addRow(tr("Code"), m_code, widgets::FormGrid::Need::Required);
    m_about = widgets::paragraph({}, page);
    m_about->setForegroundRole(QPalette::PlaceholderText);
    auto *call = new QPushButton(tr("Join"), page);
    call->setObjectName(QStringLiteral("join"));
    call->setProperty(look::DeskStyle::primaryProperty, true);
    QVBoxLayout *column = columnOf(page);
    column->addWidget(m_form);
    column->addWidget(m_about);
    column->addStretch();
    column->addLayout(buttonRow({call, makeCancel(page)}));
    auto *walk = new widgets::EnterWalk({m_way, m_address, m_code}, this);
    connect(walk, &widgets::EnterWalk::finished, this, &JoinDialog::call);
    connect(call, &QPushButton::clicked, this, &JoinDialog::call);
    connect(m_way, &widgets::ChoiceStrip::currentChanged, this, &JoinDialog::showWay);
    connect(
        m_address, &QComboBox::editTextChanged, this, [this] { m_form->clearRefusal(m_address); });
    connect(m_code, &QLineEdit::textChanged, this, [this] { m_form->clearRefusal(m_code); });
    return page;
}

QWidget *JoinDialog::makeCalling()
{
    auto *page = new QWidget(m_pages);
    m_calling = widgets::paragraph({}, page);
    auto *busy = new QProgressBar(page);
    busy->setRange(0, 0);
    busy->setTextVisible(false);
    busy->setAccessibleName(tr("Calling"));
    QVBoxLayout *column = columnOf(page);
    column->addWidget(m_calling);
    column->addWidget(busy);
    column->addStretch();
    column->addLayout(buttonRow({makeCancel(page)}));
    return page;
}

QWidget *JoinDialog::makeComparing()
{
    auto *page = new QWidget(m_pages);
    m_digits = widgets::readAloud(page);
    m_said = new widgets::IconText(page);
    m_said->setWraps();
    m_said->hide();
    m_same = new QPushButton(tr("The digits are the same"), page);
    m_same->setObjectName(QStringLiteral("same"));
    m_same->setProperty(look::DeskStyle::primaryProperty, true);
    auto *other = new QPushButton(tr("Not the same"), page);
    connect(m_same, &QPushButton::clicked, this, &JoinDialog::confirm);
    connect(other, &QPushButton::clicked, &m_joiner, &Joiner::giveUp);
    QVBoxLayout *column = columnOf(page);
    column->addWidget(widgets::paragraph(
        tr("Compare: the other desk must show these six digits, all of them the same."), page));
    column->addWidget(m_digits);
    column->addWidget(m_said);
    column->addStretch();
    column->addLayout(buttonRow({m_same, other}));
    return page;
}

QWidget *JoinDialog::makeFilling()
{
    auto *page = new QWidget(m_pages);
    m_progress = new QProgressBar(page);
    m_progress->setTextVisible(false);
    m_progress->setAccessibleName(tr("Record coming in"));
    m_count = widgets::paragraph({}, page);
    m_interrupted = new widgets::IconText(page);
    m_interrupted->setWraps();
    m_interrupted->hide();
    auto *later = new QPushButton(tr("Go on later"), page);
    later->setObjectName(QStringLiteral("later"));
    connect(later, &QPushButton::clicked, this, &JoinDialog::reject);
    QVBoxLayout *column = columnOf(page);
    column->addWidget(
        widgets::paragraph(tr("This computer belongs to the company now. Its record comes in; "
                              "then you sign in with your own login."),
            page));
    column->addWidget(m_progress);
    column->addWidget(m_count);
    column->addWidget(m_interrupted);
    column->addStretch();
    column->addLayout(buttonRow({later}));
    return page;
}

} // namespace ui::start
