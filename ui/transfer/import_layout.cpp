// SPDX-License-Identifier: GPL-3.0-or-later
// How the page stands: the table and what its columns are, what came of it at the bottom.
#include "look/desk_style.h"
#include "look/measures.h"
#include "transfer/import_page.h"
#include "transfer/mapping_view.h"
#include "widgets/banner.h"
#include "widgets/form_grid.h"

#include "domain/registers.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

namespace ui::transfer
{

using domain::Register;

void ImportPage::fillKinds()
{
    m_kind->addItem(tr("Tickets"), QStringLiteral("tickets"));
    for (const domain::RegisterSpec &spec : domain::allRegisters()) {
        // The company comes by founding only.
        if (spec.isByHand && spec.reg != Register::Company)
            m_kind->addItem(spec.titleText(), QString::fromLatin1(spec.key));
    }
}

void ImportPage::layOut()
{
    auto *page = new QVBoxLayout(this);
    page->setContentsMargins(0, 0, 0, 0);
    page->setSpacing(0);
    page->addWidget(m_banner);
    auto *middle = new QVBoxLayout;
    middle->setContentsMargins(look::margin, look::margin, look::margin, 0);
    m_view->form()->addRow(tr("Takes in"), m_kind);
    middle->addWidget(m_view);
    page->addLayout(middle, 1);
    page->addWidget(makeButtons());
    setFocusProxy(m_view);
}

QWidget *ImportPage::makeButtons()
{
    auto *bottom = new QWidget(this);
    auto *row = new QHBoxLayout(bottom);
    row->setContentsMargins(look::margin, look::gap, look::margin, look::gap);
    row->setSpacing(look::gap);
    m_import->setProperty(look::DeskStyle::primaryProperty, true);
    m_progress->setRange(0, 1000);
    m_progress->setTextVisible(false);
    m_progress->setFixedWidth(200);
    m_openRejects->hide();
    m_seal->hide();
    for (QWidget *widget :
        std::initializer_list<QWidget *>{m_import, m_try, m_cancel, m_progress, m_counts, m_seal})
        row->addWidget(widget);
    row->addStretch();
    row->addWidget(m_openRejects);
    return bottom;
}

} // namespace ui::transfer
