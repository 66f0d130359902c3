// SPDX-License-Identifier: GPL-3.0-or-later
#include "start/table_step.h"

#include "domain/registers.h"
#include "exchange/csv_writer.h"
#include "exchange/mapping_guess.h"
#include "look/measures.h"
#include "transfer/mapping_view.h"
#include "widgets/choice_strip.h"

#include <QHeaderView>
#include <QLabel>
#include <QStackedWidget>
#include <QTableWidget>
#include <QVBoxLayout>

namespace ui::start
{

using namespace domain;

namespace
{

constexpr int handRows = 20;
const QString fromFile = QStringLiteral("file"), byHand = QStringLiteral("hand");

} // namespace

TableStep::TableStep(About about, Foundation &foundation, QWidget *parent)
    : StartStep(parent)
    , m_about(std::move(about))
    , m_way(new widgets::ChoiceStrip(tr("Where from"), this))
    , m_view(new transfer::MappingView(foundation.task(), this))
    , m_stack(new QStackedWidget(this))
    , m_rows(new QTableWidget(handRows, int(m_about.typed.size()), this))
    , m_said(new QLabel(this))
{
    m_view->setKind(&registerSpec(m_about.reg));
    setUpRows();
    layOut();
    connect(m_view, &transfer::MappingView::changed, this, &TableStep::change);
    connect(m_view, &transfer::MappingView::failed, this, &TableStep::failed);
    connect(m_rows, &QTableWidget::cellChanged, this, &TableStep::change);
    connect(m_way, &widgets::ChoiceStrip::currentChanged, this, [this](const QString &way) {
        m_stack->setCurrentIndex(way == byHand ? 1 : 0);
        setFocusProxy(m_stack->currentWidget());
        change();
    });
}

void TableStep::layOut()
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(look::gap);
    m_way->setChoices({{fromFile, tr("From a file"), {}}, {byHand, tr("Typed by hand"), {}}});
    m_way->setCurrent(fromFile);
    m_stack->addWidget(m_view);
    m_stack->addWidget(m_rows);
    m_said->setWordWrap(true);
    m_said->hide();
    column->addWidget(m_way, 0, Qt::AlignLeft);
    column->addWidget(m_stack, 1);
    column->addWidget(m_said);
    setFocusProxy(m_view);
}

void TableStep::setUpRows()
{
    const RegisterSpec &spec = registerSpec(m_about.reg);
    QStringList labels;
    for (quint8 number : m_about.typed)
        labels << labelOf(*spec.fields.find(number));
    m_rows->setHorizontalHeaderLabels(labels);
    m_rows->setAccessibleName(m_about.title);
    m_rows->setFrameShape(QFrame::NoFrame);
    m_rows->setEditTriggers(QTableWidget::AllEditTriggers);
    m_rows->verticalHeader()->setDefaultSectionSize(look::rowHeight);
    m_rows->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    m_rows->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_rows->setTabKeyNavigation(true);
}

bool TableStep::isTyped() const
{
    return m_way->current() == byHand;
}

bool TableStep::hasTypedRows() const
{
    for (int row = 0; row < m_rows->rowCount(); ++row) {
        for (int column = 0; column < m_rows->columnCount(); ++column) {
            const QTableWidgetItem *cell = m_rows->item(row, column);
            if (cell && !cell->text().trimmed().isEmpty())
                return true;
        }
    }
    return false;
}

/// Rows typed by hand become a table like any other, so that they pass the same gates.
QString TableStep::writeTypedRows()
{
    const RegisterSpec &spec = registerSpec(m_about.reg);
    const QString path = m_written.filePath(QString::fromLatin1(spec.key) + QStringLiteral(".csv"));
    exchange::CsvWriter writer(path, exchange::CsvWriter::Formulas::Verbatim);
    std::vector<exchange::Column> columns;
    for (quint8 number : m_about.typed)
        columns.push_back({spec.fields.find(number)->name()});
    bool isWritten = writer.begin(columns);
    for (int row = 0; row < m_rows->rowCount(); ++row) {
        QVariantList cells;
        QString all;
        for (int column = 0; column < m_rows->columnCount(); ++column) {
            const QTableWidgetItem *cell = m_rows->item(row, column);
            cells << (cell ? cell->text().trimmed() : QString());
            all += cells.constLast().toString();
        }
        if (!all.isEmpty())
            isWritten = writer.add(cells) && isWritten;
    }
    return isWritten && writer.finish() ? path : QString();
}

std::optional<transfer::ImportJob> TableStep::job()
{
    if (!isTyped())
        return m_view->hasFile() ? std::optional(m_view->job()) : std::nullopt;
    if (!hasTypedRows())
        return {};
    const RegisterSpec &spec = registerSpec(m_about.reg);
    QStringList columns;
    for (quint8 number : m_about.typed)
        columns << spec.fields.find(number)->name();
    const QString path = writeTypedRows();
    if (path.isEmpty()) {
        Q_EMIT failed(tr("The rows can't be kept: the disk may be full."));
        return {};
    }
    return transfer::ImportJob{path, {QStringLiteral("UTF-8"), {}}, &spec,
        exchange::guessMapping(
            exchange::Targets::of(spec), columns, QString::fromLatin1(spec.key))};
}

bool TableStep::check()
{
    if (isTyped() || !m_view->hasFile() || m_view->isReady())
        return true;
    Q_EMIT failed(m_view->isReading()
            ? tr("The file is still being read.")
            : tr("No column is yet: %1. Choose it over the column that holds it.")
                  .arg(m_view->missing().join(tr(", "))));
    return false;
}

bool TableStep::showOutcome(const TableOutcome &outcome, bool countsLeftOut)
{
    const QVector<transfer::RefusedRow> rows = countsLeftOut || outcome.counts.refused > 0
        ? outcome.rows
        : QVector<transfer::RefusedRow>();
    if (rows.isEmpty() || std::exchange(m_wasShown, true))
        return true;
    m_view->showRefused(rows);
    QStringList words{
        tr("%1 taken in, %2 refused.")
            .arg(outcome.counts.accepted + outcome.counts.updated + outcome.counts.unchanged)
            .arg(outcome.counts.refused)};
    if (isTyped()) {
        for (const transfer::RefusedRow &row : rows.mid(0, 5))
            words << tr("Row %1: %2").arg(row.line - 1).arg(row.reason);
    } else {
        words << tr("The reasons stand beside the rows. Correct what the columns are, or go on "
                    "without them.");
    }
    m_said->setText(words.join(u'\n'));
    m_said->show();
    Q_EMIT changed();
    return false;
}

void TableStep::change()
{
    // What was said holds for the rows as they were.
    m_wasShown = false;
    m_said->hide();
    Q_EMIT changed();
}

QString TableStep::nextText() const
{
    if (m_wasShown)
        return tr("Go on without them");
    const bool hasAny = isTyped() ? hasTypedRows() : m_view->hasFile();
    return hasAny ? tr("Next") : tr("Skip");
}

void TableStep::setBusy(bool busy)
{
    m_view->setBusy(busy);
    m_rows->setEnabled(!busy);
    m_way->setEnabled(!busy);
}

} // namespace ui::start
