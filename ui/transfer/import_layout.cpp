// SPDX-License-Identifier: GPL-3.0-or-later
// How the page stands: what and how at the top, the rows in the middle, what came of it at the bottom.
#include "look/desk_style.h"
#include "look/icons.h"
#include "look/measures.h"
#include "transfer/import_page.h"
#include "transfer/preview_table.h"
#include "transfer/value_table.h"
#include "widgets/banner.h"
#include "widgets/form_grid.h"

#include "domain/registers.h"

#include <QAction>
#include <QComboBox>
#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

namespace ui::transfer
{

using domain::Register;

void ImportPage::fillChoices()
{
    m_kind->addItem(tr("Tickets"), QStringLiteral("tickets"));
    for (const Register reg :
        {Register::Customer, Register::Staff, Register::Grid, Register::Place}) {
        const domain::RegisterSpec &spec = domain::registerSpec(reg);
        m_kind->addItem(spec.titleText(), QString::fromLatin1(spec.key));
    }
    m_encoding->addItem(tr("found by itself"), QString());
    for (const char *name : {"UTF-8", "GB18030", "GBK", "Big5", "ISO-8859-1", "UTF-16"})
        m_encoding->addItem(QString::fromLatin1(name), QString::fromLatin1(name));
    m_mapping->addItem(tr("guessed from the headers"), QString());
    const QDir shipped(QStringLiteral(":/mappings"));
    const QStringList names = shipped.entryList({QStringLiteral("*.json")});
    for (const QString &name : names)
        m_mapping->addItem(name.chopped(5), shipped.filePath(name));
    m_mapping->addItem(tr("from a file …"), QString());
}

void ImportPage::layOut()
{
    auto *page = new QVBoxLayout(this);
    page->setContentsMargins(0, 0, 0, 0);
    page->setSpacing(0);
    page->addWidget(m_banner);
    page->addWidget(makeChoices());
    auto *middle = new QHBoxLayout;
    middle->setContentsMargins(look::margin, 0, look::margin, 0);
    middle->setSpacing(0);
    middle->addWidget(m_empty, 1);
    middle->addWidget(m_table, 1);
    m_table->hide();
    middle->addWidget(m_values);
    page->addLayout(middle, 1);
    page->addWidget(makeButtons());
    setFocusProxy(m_path);
}

QWidget *ImportPage::makeChoices()
{
    auto *top = new QWidget(this);
    auto *column = new QVBoxLayout(top);
    column->setContentsMargins(look::margin, look::margin, look::margin, look::gap);
    m_path->setPlaceholderText(tr("Drop a file here, or type its path"));
    QAction *browse = m_path->addAction(
        look::icon(QStringLiteral("search"), look::Tone::Muted), QLineEdit::TrailingPosition);
    browse->setText(tr("Choose a file"));
    browse->setShortcut(QKeySequence::Open);
    connect(browse, &QAction::triggered, this, &ImportPage::chooseFile);
    m_form->addRow(tr("File"), m_path);
    m_form->addBeside(tr("Takes in"), m_kind);
    m_form->addRow(tr("Columns"), m_mapping);
    m_form->addBeside(tr("Encoding"), m_encoding);
    column->addWidget(m_form);
    return top;
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
    for (QWidget *widget :
        std::initializer_list<QWidget *>{m_import, m_try, m_cancel, m_progress, m_counts})
        row->addWidget(widget);
    row->addStretch();
    row->addWidget(m_openRejects);
    return bottom;
}

} // namespace ui::transfer
