// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;

namespace ui::widgets
{
class FormGrid;
}

namespace ui::accounts
{

/// Takes a right back, with a reason, after saying what that means for what other desks haven't sent yet.
class RevokeForm : public QWidget
{
    Q_OBJECT

public:
    /// The desk must outlive it.
    explicit RevokeForm(Desk &desk, QWidget *parent = nullptr);

    /// `words` name the right and whose it is.
    void begin(const domain::Id &grant, const QString &words);
    void close();
    bool isOpen() const { return !isHidden(); }

Q_SIGNALS:
    void revoked();
    void closed();

private:
    void save();

    Desk &m_desk;
    domain::Id m_grant;
    bool m_isSaving = false;
    QLabel *m_title;
    widgets::FormGrid *m_form;
    QLineEdit *m_reason;
    QPushButton *m_save;
};

} // namespace ui::accounts
