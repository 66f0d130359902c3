// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/id.h"
#include "widgets/mood.h"

#include <QStandardItemModel>
#include <QWidget>

class QTableView;

namespace ui::map
{

/// One thing on a card: what it is, and how its time stands.
struct CardLine {
    domain::Id id;
    QString number; ///< in the tip and for who doesn't see; may be empty
    QString title;
    widgets::Mood mood = widgets::Mood::Running;
    QString clock; ///< "1 h 35 min left"
};

/// A few lines on a card. Enter or a double click opens one.
class CardList : public QWidget
{
    Q_OBJECT

public:
    /// `name` is for who doesn't see the card.
    explicit CardList(const QString &name, QWidget *parent = nullptr);

    void show(const QVector<CardLine> &lines);

Q_SIGNALS:
    void activated(const domain::Id &line);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void activate(const QModelIndex &row);

    QVector<CardLine> m_lines;
    QStandardItemModel m_model;
    QTableView *m_rows;
};

} // namespace ui::map
