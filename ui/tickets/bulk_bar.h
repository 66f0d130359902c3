// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tickets/bulk_run.h"

class QLabel;

namespace ui::widgets
{
class Banner;
}

namespace ui::tickets
{

/// What several chosen tickets can go through together: accepting, dispatching, filing, with the form
/// for it and what came of it. Stands above the list while more than one is chosen.
class BulkBar : public QWidget
{
    Q_OBJECT

public:
    explicit BulkBar(Office &office, QWidget *parent = nullptr);

    /// How many are chosen, and the way to them; below two the bar goes.
    void setChosen(qsizetype count, std::function<QVector<qint64>()> chosen);
    void openForm(const QString &action);
    ActionForm &form() const { return *m_form; }
    widgets::Banner &banner() const { return *m_banner; }

Q_SIGNALS:
    /// The form was saved or given up.
    void left();

private:
    void offerActions();
    void report(const BulkRun::Summary &summary);

    Office &m_office;
    BulkRun m_run;
    std::function<QVector<qint64>()> m_chosen;
    QVector<qint64> m_tickets; ///< those that the open form is for
    qsizetype m_count = 0;
    QWidget *m_row;
    QList<QWidget *> m_buttons;
    QLabel *m_nothing;
    QLabel *m_words;
    ActionForm *m_form;
    widgets::Banner *m_banner;
};

} // namespace ui::tickets
