// SPDX-License-Identifier: GPL-3.0-or-later
#include "slips/slip_dialog.h"

#include "look/desk_style.h"
#include "look/measures.h"
#include "paper/hand_out.h"
#include "paper/preview.h"

#include "tickets/office.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QShortcut>

namespace ui::slips
{

SlipDialog::SlipDialog(
    Desk &desk, const SlipSpec &spec, const QStringList &numbers, QWidget *parent)
    : QDialog(parent)
    , m_desk(desk)
    , m_spec(spec)
    , m_numbers(numbers)
    , m_paper(new QComboBox)
    , m_preview(new paper::PreviewWidget)
{
    setWindowTitle(numbers.size() == 1 ? QStringLiteral("%1 %2").arg(spec.text(), numbers.first())
                                       : tr("%1: %2 tickets").arg(spec.text()).arg(numbers.size()));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(look::margin, look::margin, look::margin, look::margin);
    column->setSpacing(look::gap);
    column->addWidget(makeActions());
    column->addWidget(m_preview, 1);
    m_preview->setAccessibleName(tr("Preview"));
    resize(720, 800);
    connect(m_paper, &QComboBox::currentIndexChanged, this, &SlipDialog::layOut);
    layOut();
    noteLooks();
}

/// What stands on paper was looked at.
void SlipDialog::noteLooks()
{
    const items::Looks looks(tickets::onlookerAt(m_desk));
    for (const QString &number : std::as_const(m_numbers)) {
        if (const auto found = m_desk.read().findTicket(number))
            looks.note({found->ticket.values[domain::field::Customer].value<domain::Id>(),
                found->ticket.id, QStringLiteral("slip"), {}});
    }
}

QWidget *SlipDialog::makeActions()
{
    auto *actions = new QWidget;
    auto *row = new QHBoxLayout(actions);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(look::gap);
    auto *label = new QLabel(tr("&Paper"));
    label->setBuddy(m_paper);
    m_paper->addItem(tr("A5"), int(SlipPaper::A5));
    m_paper->addItem(tr("A5, two on A4"), int(SlipPaper::TwoOnA4));
    m_paper->addItem(tr("Roll, 80 mm"), int(SlipPaper::Roll80));
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

void SlipDialog::setPaper(SlipPaper paper)
{
    m_paper->setCurrentIndex(m_paper->findData(int(paper)));
}

const paper::Pages &SlipDialog::pages() const
{
    return m_preview->pages();
}

void SlipDialog::layOut()
{
    const auto paper = SlipPaper(m_paper->currentData().toInt());
    m_preview->setPages(slipPages(m_desk.read(), m_spec, m_numbers, paper, m_desk.actor()));
}

} // namespace ui::slips
