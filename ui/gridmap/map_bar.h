// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/scopes.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QToolButton;

namespace ui::widgets
{
class FilterStrip;
}

namespace ui::gridmap
{

/// What stands above the map: which tickets are on it, found and filtered as in their list, and what can be done with the map.
class MapBar : public QWidget
{
    Q_OBJECT

public:
    explicit MapBar(QWidget *parent = nullptr);

    /// The lists that whoever sits here has.
    void setScopes(const QStringList &scopes);
    QString scope() const;
    void setScope(const QString &scope);
    store::TicketQuery query(const items::Seat &seat, qint64 now_ms) const;
    /// Something that the bar offers; keys may be none.
    QToolButton *addAction(const char *icon, const QString &text, const QKeySequence &keys);
    /// A line for people at its end: how many there are, what is left out.
    void say(const QString &words);

Q_SIGNALS:
    void changed();
    void left(); ///< into the map

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QLineEdit *m_search;
    widgets::FilterStrip *m_scopes;
    widgets::FilterStrip *m_lines;
    QWidget *m_actions;
    QLabel *m_words;
};

} // namespace ui::gridmap
