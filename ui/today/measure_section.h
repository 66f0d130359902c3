// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/background.h"
#include "reports/improvements.h"

#include <QWidget>

class Desk;
class QLabel;
class QTableWidget;
class QToolButton;

namespace store
{
struct Committed;
}

namespace ui::today
{

/// The overdue improvement measures on the page of today, for whoever answers for them and for those who watch over that: Enter on one
/// opens its ticket, the heading the whole list. Without any it takes no room.
class MeasureSection : public QWidget
{
    Q_OBJECT

public:
    /// The desk must outlive it.
    explicit MeasureSection(Desk &desk, QWidget *parent = nullptr);

    qsizetype count() const { return m_measures.size(); }
    /// Looks anew by the present time.
    void find();

Q_SIGNALS:
    void opened(const QString &number);
    void measureAsked(const domain::Id &measure);
    void countChanged();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void setUpRows();
    void takeIn(const store::Committed &committed);
    void showFound(const QVector<::reports::Improvement> &measures);
    void openRow(int row);
    void openList();

    Desk &m_desk;
    QVector<::reports::Improvement> m_measures;
    QStringList
        m_standings; ///< as shown: how long each is overdue grows while nothing else changes
    QToolButton *m_heading;
    QLabel *m_count;
    QTableWidget *m_rows;
    items::Background m_background;
};

} // namespace ui::today
