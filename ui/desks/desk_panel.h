// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desks/desk_words.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace ui::widgets
{
class StateTag;
}

namespace ui::desks
{

class FactList;

// One desk, or the hub, beside the list: how it stands, what that means, and everything that is known of it.
class DeskPanel : public QWidget
{
    Q_OBJECT

public:
    explicit DeskPanel(QWidget *parent = nullptr);

    void show(const items::DeskLine &line, const Moment &moment);
    void setMayRevoke(bool may); // whoever sits here

Q_SIGNALS:
    void revokeAsked();

private:
    void offerRevoking();

    items::DeskLine m_line;
    bool m_mayRevoke = false;
    QLabel *m_name;
    widgets::StateTag *m_state;
    QLabel *m_explanation;
    FactList *m_facts;
    QPushButton *m_revoke;
};

} // namespace ui::desks
