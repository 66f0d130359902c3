// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desks/desk_words.h"
#include "items/desk_list_model.h"

#include <QIdentityProxyModel>
#include <QTableView>

namespace ui::desks
{

// The list of desks in words.
class DeskListWords : public QIdentityProxyModel
{
    Q_OBJECT

public:
    DeskListWords(items::DeskListModel &list, const domain::Clock &clock, const QTimeZone &zone);

    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Moment moment() const { return {m_clock.now_ms(), m_zone}; }

private:
    QString words(int column, const items::DeskLine &line) const;

    const domain::Clock &m_clock;
    const QTimeZone m_zone;
};

class DeskTable : public QTableView
{
    Q_OBJECT

public:
    explicit DeskTable(DeskListWords &words, QWidget *parent = nullptr);
};

} // namespace ui::desks
