// SPDX-License-Identifier: GPL-3.0-or-later
#include "outages/notice_dialog.h"

#include "look/desk_style.h"
#include "look/measures.h"
#include "paper/hand_out.h"
#include "paper/preview.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QShortcut>

namespace ui::outages
{

NoticeDialog::NoticeDialog(const paper::Pages &pages, QWidget *parent)
    : QDialog(parent)
    , m_preview(new paper::PreviewWidget(this))
{
    setWindowTitle(pages.title());
    setAttribute(Qt::WA_DeleteOnClose);
    m_preview->setPages(pages);
    m_preview->setAccessibleName(tr("Preview"));
    auto *print = new QPushButton(tr("Print (Ctrl+P)"), this);
    print->setProperty(look::DeskStyle::primaryProperty, true);
    print->setDefault(true);
    auto *pdf = new QPushButton(tr("Save as PDF…"), this);
    connect(print, &QPushButton::clicked, this, [this] {
        paper::printWithDialog(m_preview->pages(), this);
        Q_EMIT handedOut();
    });
    connect(pdf, &QPushButton::clicked, this, [this] {
        paper::savePdfWithDialog(
            m_preview->pages(), m_preview->pages().title() + QStringLiteral(".pdf"), this);
        Q_EMIT handedOut();
    });
    connect(new QShortcut(QKeySequence::Print, this), &QShortcut::activated, print,
        &QPushButton::click);
    auto *row = new QHBoxLayout;
    row->setSpacing(look::gap);
    row->addStretch();
    row->addWidget(pdf);
    row->addWidget(print);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(look::margin, look::margin, look::margin, look::margin);
    column->setSpacing(look::gap);
    column->addLayout(row);
    column->addWidget(m_preview, 1);
    resize(720, 800);
    m_preview->setFocus(Qt::OtherFocusReason);
}

const paper::Pages &NoticeDialog::pages() const
{
    return m_preview->pages();
}

} // namespace ui::outages
