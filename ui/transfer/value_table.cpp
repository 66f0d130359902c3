// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/value_table.h"

#include "exchange/mapping_words.h"
#include "look/measures.h"
#include "transfer/mapping_draft.h"

#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QTableWidget>
#include <QVBoxLayout>

namespace ui::transfer
{

namespace
{

constexpr int panelWidth = 320;

QStringList wordsIn(const QString &column, const Preview &preview)
{
    QStringList words;
    const qsizetype at = preview.columns.indexOf(column);
    for (const QStringList &row : preview.rows) {
        const QString cell = row.value(at).trimmed();
        if (!cell.isEmpty() && !words.contains(cell))
            words << cell;
    }
    return words;
}

} // namespace

ValueTable::ValueTable(QWidget *parent)
    : QWidget(parent)
    , m_head(new QLabel(this))
    , m_words(new QTableWidget(0, 2, this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(look::margin, 0, 0, 0);
    column->addWidget(m_head);
    column->addWidget(m_words);
    m_head->setWordWrap(true);
    setFixedWidth(panelWidth);
    m_words->setHorizontalHeaderLabels({tr("In the file"), tr("Means")});
    m_words->setAccessibleName(tr("What the words of the column mean"));
    m_words->setFrameShape(QFrame::NoFrame);
    m_words->setEditTriggers(QTableWidget::NoEditTriggers);
    m_words->verticalHeader()->hide();
    m_words->verticalHeader()->setDefaultSectionSize(look::rowHeight);
    m_words->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_words->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    hide();
}

void ValueTable::addWord(const QString &column, const QString &cell, const MappingDraft &draft)
{
    const int row = m_words->rowCount();
    m_words->insertRow(row);
    m_words->setItem(row, 0, new QTableWidgetItem(cell));
    auto *choice = new QComboBox;
    choice->setAccessibleName(tr("What \"%1\" means").arg(cell));
    const exchange::Target *target = draft.targets().find(draft.fieldOf(column));
    // A word that the import knows by itself needs no entry; it says what it is taken for.
    const QString known = target->list == domain::List::None
        ? exchange::stateForWord(cell)
        : exchange::codeForWord(target->list, cell);
    const auto codes = draft.codesFor(column);
    QString knownWord = tr("not known");
    for (const auto &[code, word] : codes) {
        if (code == known)
            knownWord = tr("by itself: %1").arg(word);
    }
    choice->addItem(knownWord, QString());
    for (const auto &[code, word] : codes)
        choice->addItem(word, code);
    choice->setCurrentIndex(std::max(choice->findData(draft.valueOf(column, cell)), 0));
    connect(choice, &QComboBox::activated, this, [this, column, cell, choice] {
        Q_EMIT valueChosen(column, cell, choice->currentData().toString());
    });
    m_words->setCellWidget(row, 1, choice);
}

void ValueTable::show(const QString &column, const Preview &preview, const MappingDraft &draft)
{
    m_words->setRowCount(0);
    const bool hasWords = !column.isEmpty() && !draft.codesFor(column).isEmpty();
    setVisible(hasWords);
    if (!hasWords)
        return;
    m_head->setText(tr("Words of the column \"%1\"").arg(column));
    const QStringList words = wordsIn(column, preview);
    for (const QString &cell : words)
        addWord(column, cell, draft);
}

} // namespace ui::transfer
