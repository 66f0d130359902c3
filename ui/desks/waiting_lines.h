// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/desk_list_model.h"

#include <QWidget>

class QVBoxLayout;

namespace ui::desks
{

// What somebody has to know of beside the list: what stands aside and waits, keys that are still to come, addresses that nobody
// answers at, a port that is taken. A line each; nothing to say, nothing shown.
class WaitingLines : public QWidget
{
    Q_OBJECT

public:
    // Both must outlive it.
    WaitingLines(
        const items::DeskListModel &list, const items::Serving &serving, QWidget *parent = nullptr);

    void renew();
    QStringList lines() const;

private:
    struct Line {
        QString icon;
        QString text;
        bool isTrouble = false;
        bool operator==(const Line &) const = default;
    };

    QList<Line> find() const;
    void addFeeds(QList<Line> &lines) const;
    QString deskNamed(const domain::Id &desk) const;

    const items::DeskListModel &m_list;
    const items::Serving &m_serving;
    QList<Line> m_lines;
    QVBoxLayout *m_column;
};

} // namespace ui::desks
