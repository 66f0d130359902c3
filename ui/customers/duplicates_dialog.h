// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/duplicate_model.h"

#include "desk.h"

#include <QDialog>

class QLabel;
class QLineEdit;
class QListView;
class QProgressBar;
class QPushButton;

namespace ui::widgets
{
class ChoiceStrip;
class IconText;
} // namespace ui::widgets

namespace ui::customers
{

class FileComparison;

/// Decides of pairs of files whether they are of one person: the list of likely ones with the reason, both side by
/// side, which one stays, and why. Nothing is moved, and it can be taken back in the file that stays. A pair
/// that is judged to be of two people isn't proposed again.
class DuplicatesDialog : public QDialog
{
    Q_OBJECT

public:
    explicit DuplicatesDialog(Desk &desk, QWidget *parent = nullptr);

    /// Looks through all customers.
    void search();
    /// Asks about these two alone.
    void askAbout(qint64 one, qint64 other);

Q_SIGNALS:
    void merged(qint64 stays);

private:
    QWidget *makeList();
    QWidget *makeDecision();
    void setUpKeys();
    void showPair();
    void showTotal();
    void merge();
    void keepApart();
    void submit(const domain::Command &command, qint64 stays);
    domain::Id idOf(qint64 number) const;

    Desk &m_desk;
    items::DuplicateModel m_pairs;
    qint64 m_one = 0;
    qint64 m_other = 0;
    QWidget *m_side = nullptr;
    QListView *m_list = nullptr;
    QLabel *m_total = nullptr;
    QProgressBar *m_progress = nullptr;
    widgets::IconText *m_why = nullptr;
    FileComparison *m_comparison = nullptr;
    widgets::ChoiceStrip *m_stays = nullptr;
    QLineEdit *m_reason = nullptr;
    QPushButton *m_merge = nullptr;
    QPushButton *m_apart = nullptr;
};

} // namespace ui::customers
