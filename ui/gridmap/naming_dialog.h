// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/division_draft.h"

#include <QDialog>
#include <QSet>

class QLabel;
class QLineEdit;
class QPushButton;

namespace ui::gridmap
{

/// What new grids are called: a code for each, which is proposed, and a name. Codes follow the standard or the company's own 01 to 99; what
/// departs from both is said and taken all the same.
class NamingDialog : public QDialog
{
    Q_OBJECT

public:
    NamingDialog(const items::DivisionDraft &draft, int count, QWidget *parent = nullptr);

    /// With neither id nor area.
    items::DivisionDraft::Grids grids() const;

private:
    struct Line {
        QLineEdit *code;
        QLineEdit *name;
    };
    void check();

    QSet<QString> m_taken;
    QVector<Line> m_lines;
    QLabel *m_words;
    QPushButton *m_ok;
};

} // namespace ui::gridmap
