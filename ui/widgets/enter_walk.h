// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/composition.h"

#include <QHash>
#include <QList>
#include <QObject>

class QKeyEvent;
class QWidget;

namespace ui::widgets
{

// Walks a form with Enter: to the next field, with Shift back, and `finished` behind the last. Hidden and
// disabled fields are passed over. Enter does nothing while an input method composes, and it writes a
// line in fields of several lines, which are left by Tab or Ctrl+Enter. Tab follows the same order.
class EnterWalk : public QObject
{
    Q_OBJECT

public:
    // A field may be made of several widgets, such as a ChoiceStrip; its parts must exist by now.
    explicit EnterWalk(const QList<QWidget *> &fields, QObject *parent = nullptr);

Q_SIGNALS:
    void finished();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    bool isStep(const QKeyEvent &key, int field) const;
    void step(int field, bool back);
    void watch(QWidget *widget, int field);

    QList<QWidget *> m_fields;
    QHash<QObject *, int> m_fieldOf;
    Composition m_composition;
};

} // namespace ui::widgets
