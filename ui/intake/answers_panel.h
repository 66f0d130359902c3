// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/caller_answer.h"

#include <QScrollArea>

class QGridLayout;
class QLabel;
class QVBoxLayout;

namespace ui::tickets
{
class GroupTags;
}
namespace ui::widgets
{
class IconText;
}

namespace ui::intake
{

class OutageOffer;
class RelatedTickets;

/// The right column of the intake: what the desk knows about the call before it is asked. Who calls and
/// what is still open for them; what may be the same matter; what to ask, who answers for the place and what
/// the company promises.
class AnswersPanel : public QScrollArea
{
    Q_OBJECT

public:
    explicit AnswersPanel(QWidget *parent = nullptr);

    void showAnswer(const items::CallerAnswer &answer);
    void clear();
    /// The focus goes to the outage or the tickets that the call may belong to; false when there are none.
    bool enterTickets();

Q_SIGNALS:
    void joinRequested(const store::TicketLine &ticket);
    void outageJoinRequested(const items::OutageLine &outage);
    void left();

private:
    /// One that is optional takes no room while it says nothing.
    enum class Fact { Always, Optional };
    QLabel *addFact(QGridLayout *grid, const QString &caption, Fact kind = Fact::Always);
    RelatedTickets *addTickets(const QString &name);
    QGridLayout *addFacts();
    void addHairline();
    void showCaller(const items::CallerAnswer &answer);
    void showRepeats(const items::Repeats &repeats);
    void showDuplicates(const items::CallerAnswer &answer);
    void showPlaceAndPromise(const items::CallerAnswer &answer);

    QWidget *m_page;
    QVBoxLayout *m_column;
    QLabel *m_who;
    tickets::GroupTags *m_groups;
    widgets::IconText *m_needs;
    QLabel *m_speaks;
    QLabel *m_about;
    QLabel *m_history;
    QLabel *m_joinHint;
    OutageOffer *m_outages;
    RelatedTickets *m_open;
    widgets::IconText *m_repeats;
    widgets::IconText *m_duplicateHead;
    RelatedTickets *m_duplicates;
    QLabel *m_greeting;
    QLabel *m_questions;
    QLabel *m_wording;
    QLabel *m_avoid;
    QLabel *m_grid;
    QLabel *m_promise;
    QLabel *m_proposal;
    QLabel *m_beforeCrew;
};

} // namespace ui::intake
