// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk.h"
#include "items/reckoning.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace ui::registers
{

/// One line about promises that were made by other hours than those of today. It stands there after service hours or holidays were
/// changed and such promises are open; Ctrl+R shows them, and they may be reckoned anew or left as they were made. After a change of the
/// standards it says that those hold for new promises alone.
class ReckoningLine : public QWidget
{
    Q_OBJECT

public:
    explicit ReckoningLine(Desk &desk, QWidget *parent = nullptr);

    QString text() const;
    const items::ReckoningTable &table() const { return m_table; }
    void look();

private:
    void takeIn(const store::Committed &committed);
    void renew();
    void tell();
    void say(const QString &text, bool isToDo);

    Desk &m_desk;
    items::ReckoningTable m_table;
    domain::Id
        m_leftBy; ///< who said that they stay as they were made; until something changes again
    bool m_isStandardChanged = false;
    bool m_isLooking = false; ///< the dialog stands open and says itself what there is
    QLabel *m_text;
    QPushButton *m_look;
    QPushButton *m_leave;
};

} // namespace ui::registers
