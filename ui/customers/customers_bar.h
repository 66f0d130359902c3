// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QWidget>

class QHBoxLayout;
class QLineEdit;
class QToolButton;

namespace ui::widgets
{
class FilterStrip;
}

namespace ui::customers
{

/// What stands above the list of customers: the search, what can be done with files, and the groups that come first, each
/// with its count.
class CustomersBar : public QWidget
{
    Q_OBJECT

public:
    explicit CustomersBar(QWidget *parent = nullptr);

    QString text() const;
    QStringList groups() const;
    /// Whether everybody is looked for.
    bool isBlank() const;
    void setText(const QString &text);
    void clear();
    void focusSearch();
    /// By group.
    void setCounts(const QHash<QString, int> &counts);
    void allowMerging(bool allowed);

Q_SIGNALS:
    /// Other words, or other groups.
    void changed();
    /// Into the list.
    void left();
    void newAsked();
    void duplicatesAsked();
    void mergingAsked();
    void exportAsked();
    /// For the customer in view.
    void copyAsked();
    void erasureAsked();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QHBoxLayout *makeTools();
    QToolButton *makePersonTool();

    QLineEdit *m_search;
    widgets::FilterStrip *m_groups;
    QToolButton *m_merge = nullptr;
};

} // namespace ui::customers
