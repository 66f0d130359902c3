// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk.h"

#include "items/sign_in_help.h"

#include <QTimer>
#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;

namespace ui::widgets
{
class FormGrid;
class IconText;
class TypeAheadEdit;
} // namespace ui::widgets

namespace ui::signin
{

/// What stands in the window's place while nobody may look at it: one card that asks who sits down, and for the password
/// where there is one. Used at the start, when the desk is locked, and when clerks change at one counter. The password is
/// checked on another thread; a refusal stands beside its field, and a wait counts down there while others sign in.
class Curtain : public QWidget
{
    Q_OBJECT

public:
    enum class Why {
        Start,
        Locked,
        Change, ///< Esc gives up
    };

    /// The desk must outlive it.
    explicit Curtain(Desk &desk, QWidget *parent = nullptr);

    void setCompany(const QString &company);
    /// Begins to ask, with somebody proposed; a null id proposes nobody.
    void ask(Why why, const domain::Id &proposed);
    Why why() const { return m_why; }

public Q_SLOTS:
    /// A second has passed: a wait that stands there is told anew.
    void tick();

Q_SIGNALS:
    /// Somebody sits at the desk now.
    void satDown();
    void givenUp();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void layOut();
    QWidget *makeFields(QWidget *card);
    void showTitle();
    void personChanged();
    const items::Sitter *chosen() const;
    bool asksPassword() const;
    QString login() const;
    void enter();
    void submit();
    void answer(const store::SignedIn &answer);
    void refuse(const domain::Refusal &refusal);
    void setChecking(bool checking);
    void say(const char *icon, const QString &words);
    void giveUp();
    void focusFirst();

    Desk &m_desk;
    Why m_why = Why::Start;
    QVector<items::Sitter> m_sitters;
    int m_asking = 0; ///< tells an answer that comes too late
    bool m_isChecking = false;
    bool m_hasJustChosen = false; ///< with this very key; the next one goes on
    QTimer m_second;

    QLabel *m_company;
    QLabel *m_title;
    widgets::FormGrid *m_form = nullptr;
    widgets::TypeAheadEdit *m_who = nullptr;
    QLineEdit *m_password = nullptr;
    widgets::IconText *m_hint = nullptr;
    QPushButton *m_enter = nullptr;
    QPushButton *m_back = nullptr;
};

} // namespace ui::signin
