// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflows/workflows_page.h"

#include "domain/words.h"
#include "look/desk_style.h"
#include "look/measures.h"
#include "paper/hand_out.h"
#include "paper/pages.h"
#include "paper/preview.h"
#include "workflows/workflow_paper.h"

#include <QHBoxLayout>
#include <QListWidget>
#include <QPushButton>
#include <QShortcut>
#include <QVBoxLayout>

namespace ui::workflows
{

using namespace domain;

namespace
{
constexpr int listWidth = 180;
} // namespace

WorkflowsPage::WorkflowsPage(Desk &desk, QWidget *parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_list(new QListWidget(this))
    , m_preview(new paper::PreviewWidget(this))
{
    m_list->setAccessibleName(tr("Kinds of matters"));
    m_list->setFixedWidth(listWidth);
    for (const WorkflowSpec &workflow : allWorkflows())
        m_list->addItem(wordFor(List::Kind, QLatin1StringView(workflow.kind)));
    m_preview->setAccessibleName(tr("Preview"));
    auto *print = new QPushButton(tr("Print (Ctrl+P)"), this);
    print->setProperty(look::DeskStyle::primaryProperty, true);
    auto *pdf = new QPushButton(tr("Save as PDF…"), this);
    connect(print, &QPushButton::clicked, this,
        [this] { paper::printWithDialog(m_preview->pages(), this); });
    auto *key = new QShortcut(QKeySequence::Print, this);
    key->setContext(Qt::WidgetWithChildrenShortcut);
    connect(key, &QShortcut::activated, print, &QPushButton::click);
    connect(pdf, &QPushButton::clicked, this, [this] {
        paper::savePdfWithDialog(
            m_preview->pages(), m_preview->pages().title() + QStringLiteral(".pdf"), this);
    });
    auto *side = new QVBoxLayout;
    side->setSpacing(look::gap);
    side->addWidget(m_list, 1);
    side->addWidget(print);
    side->addWidget(pdf);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(look::margin, look::margin, look::margin, look::margin);
    row->setSpacing(look::margin);
    row->addLayout(side);
    row->addWidget(m_preview, 1);
    setFocusProxy(m_list);
    connect(m_list, &QListWidget::currentRowChanged, this, &WorkflowsPage::layOut);
    m_list->setCurrentRow(0);
}

/// Standards may be others than when the page was last seen.
void WorkflowsPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    layOut();
}

void WorkflowsPage::layOut()
{
    if (!isVisible() || m_list->currentRow() < 0)
        return;
    const WorkflowSpec &workflow = allWorkflows()[size_t(m_list->currentRow())];
    m_preview->setPages(paper::layOut(workflowPaper(workflow, m_desk.read(), m_desk.actor())));
}

} // namespace ui::workflows
