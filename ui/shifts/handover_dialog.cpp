// SPDX-License-Identifier: GPL-3.0-or-later
#include "shifts/handover_dialog.h"

#include "desk.h"
#include "look/desk_style.h"
#include "look/measures.h"
#include "paper/hand_out.h"
#include "paper/preview.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QShortcut>

namespace ui::shifts
{

HandoverDialog::HandoverDialog(Desk &desk, const domain::Id &handover, QWidget *parent)
    : QDialog(parent)
    , m_desk(desk)
    , m_handover(handover)
    , m_paper(new QComboBox)
    , m_preview(new paper::PreviewWidget)
{
    setWindowTitle(tr("Shift handover"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(look::margin, look::margin, look::margin, look::margin);
    column->setSpacing(look::gap);
    column->addWidget(makeActions());
    column->addWidget(m_preview, 1);
    m_preview->setAccessibleName(tr("Preview"));
    resize(720, 800);
    connect(m_paper, &QComboBox::currentIndexChanged, this, &HandoverDialog::layOut);
    layOut();
}

QWidget *HandoverDialog::makeActions()
{
    auto *actions = new QWidget;
    auto *row = new QHBoxLayout(actions);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(look::gap);
    auto *label = new QLabel(tr("&Paper"));
    label->setBuddy(m_paper);
    m_paper->addItem(tr("A5"), int(HandoverPaper::A5));
    m_paper->addItem(tr("A5, two on A4"), int(HandoverPaper::TwoOnA4));
    m_paper->addItem(tr("A4"), int(HandoverPaper::A4));
    auto *print = new QPushButton(tr("Print (Ctrl+P)"));
    print->setProperty(look::DeskStyle::primaryProperty, true);
    print->setDefault(true);
    auto *pdf = new QPushButton(tr("Save as PDF…"));
    connect(print, &QPushButton::clicked, this,
        [this] { paper::printWithDialog(m_preview->pages(), this); });
    connect(new QShortcut(QKeySequence::Print, this), &QShortcut::activated, print,
        &QPushButton::click);
    connect(pdf, &QPushButton::clicked, this, [this] {
        paper::savePdfWithDialog(m_preview->pages(), windowTitle() + QStringLiteral(".pdf"), this);
    });
    row->addWidget(label);
    row->addWidget(m_paper);
    row->addStretch();
    row->addWidget(pdf);
    row->addWidget(print);
    return actions;
}

const paper::Pages &HandoverDialog::pages() const
{
    return m_preview->pages();
}

void HandoverDialog::layOut()
{
    const auto paper = HandoverPaper(m_paper->currentData().toInt());
    m_preview->setPages(handoverPages(m_desk.read(), m_handover, paper, m_desk.actor()));
}

} // namespace ui::shifts
