// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QVector>
#include <QWidget>

class QGridLayout;

namespace ui::widgets
{
class ChoiceStrip;
}

namespace ui::planned_visits
{

/// The questions of a survey, each with its five steps: a digit answers the one at hand and goes on to the next.
class QuestionSheet : public QWidget
{
    Q_OBJECT

public:
    explicit QuestionSheet(QWidget *parent = nullptr);

    /// The same questions again keep their answers.
    void setQuestions(const QStringList &questions);
    void clear();
    /// What was answered before.
    void setScores(const QVector<int> &scores);
    /// 0 where a question was left out or isn't answered yet.
    QVector<int> scores() const;
    /// The first question that is neither answered nor left out; -1 when there is none.
    int firstOpen() const;

    /// Answers the question at hand, 0 leaves it out, and goes on to the next.
    void answer(int score);
    /// Back to the question before.
    void goBack();
    void goTo(int question);

Q_SIGNALS:
    /// The last question has its answer.
    void finished();

private:
    int atHand() const;

    QStringList m_questions;
    QGridLayout *m_grid;
    QList<widgets::ChoiceStrip *> m_answers;
};

} // namespace ui::planned_visits
