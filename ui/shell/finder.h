// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shell/hit.h"
#include "widgets/composition.h"

#include <QFrame>
#include <QPointer>

class QLabel;
class QLineEdit;
class QListView;

namespace ui::shell
{

// Finds anything: a box to type in and the list of what fits, over the page. Down and Up walk, Enter
// opens, Esc goes back to where the focus was. What a scanner types ends with Enter and opens the first.
class Finder : public QFrame
{
    Q_OBJECT

public:
    explicit Finder(QWidget *window);

    void addSource(HitSource source); // asked in the order in which they were added
    void open(const QString &typed = {});
    void close();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void search(const QString &typed);
    bool act(int key);
    void walk(int rows);
    void take();
    void place();

    QLineEdit *m_box;
    QListView *m_list;
    QLabel *m_nothing;
    HitModel *m_hits;
    QList<HitSource> m_sources;
    widgets::Composition m_composition;
    QPointer<QWidget> m_before;
};

} // namespace ui::shell
