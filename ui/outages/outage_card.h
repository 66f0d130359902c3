// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/background.h"
#include "items/outage_list_model.h"

#include <QWidget>

class QLabel;

namespace ui::outages
{

/// One outage to read: what fails where and until when, what callers are told, whom it affects and who of them depends on it. Whom it
/// affects is looked up on another thread.
class OutageCard : public QWidget
{
    Q_OBJECT

public:
    OutageCard(const items::Source &source, const QTimeZone &zone, QWidget *parent = nullptr);

    void show(const items::OutageListModel::Line &line);
    void clear();
    /// Who depends on it by name: for those who keep customers' files; for all others the numbers.
    void setShowsNames(bool shows);
    /// What callers are told, with place and times: as it is read out, posted or sent.
    static QString announcement(const items::OutageLine &outage, const QTimeZone &zone);

private:
    QLabel *addLine(bool isQuiet = false);
    void showAffected(const items::Affected &affected, bool showsNames);

    const QTimeZone m_zone;
    bool m_showsNames = false;
    domain::Id m_outage;
    QStringList m_grids; ///< of which the affected were asked
    QLabel *m_title;
    QLabel *m_times;
    QLabel *m_wording;
    QLabel *m_told;
    QLabel *m_affected;
    QLabel *m_keyUsers;
    items::Background m_background;
};

} // namespace ui::outages
