// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/candidate.h"

#include <QFrame>

class QListView;

namespace ui::widgets
{

// The list that stands under a TypeAheadEdit. It never takes the focus: the field keeps the keys and
// moves the highlight. It is a child of the field's window, not a window of its own, so no window
// manager and no input method notices it.
class CandidateList : public QFrame
{
    Q_OBJECT

public:
    explicit CandidateList(QWidget *window);

    void showUnder(const QWidget *field, const QList<Candidate> &candidates, int highlighted);
    void moveHighlight(int rows);
    const Candidate *highlighted() const;

Q_SIGNALS:
    void picked();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void place(const QWidget *field);

    CandidateModel *m_model;
    QListView *m_view;
};

} // namespace ui::widgets
