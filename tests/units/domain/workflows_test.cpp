// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/lived_ticket.h"

#include "domain/words.h"

#include <QSet>
#include <QTest>

using namespace domain;
using namespace Qt::StringLiterals;

namespace
{

bool isCode(const char *code, QAnyStringView other)
{
    return other == QLatin1StringView(code);
}

/// The states that a ticket can get to from where it starts.
QSet<QByteArray> reachable(const WorkflowSpec &workflow)
{
    QSet<QByteArray> found;
    for (const Branch &branch : workflow.opening)
        found.insert(branch.to);
    for (qsizetype before = -1; before != found.size();) {
        before = found.size();
        for (const ActionSpec &action : workflow.actions) {
            const bool isOpen = action.from.empty()
                || std::ranges::any_of(
                    action.from, [&found](const char *state) { return found.contains(state); });
            for (const Branch &branch : action.branches) {
                if (isOpen && *branch.to)
                    found.insert(branch.to);
            }
        }
    }
    return found;
}

} // namespace

/// What the tables of all workflows must keep to, so that no ticket is left without a way on, and no word is missing.
class WorkflowsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void each_data()
    {
        QTest::addColumn<const WorkflowSpec *>("workflow");
        for (const WorkflowSpec &workflow : allWorkflows())
            QTest::newRow(workflow.code) << &workflow;
    }

    void each()
    {
        QFETCH(const WorkflowSpec *, workflow);
        for (const ActionSpec &action : workflow->actions) {
            for (const char *from : action.from)
                QVERIFY2(workflow->findState(QLatin1StringView(from)), from);
            for (const Branch &branch : action.branches)
                QVERIFY2(
                    !*branch.to || workflow->findState(QLatin1StringView(branch.to)), branch.to);
            for (const char *named : {action.notBy, action.after, action.answers})
                QVERIFY2(!*named || workflow->findAction(QLatin1StringView(named)), named);
            QVERIFY2(!action.branches.empty(), action.code);
            QVERIFY2(action.branches.back().condition.test == Condition::None, action.code);
            for (const FieldUse &use : action.fields)
                QVERIFY2(ticketFields().find(use.field), action.code);
        }
    }

    void noneIsADeadEnd_data() { each_data(); }

    /// Every state can be got to, and from every one that isn't the end a step of the way itself leads on.
    void noneIsADeadEnd()
    {
        QFETCH(const WorkflowSpec *, workflow);
        const QSet<QByteArray> states = reachable(*workflow);
        for (const StateSpec &state : workflow->states) {
            QVERIFY2(states.contains(state.code), state.code);
            const bool leadsOn = std::ranges::any_of(workflow->actions, [&](const ActionSpec &one) {
                return !one.isAside && std::ranges::any_of(one.from, [&state](const char *from) {
                    return isCode(from, QLatin1StringView(state.code));
                });
            });
            QVERIFY2(leadsOn != state.final, state.code);
        }
    }

    void everyClockIsKnownAndStopped_data() { each_data(); }

    /// A clock that no step stops would go on until the matter is over.
    void everyClockIsKnownAndStopped()
    {
        QFETCH(const WorkflowSpec *, workflow);
        QSet<QByteArray> started, stopped;
        const auto note = [&started](const std::vector<Branch> &branches) {
            for (const Branch &branch : branches) {
                for (const ClockUse &use : branch.starts)
                    started.insert(use.clock);
            }
        };
        note(workflow->opening);
        for (const ActionSpec &action : workflow->actions) {
            note(action.branches);
            for (const char *clock : action.stops)
                stopped.insert(clock);
        }
        QCOMPARE(started, stopped);
        for (const QByteArray &clock : started)
            QVERIFY2(allClocks().contains(QString::fromLatin1(clock)), clock.constData());
    }

    void everythingHasAWord_data() { each_data(); }

    void everythingHasAWord()
    {
        QFETCH(const WorkflowSpec *, workflow);
        for (const StateSpec &state : workflow->states)
            QVERIFY2(stateWord(QLatin1StringView(state.code)) != QLatin1StringView(state.code),
                state.code);
        for (const ActionSpec &action : workflow->actions)
            QVERIFY2(actionWord(QLatin1StringView(action.code)) != QLatin1StringView(action.code),
                action.code);
    }

    /// One workflow for each kind, and the same code of an action means the same in all of them.
    void kindsAndCodes()
    {
        for (const Word &kind : wordsOf(List::Kind))
            QCOMPARE(QLatin1StringView(workflowForKind(QLatin1StringView(kind.code)).kind),
                QLatin1StringView(kind.code));
        QSet<QByteArray> codes;
        for (const WorkflowSpec &workflow : allWorkflows()) {
            QVERIFY(!codes.contains(workflow.code));
            codes.insert(workflow.code);
        }
    }

    /// What is over is over in every list, whichever way it ended.
    void finalStatesAreThoseOfTheTables()
    {
        QSet<QByteArray> all;
        for (const char *state : finalStates())
            all.insert(state);
        QCOMPARE(all, QSet<QByteArray>({"closed", "cancelled", "declined"}));
    }
};

QTEST_GUILESS_MAIN(WorkflowsTest)
#include "workflows_test.moc"
