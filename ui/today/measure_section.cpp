// SPDX-License-Identifier: GPL-3.0-or-later
#include "today/measure_section.h"

#include "desk.h"
#include "look/icons.h"
#include "look/measures.h"
#include "look/type.h"
#include "tickets/office.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLocale>
#include <QTableWidget>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace ui::today
{

using ::reports::Improvement;

namespace
{

constexpr int rowsShown = 5;
enum Column { Standing, What, Who, Number, columns };

} // namespace

MeasureSection::MeasureSection(Desk &desk, QWidget *parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_heading(new QToolButton(this))
    , m_count(new QLabel(this))
    , m_rows(new QTableWidget(0, columns, this))
    , m_background(tickets::sourceOf(desk))
{
    setObjectName(QStringLiteral("overdueMeasures"));
    m_heading->setIcon(look::icon(QStringLiteral("late")));
    m_heading->setText(tr("Overdue improvement measures"));
    m_heading->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_heading->setAutoRaise(true);
    m_heading->setFont(look::type(look::TypeSize::Body, QFont::DemiBold));
    m_heading->setToolTip(tr("Show the whole list"));
    m_heading->setFocusPolicy(Qt::StrongFocus);
    m_heading->installEventFilter(this);
    auto *head = new QHBoxLayout;
    head->setSpacing(look::gap);
    head->addWidget(m_heading);
    head->addWidget(m_count);
    head->addStretch();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(head);
    column->addWidget(m_rows);
    column->addStretch();
    setUpRows();
    hide();
    connect(&desk, &Desk::committed, this, &MeasureSection::takeIn);
    connect(m_heading, &QToolButton::clicked, this, &MeasureSection::openList);
}

void MeasureSection::setUpRows()
{
    m_rows->setAccessibleName(m_heading->text());
    m_rows->setFrameShape(QFrame::NoFrame);
    m_rows->setShowGrid(false);
    m_rows->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_rows->setSelectionBehavior(QTableView::SelectRows);
    m_rows->setSelectionMode(QTableView::SingleSelection);
    m_rows->setWordWrap(false);
    m_rows->setTabKeyNavigation(false);
    m_rows->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_rows->horizontalHeader()->hide();
    m_rows->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_rows->horizontalHeader()->setSectionResizeMode(What, QHeaderView::Stretch);
    m_rows->verticalHeader()->hide();
    m_rows->verticalHeader()->setDefaultSectionSize(look::rowHeight);
    m_rows->installEventFilter(this);
    connect(m_rows, &QTableWidget::cellDoubleClicked, this, &MeasureSection::openRow);
}

void MeasureSection::takeIn(const store::Committed &committed)
{
    if (std::ranges::any_of(committed.touched, [](const store::Touched &one) {
            return one.what == store::Touched::Row && one.reg == quint8(domain::Register::Measure);
        }))
        find();
}

void MeasureSection::find()
{
    m_background
        .ask([person = m_desk.actor()](
                 store::Reader &reader) { return ::reports::findOverdueFor(reader, person); })
        .then(this, [this, person = m_desk.actor()](const QVector<Improvement> &measures) {
            if (person == m_desk.actor())
                showFound(measures);
        });
}

void MeasureSection::showFound(const QVector<Improvement> &measures)
{
    const int rows = int(std::min<qsizetype>(measures.size(), rowsShown));
    QStringList standings;
    for (const Improvement &one : measures.first(rows))
        standings << one.standing(m_desk.read().now_ms(), m_desk.read().zone());
    if (measures == m_measures && standings == m_standings)
        return;
    m_measures = measures;
    m_standings = standings;
    m_rows->setRowCount(rows);
    for (int row = 0; row < rows; ++row) {
        const Improvement &one = measures.at(row);
        const QString cells[] = {standings.at(row), one.what, one.who, one.number};
        for (int column = 0; column < columns; ++column) {
            auto *cell = new QTableWidgetItem(cells[column]);
            cell->setToolTip(cells[column]);
            m_rows->setItem(row, column, cell);
        }
        m_rows->item(row, Standing)
            ->setForeground(look::toneColor(look::Tone::Late, m_rows->palette()));
    }
    m_rows->setFixedHeight(rows * look::rowHeight);
    const QString count = QLocale().toString(measures.size());
    m_count->setText(count);
    m_heading->setAccessibleName(tr("%1: %2").arg(m_heading->text(), count));
    setVisible(rows > 0);
    Q_EMIT countChanged();
}

void MeasureSection::openRow(int row)
{
    const Improvement one = m_measures.value(row);
    if (!one.number.isEmpty())
        Q_EMIT opened(one.number);
    else if (!one.id.isNull())
        Q_EMIT measureAsked(one.id);
}

void MeasureSection::openList()
{
    if (!m_measures.isEmpty())
        Q_EMIT measureAsked(m_measures.constFirst().id);
}

bool MeasureSection::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Return || key == Qt::Key_Enter) {
            if (watched == m_rows)
                openRow(m_rows->currentRow());
            else
                openList();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace ui::today
