// SPDX-License-Identifier: GPL-3.0-or-later
#include "slips/sheet_dialog.h"

#include "look/desk_style.h"
#include "look/measures.h"
#include "paper/hand_out.h"
#include "paper/preview.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QShortcut>

namespace ui::slips
{

SheetDialog::SheetDialog(const QString &title, const QList<Paper> &papers, QWidget *parent)
    : QDialog(parent)
    , m_papers(papers)
    , m_paper(new QComboBox)
    , m_preview(new paper::PreviewWidget)
{
    setWindowTitle(title);
    setAttribute(Qt::WA_DeleteOnClose);
    for (const Paper &paper : m_papers)
        m_paper->addItem(paper.name);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(look::margin, look::margin, look::margin, look::margin);
    column->setSpacing(look::gap);
    column->addWidget(makeActions());
    column->addWidget(m_preview, 1);
    m_preview->setAccessibleName(tr("Preview"));
    resize(720, 800);
    connect(m_paper, &QComboBox::currentIndexChanged, this, &SheetDialog::layOut);
    layOut();
}

QWidget *SheetDialog::makeActions()
{
    auto *actions = new QWidget;
    auto *row = new QHBoxLayout(actions);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(look::gap);
    auto *label = new QLabel(tr("&Paper"));
    label->setBuddy(m_paper);
    auto *print = new QPushButton(tr("Print (Ctrl+P)"));
    print->setProperty(look::DeskStyle::primaryProperty, true);
    print->setDefault(true);
    auto *pdf = new QPushButton(tr("Save as PDF…"));
    const auto told = [this] { Q_EMIT handedOut(); };
    connect(print, &QPushButton::clicked, this,
        [this, told] { paper::printWithDialog(m_preview->pages(), this, told); });
    connect(new QShortcut(QKeySequence::Print, this), &QShortcut::activated, print,
        &QPushButton::click);
    connect(pdf, &QPushButton::clicked, this, [this, told] {
        paper::savePdfWithDialog(
            m_preview->pages(), windowTitle() + QStringLiteral(".pdf"), this, told);
    });
    row->addWidget(label);
    row->addWidget(m_paper);
    row->addStretch();
    row->addWidget(pdf);
    row->addWidget(print);
    const bool isChosen = m_papers.size() > 1;
    label->setVisible(isChosen);
    m_paper->setVisible(isChosen);
    return actions;
}

void SheetDialog::setPaper(int at)
{
    m_paper->setCurrentIndex(at);
}

const paper::Pages &SheetDialog::pages() const
{
    return m_preview->pages();
}

void SheetDialog::layOut()
{
    if (const int at = m_paper->currentIndex(); at >= 0)
        m_preview->setPages(m_papers.at(at).make());
}

QString a5Words()
{
    return SheetDialog::tr("A5");
}

QString twoOnA4Words()
{
    return SheetDialog::tr("A5, two on A4");
}

} // namespace ui::slips
