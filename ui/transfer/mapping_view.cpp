// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/mapping_view.h"

#include "exchange/mapping_guess.h"
#include "geo/systems.h"
#include "look/icons.h"
#include "look/measures.h"
#include "transfer/map_pane.h"
#include "transfer/preview_table.h"
#include "transfer/value_table.h"
#include "widgets/empty_page.h"
#include "widgets/form_grid.h"
#include "widgets/icon_text.h"

#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QDateEdit>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QLineEdit>
#include <QVBoxLayout>

namespace ui::transfer
{

using namespace exchange;

MappingView::MappingView(ImportTask &task, QWidget *parent)
    : QWidget(parent)
    , m_task(task)
    , m_form(new widgets::FormGrid(this))
    , m_path(new QLineEdit(this))
    , m_sheet(new QComboBox(this))
    , m_encoding(new QComboBox(this))
    , m_mapping(new QComboBox(this))
    , m_table(new PreviewTable(this))
    , m_empty(new widgets::EmptyPage({QStringLiteral("export"), tr("Take a table in"),
                                         tr("Drop a spreadsheet or a text table here. Its first "
                                            "rows will stand here, and over each column "
                                            "what it is taken for."),
                                         QKeySequence::Open, tr("chooses the file")},
          this))
    , m_values(new ValueTable(this))
    , m_system(new QComboBox(this))
    , m_repair(new QCheckBox(tr("Put borders right that cross"), this))
    , m_from(new QDateEdit(this))
    , m_middle(new QHBoxLayout)
    , m_remarks(new widgets::IconText(this))
{
    fillChoices();
    layOut();
    connect(m_path, &QLineEdit::returnPressed, this,
        [this] { path() == m_read ? reread() : openFile(path()); });
    connect(m_encoding, &QComboBox::activated, this, &MappingView::reread);
    connect(m_sheet, &QComboBox::activated, this, &MappingView::reread);
    connect(m_system, &QComboBox::activated, this, &MappingView::reread);
    connect(m_repair, &QCheckBox::toggled, this, &MappingView::reread);
    connect(m_mapping, &QComboBox::activated, this, &MappingView::mappingPicked);
    connect(m_table, &PreviewTable::fieldChosen, this,
        [this](const QString &column, const QString &field) {
            m_draft.setField(column, field);
            mappingChanged();
            m_values->show(column, m_preview, m_draft);
        });
    connect(m_table, &PreviewTable::columnEntered, this,
        [this](const QString &column) { m_values->show(column, m_preview, m_draft); });
    connect(m_values, &ValueTable::valueChosen, this,
        [this](const QString &column, const QString &cell, const QString &value) {
            m_draft.setValue(column, cell, value);
            mappingChanged();
        });
    connect(&m_task, &ImportTask::previewed, this, &MappingView::showPreview);
    connect(&m_task, &ImportTask::failed, this, [this](const QString &why) {
        if (std::exchange(m_isReading, false))
            Q_EMIT failed(why);
    });
}

void MappingView::fillChoices()
{
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

void MappingView::layOut()
{
    m_path->setPlaceholderText(tr("Drop a file here, or type its path"));
    QAction *browse = m_path->addAction(
        look::icon(QStringLiteral("search"), look::Tone::Muted), QLineEdit::TrailingPosition);
    browse->setText(tr("Choose a file"));
    browse->setShortcut(QKeySequence::Open);
    connect(browse, &QAction::triggered, this, &MappingView::chooseFile);
    m_form->addRow(tr("File"), m_path);
    m_form->addBeside(tr("Sheet or layer"), m_sheet);
    m_form->addRow(tr("Columns"), m_mapping);
    m_form->addBeside(tr("Encoding"), m_encoding);
    layOutMap();
    auto *page = new QVBoxLayout(this);
    page->setContentsMargins(0, 0, 0, 0);
    page->setSpacing(look::gap);
    page->addWidget(m_form);
    page->addWidget(m_remarks);
    m_middle->setSpacing(0);
    m_middle->addWidget(m_empty, 1);
    m_middle->addWidget(m_table, 1);
    m_middle->addWidget(m_values);
    page->addLayout(m_middle, 1);
    m_table->hide();
    m_remarks->setWraps();
    showSheets();
    setFocusProxy(m_path);
}

/// What is asked about a map beside its columns.
void MappingView::layOutMap()
{
    m_system->setEditable(true);
    m_system->addItem(tr("as the file says"), QString());
    for (const geo::System &system : geo::systems())
        m_system->addItem(system.name, system.code);
    m_from->setCalendarPopup(true);
    m_from->setDisplayFormat(QStringLiteral("yyyy-MM-dd"));
    m_from->setMinimumDate(QDate(1990, 1, 1));
    m_from->setDate(m_from->minimumDate());
    m_from->setSpecialValueText(tr("new grids since ever, others from today"));
    m_form->addRow(tr("Coordinates"), m_system);
    m_form->addBeside(tr("Holds from"), m_from);
    m_form->addRow(QString(), m_repair);
    showMap();
}

void MappingView::showMap()
{
    const bool isMap = !m_preview.areas.isEmpty();
    m_form->setRowVisible(m_system, isMap);
    m_form->setRowVisible(m_repair, isMap);
    if (isMap && !m_map) {
        m_map = new MapPane(this);
        m_middle->insertWidget(m_middle->indexOf(m_values), m_map, 1);
    }
    if (!m_map)
        return;
    m_map->setVisible(isMap);
    const FieldSource *name = m_draft.mapping().find(u"name");
    const QString column = name ? name->columns.value(0) : QString();
    m_map->show(m_preview.areas, int(m_preview.columns.indexOf(column)));
}

void MappingView::setKind(const domain::RegisterSpec *reg)
{
    m_reg = reg;
    guess();
}

QString MappingView::path() const
{
    return m_path->text().trimmed();
}

void MappingView::chooseFile()
{
    auto *dialog = new QFileDialog(this, tr("Table to import"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setNameFilters(
        {tr("Tables and maps (*.csv *.txt *.xlsx *.xls *.ods *.geojson *.json *.shp *.kml "
            "*.gpkg *.dxf)"),
            tr("All files (*)")});
    connect(dialog, &QFileDialog::fileSelected, this, &MappingView::openFile);
    dialog->open();
}

void MappingView::openFile(const QString &path)
{
    m_path->setText(path);
    m_encoding->setCurrentIndex(0);
    m_preview.sheets.clear();
    m_preview.remarks.clear();
    showSheets();
    reread();
}

void MappingView::forgetFile()
{
    m_path->clear();
    m_preview = {};
    showSheets();
    m_table->hide();
    m_empty->show();
    guess();
}

TableOptions MappingView::options() const
{
    // A person may type a system that the list doesn't have.
    const bool isListed = m_system->currentText() == m_system->itemText(m_system->currentIndex());
    return {m_encoding->currentData().toString(), m_sheet->currentData().toString(),
        isListed ? m_system->currentData().toString() : m_system->currentText(),
        m_repair->isChecked(), true};
}

void MappingView::reread()
{
    if (path().isEmpty() || m_isReading)
        return;
    m_isReading = true;
    m_read = path();
    Q_EMIT changed();
    m_task.preview(path(), options());
}

void MappingView::showSheets()
{
    m_sheet->clear();
    for (const QString &name : std::as_const(m_preview.sheets))
        m_sheet->addItem(name, name);
    m_sheet->setCurrentIndex(int(m_preview.sheets.indexOf(m_preview.sheet)));
    m_form->setRowVisible(m_sheet, m_preview.sheets.size() > 1);
    m_remarks->setContent(QStringLiteral("help"), m_preview.remarks.join(u'\n'), look::Tone::Text);
    m_remarks->setVisible(!m_preview.remarks.isEmpty());
}

void MappingView::showPreview(const Preview &preview)
{
    if (!std::exchange(m_isReading, false))
        return; // another view asked
    m_preview = preview;
    m_empty->hide();
    m_table->setVisible(true);
    m_encoding->setItemText(0,
        preview.encoding.isEmpty() ? tr("found by itself") : tr("found: %1").arg(preview.encoding));
    m_encoding->setEnabled(!preview.encoding.isEmpty());
    showSheets();
    guess();
    m_table->setFocus();
    Q_EMIT previewShown();
}

void MappingView::guess()
{
    const Targets targets = m_reg ? Targets::of(*m_reg) : Targets::ofTickets();
    const QString source = QFileInfo(path()).completeBaseName();
    m_draft = {targets, guessMapping(targets, m_preview.columns, source)};
    m_mapping->setCurrentIndex(0);
    m_table->show(m_preview, m_draft);
    m_values->show({}, m_preview, m_draft);
    showMap();
    mappingChanged();
}

void MappingView::mappingPicked()
{
    const QString path = m_mapping->currentData().toString();
    if (m_mapping->currentIndex() == 0)
        return guess();
    if (!path.isEmpty())
        return takeMapping(path);
    auto *dialog = new QFileDialog(this, tr("Mapping file"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setNameFilters({tr("Mappings (*.json)")});
    connect(dialog, &QFileDialog::fileSelected, this, &MappingView::takeMapping);
    dialog->open();
}

void MappingView::takeMapping(const QString &path)
{
    const ReadMapping read = readMapping(path);
    if (const auto *refusal = std::get_if<FileRefusal>(&read)) {
        Q_EMIT failed(refusal->line());
        return;
    }
    m_draft = {m_draft.targets(), std::get<Mapping>(read)};
    m_values->show(m_table->currentColumn(), m_preview, m_draft);
    mappingChanged();
}

void MappingView::mappingChanged()
{
    m_table->renewChoices(m_draft);
    m_table->showRefused({});
    Q_EMIT changed();
}

bool MappingView::isReady() const
{
    return hasFile() && !m_isReading && !m_draft.mapping().fields.empty() && missing().isEmpty();
}

QStringList MappingView::missing() const
{
    return m_draft.missing();
}

ImportJob MappingView::job() const
{
    ImportJob job{path(), options(), m_reg, m_draft.mapping()};
    if (!m_preview.areas.isEmpty() && m_from->date() != m_from->minimumDate())
        job.drawnFrom = m_from->date();
    return job;
}

void MappingView::showRefused(const QVector<RefusedRow> &rows)
{
    m_table->showRefused(rows);
}

void MappingView::setBusy(bool busy)
{
    for (QWidget *widget : std::initializer_list<QWidget *>{
             m_path, m_sheet, m_mapping, m_table, m_values, m_system, m_repair, m_from})
        widget->setEnabled(!busy);
    m_encoding->setEnabled(!busy && (!hasFile() || !m_preview.encoding.isEmpty()));
}

} // namespace ui::transfer
