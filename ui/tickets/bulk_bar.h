// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tickets/assignment_sheet.h"
#include "tickets/bulk_run.h"

class QLabel;
class QPushButton;

namespace ui::widgets
{
class Banner;
}

namespace ui::tickets
{

/// What several chosen tickets can go through together: accepting, dispatching, filing, with the form
/// for it and what came of it; giving out as it is proposed, with the plan in the list's place. Stands above the list while more
/// than one is chosen.
class BulkBar : public QWidget
{
    Q_OBJECT

public:
    explicit BulkBar(Office &office, QWidget *parent = nullptr);

    /// Shows whom the chosen tickets are proposed to; heard wherever the list has the keyboard.
    static constexpr QKeyCombination proposalsKey = Qt::CTRL | Qt::SHIFT | Qt::Key_A;

    /// How many are chosen, and the way to them; below two the bar goes.
    void setChosen(qsizetype count, std::function<QVector<qint64>()> chosen);
    void openForm(const QString &action);
    /// Shows whom each of the chosen tickets is proposed to; of one alone too.
    void openProposals();
    ActionForm &form() const { return *m_form; }
    AssignmentSheet &proposals() const { return *m_proposals; }
    widgets::Banner &banner() const { return *m_banner; }

Q_SIGNALS:
    /// The form was saved or given up.
    void left();
    /// The plan takes the list's place, or gives it back.
    void proposalsShown(bool shown);

private:
    void connectParts();
    void offerActions();
    bool areTooMany();
    void report(qint64 done, qint64 refused, const QStringList &refusals);

    Office &m_office;
    BulkRun m_run;
    std::function<QVector<qint64>()> m_chosen;
    QVector<qint64> m_tickets; ///< those that the open form is for
    qsizetype m_count = 0;
    QWidget *m_row;
    QList<QWidget *> m_buttons;
    QPushButton *m_assign;
    QLabel *m_nothing;
    QLabel *m_words;
    ActionForm *m_form;
    AssignmentSheet *m_proposals;
    widgets::Banner *m_banner;
};

} // namespace ui::tickets
