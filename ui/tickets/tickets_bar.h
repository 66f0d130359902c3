// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QWidget>

class QLineEdit;
class QMenu;
class QToolButton;

namespace ui::widgets
{
class FilterStrip;
}

namespace ui::tickets
{

/// The list that another page asked for.
inline const QString filteredScope = QStringLiteral("filtered");

/// What stands above the list of tickets: the search, what can be done with the whole list, and the filters: which of the
/// lists, and which service line, each with its count.
class TicketsBar : public QWidget
{
    Q_OBJECT

public:
    explicit TicketsBar(QWidget *parent = nullptr);

    QString text() const;
    void setText(const QString &text);
    void focusSearch();
    /// The lists that whoever sits here has; `filtered` is what another page asked for, empty: nothing.
    void setScopes(const QStringList &scopes, const QString &filtered);
    void setScope(const QString &scope);
    /// The service line that was picked; empty for all.
    const QString &line() const { return m_line; }
    /// By list, and for the service lines by "line:" and their code.
    void setCounts(QHash<QString, int> counts);
    void setColumnsMenu(QMenu *menu);

Q_SIGNALS:
    void typed();
    /// Enter in the search.
    void entered();
    /// Into the list.
    void left();
    void scopePicked(const QString &scope);
    void linePicked();
    void exportAsked();
    void printAsked();
    /// Slips of the tickets that are chosen.
    void slipsAsked(const QString &kind);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void layOut();
    QWidget *makeTools();
    QMenu *makePrintMenu(QWidget *parent);
    void pickLine(const QStringList &lines);

    QString m_line;
    QLineEdit *m_search;
    widgets::FilterStrip *m_scopes;
    widgets::FilterStrip *m_lines;
    QToolButton *m_columns = nullptr;
};

} // namespace ui::tickets
