// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk.h"
#include "items/caller_answer.h"

#include <QJsonObject>
#include <QWidget>

class QLabel;
class QToolButton;

namespace ui::intake
{

/// Which grid answers for the place: found from the address by itself, or from a point on the map, which Ctrl+G opens. Says so when nobody
/// or several do.
class PlaceField : public QWidget
{
    Q_OBJECT

public:
    explicit PlaceField(Desk &desk, QWidget *parent = nullptr);

    bool isEmpty() const { return !m_point; }
    void addTo(domain::Values &ticket) const;
    void showAnswer(const items::CallerAnswer &answer, bool hasAddress);
    void pick();
    void clear();
    void toDraft(QJsonObject &draft) const;
    void fromDraft(const QJsonObject &draft);
    QString words() const;

Q_SIGNALS:
    void changed();

private:
    Desk &m_desk;
    std::optional<domain::GeoPoint> m_point;
    domain::Id m_grid; ///< chosen by hand
    QLabel *m_words;
    QToolButton *m_map;
};

} // namespace ui::intake
