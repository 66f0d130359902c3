// SPDX-License-Identifier: GPL-3.0-or-later
#include "gridmap/naming_dialog.h"

#include "look/measures.h"

#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace ui::gridmap
{

using items::DivisionDraft;

NamingDialog::NamingDialog(const DivisionDraft &draft, int count, QWidget *parent)
    : QDialog(parent)
    , m_words(new QLabel(this))
{
    setWindowTitle(tr("New grids"));
    for (const DivisionDraft::Grid &grid : draft.grids())
        m_taken.insert(grid.code);
    auto *form = new QFormLayout;
    form->setSpacing(look::gap);
    const QStringList codes = draft.proposedCodes(count);
    for (int i = 0; i < count; ++i) {
        const Line line{new QLineEdit(codes.value(i), this), new QLineEdit(this)};
        line.code->setAccessibleName(tr("Code of the new grid"));
        line.name->setAccessibleName(tr("Name of the new grid"));
        auto *row = new QHBoxLayout;
        row->setSpacing(look::gap);
        row->addWidget(line.code);
        row->addWidget(line.name, 1);
        line.name->setPlaceholderText(tr("Name"));
        form->addRow(count == 1 ? tr("Code and name") : tr("Grid %1").arg(i + 1), row);
        connect(line.code, &QLineEdit::textChanged, this, &NamingDialog::check);
        connect(line.name, &QLineEdit::textChanged, this, &NamingDialog::check);
        m_lines.append(line);
    }
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    m_ok = buttons->button(QDialogButtonBox::Ok);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    m_words->setWordWrap(true);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(look::margin, look::margin, look::margin, look::margin);
    column->setSpacing(look::margin);
    column->addLayout(form);
    column->addWidget(m_words);
    column->addWidget(buttons);
    if (!m_lines.isEmpty())
        m_lines.first().name->setFocus();
    check();
}

DivisionDraft::Grids NamingDialog::grids() const
{
    DivisionDraft::Grids grids;
    for (const Line &line : m_lines)
        grids.append({{}, line.code->text().trimmed(), line.name->text().trimmed(), true});
    return grids;
}

void NamingDialog::check()
{
    QSet<QString> seen = m_taken;
    QString words;
    bool isComplete = true;
    for (const DivisionDraft::Grid &grid : grids()) {
        isComplete = isComplete && !grid.code.isEmpty() && !grid.name.isEmpty();
        if (!grid.code.isEmpty() && seen.contains(grid.code)) {
            isComplete = false;
            words = tr("There is a grid %1 already.").arg(grid.code);
        } else if (const QString oddity = DivisionDraft::oddityOfCode(grid.code);
                   !oddity.isEmpty()) {
            words = oddity;
        }
        seen.insert(grid.code);
    }
    m_words->setText(words);
    m_ok->setEnabled(isComplete);
}

} // namespace ui::gridmap
