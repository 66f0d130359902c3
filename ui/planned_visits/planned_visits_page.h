// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/customer_card.h"
#include "items/round_list_model.h"
#include "tickets/office.h"

#include <QWidget>

class Desk;
class QBoxLayout;
class QKeySequence;
class QLabel;
class QLineEdit;
class QPushButton;
class QStackedWidget;
class QTableView;

namespace ui::registers
{
class RegisterForm;
}
namespace ui::paper
{
class PreviewWidget;
}
namespace ui::widgets
{
class Banner;
class EmptyPage;
class FilterStrip;
} // namespace ui::widgets

namespace ui::planned_visits
{

class PersonCard;
class QuestionSheet;

/// Periodic visits and surveys: the plans at the top left, below the phone list of the chosen one, at the right whom to call, what is
/// asked, and what came of it. 1…5 answer, U says that nobody was reached, Enter records and goes on to the next; Ctrl+D shows who is
/// done and lets what was recorded be corrected; Ctrl+B shows the results as they print.
class PlannedVisitsPage : public QWidget
{
    Q_OBJECT

public:
    /// The desk must outlive it.
    explicit PlannedVisitsPage(Desk &desk, QWidget *parent = nullptr);
    ~PlannedVisitsPage() override;

    const items::VisitPlanModel &plans() const { return m_plans; }
    const items::RoundListModel &list() const { return m_list; }
    const items::CustomerCard &card() const { return m_card; }
    void openPlan(const domain::Id &plan);

    void add();
    void change();
    void end();
    void switchPart();
    void switchResults();
    /// The results of the round before or after the one that is shown.
    void turnRound(int by);
    void print();
    void savePdf();
    void record(bool isReached);
    void undo();
    void makeTicket();
    /// A matter was taken in: if it is the one that was asked for, it belongs to the visit.
    void takeTicket(const QString &number);

Q_SIGNALS:
    void waitingChanged(int count);
    /// Take a matter of this customer in.
    void ticketAsked(const domain::Id &customer);

protected:
    void showEvent(QShowEvent *event) override;

private:
    enum Side : quint8 { Nobody, Call, Form, Results };
    /// What brings the last recording back to what it was.
    struct Before {
        domain::Id customer;
        domain::Id visit;
        std::optional<domain::RegisterRow> row;
    };
    /// For whom a matter is being taken in, or was.
    struct Asked {
        domain::Id customer;
        domain::Id visit; ///< null: not recorded yet
        domain::Id ticket;
    };
    /// What stands where the answer is told.
    struct Told {
        QVector<int> scores;
        int open = -1; ///< the first question without an answer
        QString remark;
        bool operator==(const Told &) const = default;
    };

    QWidget *makeLeft();
    QTableView *makeTable(QAbstractItemModel &model, const QString &name, int stretched);
    QWidget *makeSide();
    QWidget *makeCall();
    QWidget *makeAnswer(QWidget *parent);
    QWidget *makeForm();
    QWidget *makeBar();
    QPushButton *addAct(QBoxLayout &row, const QString &text, const QKeySequence &key,
        void (PlannedVisitsPage::*does)());
    void bindAnswers(QWidget *where);
    void listen();

    void takeIn(const store::Committed &committed);
    void renew();
    void showPlans();
    void showPlan();
    void showList();
    void showPart();
    void showPerson();
    void showAnswers();
    void showSide();
    void showResults();
    void showRights();
    void personChanged();
    void beginAnew();
    void choosePerson(const QModelIndex &row);
    void beginForm(const domain::RegisterRow &row, bool isNew);
    void answer(int score);
    void enter();
    void recorded(
        const items::VisitSaid &said, const Before &before, const store::Verdict &verdict);
    void goOn(int row, const domain::Id &last);
    void keepCall();
    Told told() const;
    bool isTouched() const;
    bool mayLeave();
    static QString notTaken();
    bool mayKeep(domain::Register reg) const;
    /// Null for none.
    const items::VisitPlanModel::Line *currentPlan() const;
    QString freshCode() const;
    void say(const domain::Refusal &refusal);

    Desk &m_desk;
    tickets::Office m_office;
    items::RoundReading m_reading;
    items::VisitPlanModel m_plans;
    items::RoundListModel m_list;
    items::Sight m_sight;
    items::CustomerCard m_card;
    domain::Id m_plan; ///< the chosen one
    domain::Id m_goTo; ///< the plan just saved, until the list has it
    domain::Id m_person; ///< whose card is shown
    domain::Id m_visit; ///< what was recorded of them before; null: nothing
    qint64 m_visited_ms = 0; ///< when that was
    domain::Id m_sitter; ///< whose call it is
    domain::Id m_back; ///< who is shown again as soon as the list has them
    domain::Id m_ticket; ///< that came of the visit at hand
    domain::Id m_ending; ///< the plan that ends when the key is pressed again
    Asked m_asked;
    Before m_before;
    Told m_put; ///< what stood there before anybody typed
    std::optional<Told> m_leaving; ///< what goes when the key is pressed again
    qint64 m_resultsAt_ms = 0; ///< 0: now
    bool m_showsResults = false;
    bool m_isSaving = false;
    bool m_wasReminded = false; ///< of a question that isn't answered

    widgets::Banner *m_banner;
    QStackedWidget *m_stack;
    widgets::EmptyPage *m_none; ///< as long as there is no plan
    QStackedWidget *m_side;
    QTableView *m_planTable;
    QTableView *m_people;
    widgets::FilterStrip *m_parts;
    registers::RegisterForm *m_form;
    paper::PreviewWidget *m_preview;
    PersonCard *m_personCard;
    QWidget *m_answers; ///< where the answer is told
    QuestionSheet *m_questions;
    QLabel *m_recorded; ///< what stands there already
    QLineEdit *m_remark;
    QLabel *m_nobody;
    QPushButton *m_toTicket;
    QList<QPushButton *> m_planActs; ///< of those who keep plans
    QList<QPushButton *> m_paperActs;
};

} // namespace ui::planned_visits
