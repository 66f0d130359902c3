// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tickets/ticket_table_model.h"

#include <QTableView>

class QMenu;

namespace ui::shell
{
class Settings;
}

namespace ui::tickets
{

/// The list of tickets: rows of one height, columns that people choose, order and widen, and sort by
/// their head. Remembers the columns in the settings. Arrows walk, Enter opens, Ctrl+C copies the chosen rows as a table.
class TicketTable : public QTableView
{
    Q_OBJECT

public:
    /// Both must outlive it.
    TicketTable(TicketTableModel &model, shell::Settings &settings, QWidget *parent = nullptr);

    /// The tickets of the chosen rows, from above.
    QVector<qint64> chosen() const;
    qsizetype chosenCount() const;
    /// Makes the ticket's row the current one; false when the list doesn't have it.
    bool goTo(qint64 ticket);
    /// The keys of the columns that are shown, from left to right.
    QStringList shownColumns() const;
    /// Which columns are shown, to be ticked.
    QMenu *columnsMenu() const { return m_columns; }
    /// The chosen rows, or the first `mostCopied` of them, to the clipboard as text with tabs and as HTML.
    void copy() const;
    static constexpr int mostCopied = 10'000;

Q_SIGNALS:
    void currentTicketChanged(qint64 ticket); ///< 0 for none
    void chosenChanged();
    void opened(qint64 ticket);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void selectionChanged(
        const QItemSelection &selected, const QItemSelection &deselected) override;

private:
    QVector<int> chosenRows(qsizetype most) const;
    QVector<int> shownSections() const;
    void setUpHeader();
    void restoreColumns();
    void fit();
    void remember();
    void sortBy(int column);
    void showSort();

    TicketTableModel &m_words;
    shell::Settings &m_settings;
    QMenu *m_columns;
    bool m_isFitted = true; ///< nobody has set the columns yet: they follow the window
};

} // namespace ui::tickets
