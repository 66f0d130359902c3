// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/rights_sheet.h"

#include "domain/words.h"
#include "items/rights_table.h"
#include "look/desk_style.h"
#include "look/measures.h"
#include "paper/hand_out.h"
#include "paper/preview.h"

#include <QDateTime>
#include <QDialog>
#include <QHBoxLayout>
#include <QPushButton>
#include <QShortcut>
#include <QVBoxLayout>

#include <algorithm>

namespace ui::accounts
{

using namespace domain;
using items::RightsRow;

namespace
{

const QString does = QStringLiteral("●");
const QString types = QStringLiteral("○");
constexpr qreal deedShare = 3.3;

QString titleOf(RightsRow::Group group)
{
    switch (group) {
    case RightsRow::Rights:
        return RightsSheet::tr("At the desk");
    case RightsRow::Steps:
        return RightsSheet::tr("On tickets");
    case RightsRow::Registers:
        return RightsSheet::tr("Keeping registers");
    }
    return {};
}

QString sheetTitle()
{
    return RightsSheet::tr("Who may do what");
}

QString legend()
{
    return RightsSheet::tr(
        "● does it · ○ types it in for whoever did it. A right that is given for a "
        "grid or a department counts for what lies there.");
}

paper::Table emptyTable(const QString &title)
{
    paper::Table table;
    table.columns << paper::Column{title, paper::Align::Left, deedShare};
    for (const Word &role : wordsOf(List::Role))
        table.columns << paper::Column{role.text(), paper::Align::Center, 1};
    return table;
}

QStringList cellsOf(const RightsRow &row)
{
    QStringList cells{row.deed};
    for (const Word &role : wordsOf(List::Role)) {
        const quint16 bit = roleOf(role.code);
        cells << (row.roles & bit ? does : row.typists & bit ? types : QString());
    }
    return cells;
}

/// What takes the same roles shares a row: the wall is asked who, and it keeps to one page.
QVector<RightsRow> rowsOf(RightsRow::Group group)
{
    QVector<RightsRow> rows;
    for (const RightsRow &row : items::rightsTable()) {
        if (row.group != group)
            continue;
        const auto same = std::ranges::find_if(rows, [&row](const RightsRow &other) {
            return other.roles == row.roles && other.typists == row.typists;
        });
        if (same != rows.end())
            same->deed += RightsSheet::tr(", ") + row.deed;
        else
            rows.append(row);
    }
    return rows;
}

} // namespace

paper::Document rightsDocument(const QString &company, const QString &madeBy, const QString &madeAt)
{
    paper::Document document{.format = paper::Format::A4};
    document.heading = {company, sheetTitle(), {}, {}, madeBy, madeAt};
    for (const auto group : {RightsRow::Rights, RightsRow::Steps, RightsRow::Registers}) {
        paper::Table table = emptyTable(titleOf(group));
        for (const RightsRow &row : rowsOf(group))
            table.rows << cellsOf(row);
        document.blocks << paper::Block{table};
    }
    document.blocks << paper::Block{paper::Paragraph{legend(), true}};
    return document;
}

RightsSheet::RightsSheet(Desk &desk, QWidget *parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_preview(new paper::PreviewWidget(this))
{
    setAccessibleName(sheetTitle());
    m_preview->setAccessibleName(tr("Preview"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(look::margin, look::gap, look::margin, look::margin);
    column->setSpacing(look::gap);
    column->addWidget(makeButtons());
    column->addWidget(m_preview, 1);
    setFocusProxy(m_preview);
    connect(&desk, &Desk::satDown, this, &RightsSheet::layOutPages);
    layOutPages();
}

QWidget *RightsSheet::makeButtons()
{
    auto *buttons = new QWidget(this);
    auto *row = new QHBoxLayout(buttons);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(look::gap);
    auto *print = new QPushButton(tr("Print") + QStringLiteral("  Ctrl+P"), buttons);
    print->setProperty(look::DeskStyle::primaryProperty, true);
    auto *pdf = new QPushButton(tr("Save as PDF…"), buttons);
    connect(print, &QPushButton::clicked, this,
        [this] { paper::printWithDialog(m_preview->pages(), this); });
    connect(pdf, &QPushButton::clicked, this, [this] {
        paper::savePdfWithDialog(m_preview->pages(), sheetTitle() + QStringLiteral(".pdf"), this);
    });
    auto *key = new QShortcut(QKeySequence(QKeySequence::Print), this);
    key->setContext(Qt::WidgetWithChildrenShortcut);
    connect(key, &QShortcut::activated, print, &QPushButton::click);
    row->addStretch();
    row->addWidget(pdf);
    row->addWidget(print);
    return buttons;
}

void RightsSheet::layOutPages()
{
    store::Reader &read = m_desk.read();
    const auto companies = read.findRows(Register::Company);
    const auto person = read.findRow(m_desk.actor());
    const QDateTime now = QDateTime::fromMSecsSinceEpoch(m_desk.clock().now_ms(), read.zone());
    m_preview->setPages(paper::layOut(rightsDocument(
        companies.isEmpty() ? QString() : companies.constFirst().row.values.text(company::Name),
        person ? person->row.values.text(staff::Name) : QString(),
        now.toString(QStringLiteral("yyyy-MM-dd HH:mm")))));
}

void showRights(Desk &desk, QWidget *parent)
{
    auto *dialog = new QDialog(parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(sheetTitle());
    auto *column = new QVBoxLayout(dialog);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(new RightsSheet(desk, dialog));
    dialog->resize(760, 800);
    dialog->open();
}

} // namespace ui::accounts
