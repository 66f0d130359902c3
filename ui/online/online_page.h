// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "online/online_tables.h"

#include <QWidget>

class Desk;
class QCheckBox;
class QHBoxLayout;
class QLabel;
class QPushButton;
class QScrollArea;
class QStackedWidget;
class QTableView;

namespace ui::desks
{
class FactList;
}
namespace ui::widgets
{
class Banner;
class EmptyPage;
class IconText;
class StateTag;
} // namespace ui::widgets

namespace ui::online
{

class OnlineForm;

// The online channel of this desk: which services it asks and which folders it empties, how far each is, what came in and what didn't.
// Ctrl+N sets up a service, Ctrl+R asks it, Ctrl+. ends that.
class OnlinePage : public QWidget
{
    Q_OBJECT

public:
    // Both must outlive it.
    OnlinePage(Desk &desk, items::OnlineChannel &channel, QWidget *parent = nullptr);

    const SourceTable &sources() const { return m_sources; }
    const LineTable &lines() const { return m_lines; }
    void addService();
    void addFolder();
    void change();
    void remove();
    void askOne();
    void askAll();

Q_SIGNALS:
    void ticketAsked(const QString &number);

protected:
    void showEvent(QShowEvent *event) override;

private:
    QWidget *makeHead();
    QWidget *makeMiddle();
    QWidget *makeBottom(QWidget *parent);
    void showForm(bool shows);
    QWidget *makePanel(QWidget *parent);
    QWidget *makeActs();
    QWidget *makeEmpty();
    void renew();
    void showHow();
    void showCurrent();
    bool isFormInTheWay();
    void begin(items::OnlineSource::Kind kind);
    void askByItself(bool asks);
    void tell(const items::OnlineOutcome &outcome);
    void openLine(int row);
    const items::OnlineSource *current() const; // null for none

    items::OnlineChannel &m_channel;
    SourceTable m_sources;
    LineTable m_lines;
    QString m_shown; // the one on which the table stands
    QString m_goTo; // the one just saved, until the list has it
    QString m_removing; // what goes when the key is pressed again
    widgets::Banner *m_banner;
    QCheckBox *m_byItself;
    widgets::IconText *m_how;
    QPushButton *m_stop;
    QStackedWidget *m_stack;
    QTableView *m_table;
    QTableView *m_came;
    OnlineForm *m_form;
    QScrollArea *m_panelArea;
    QScrollArea *m_formArea; // around it
    QLabel *m_title;
    widgets::StateTag *m_state;
    QLabel *m_advice;
    desks::FactList *m_facts;
    QList<QPushButton *> m_ofOne; // for the one on which the table stands
};

} // namespace ui::online
