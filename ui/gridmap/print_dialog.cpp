// SPDX-License-Identifier: GPL-3.0-or-later
#include "gridmap/print_dialog.h"

#include "look/measures.h"
#include "paper/hand_out.h"
#include "paper/preview.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QPushButton>

namespace ui::gridmap
{

namespace
{

constexpr QSize usualSize(980, 680);
constexpr int choicesWidth = 260;

enum Look { Coloured, Hatched, Both };

} // namespace

PrintDialog::PrintDialog(const map::MapSheet &sheet, const QRectF &seen, QWidget *parent)
    : QDialog(parent)
    , m_sheet(sheet)
    , m_seen(seen)
    , m_size(new QComboBox(this))
    , m_part(new QComboBox(this))
    , m_look(new QComboBox(this))
    , m_tickets(new QCheckBox(tr("Tickets, as on the screen"), this))
    , m_preview(new paper::PreviewWidget(this))
{
    setWindowTitle(tr("Print the map"));
    resize(usualSize);
    m_preview->setAccessibleName(tr("The page as it will print"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(look::margin, look::margin, look::margin, look::margin);
    row->setSpacing(look::margin);
    row->addWidget(makeChoices());
    row->addWidget(m_preview, 1);
    lay();
}

QWidget *PrintDialog::makeChoices()
{
    m_size->addItem(tr("A4, across"), int(map::SheetSize::A4Landscape));
    m_size->addItem(tr("A4, upright"), int(map::SheetSize::A4));
    m_size->addItem(tr("A3, across"), int(map::SheetSize::A3Landscape));
    m_size->addItem(tr("A3, upright"), int(map::SheetSize::A3));
    m_part->addItem(tr("All grids"));
    m_part->addItem(tr("What the window shows"));
    m_look->addItem(tr("Colours"), Coloured);
    m_look->addItem(tr("Hatches, for black ink"), Hatched);
    m_look->addItem(tr("Colours and hatches"), Both);
    m_tickets->setChecked(true);
    auto *choices = new QWidget(this);
    choices->setFixedWidth(choicesWidth);
    auto *form = new QFormLayout(choices);
    form->setContentsMargins(0, 0, 0, 0);
    form->setRowWrapPolicy(QFormLayout::WrapAllRows);
    form->addRow(tr("&Paper"), m_size);
    form->addRow(tr("&Part of the map"), m_part);
    form->addRow(tr("&Classes as"), m_look);
    form->addRow(m_tickets);
    for (QComboBox *box : {m_size, m_part, m_look})
        connect(box, &QComboBox::currentIndexChanged, this, &PrintDialog::lay);
    connect(m_tickets, &QCheckBox::toggled, this, &PrintDialog::lay);
    auto *print = new QPushButton(tr("Print…"), choices);
    auto *pdf = new QPushButton(tr("Save as PDF…"), choices);
    auto *close = new QPushButton(tr("Close"), choices);
    print->setDefault(true);
    close->setAutoDefault(false);
    for (QPushButton *button : {print, pdf, close})
        form->addRow(button);
    connect(print, &QPushButton::clicked, this, [this] { paper::printWithDialog(pages(), this); });
    connect(pdf, &QPushButton::clicked, this,
        [this] { paper::savePdfWithDialog(pages(), tr("Grid map.pdf"), this); });
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    return choices;
}

const paper::Pages &PrintDialog::pages() const
{
    return m_preview->pages();
}

void PrintDialog::lay()
{
    map::MapSheet sheet = m_sheet;
    sheet.size = map::SheetSize(m_size->currentData().toInt());
    sheet.part = m_part->currentIndex() == 0 ? QRectF() : m_seen;
    const int look = m_look->currentData().toInt();
    sheet.isColoured = look != Hatched;
    sheet.isHatched = look != Coloured;
    sheet.pins.isShown[size_t(map::PinLayer::Tickets)] =
        m_tickets->isChecked() && m_sheet.pins.isShown[size_t(map::PinLayer::Tickets)];
    m_preview->setPages(map::layOut(sheet));
}

} // namespace ui::gridmap
