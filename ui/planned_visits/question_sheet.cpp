// SPDX-License-Identifier: GPL-3.0-or-later
#include "planned_visits/question_sheet.h"

#include "domain/words.h"
#include "look/measures.h"
#include "widgets/choice_strip.h"
#include "widgets/texts.h"

#include <QGridLayout>

#include <algorithm>

namespace ui::planned_visits
{

using widgets::ChoiceStrip;

namespace
{

constexpr int steps = 5;
const QString leftOut = QStringLiteral("0");

} // namespace

QuestionSheet::QuestionSheet(QWidget *parent)
    : QWidget(parent)
    , m_grid(new QGridLayout(this))
{
    setAccessibleName(tr("Questions"));
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(look::margin);
    m_grid->setVerticalSpacing(look::gap);
    m_grid->setColumnStretch(0, 1);
}

void QuestionSheet::setQuestions(const QStringList &questions)
{
    setVisible(!questions.isEmpty());
    if (questions == m_questions)
        return;
    m_questions = questions;
    m_answers.clear();
    while (QLayoutItem *item = m_grid->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    if (questions.isEmpty())
        return;
    QList<widgets::Choice> choices;
    for (int step = 1; step <= steps; ++step)
        choices.append({QString::number(step), QString::number(step), {}});
    choices.append({leftOut, tr("0 left out"), {}});
    for (const QString &question : questions) {
        const int row = int(m_answers.size());
        auto *text = widgets::paragraph(tr("%1. %2").arg(row + 1).arg(question), this);
        auto *strip = new ChoiceStrip(question, this);
        strip->setChoices(choices);
        m_grid->addWidget(text, row, 0);
        m_grid->addWidget(strip, row, 1);
        m_answers.append(strip);
    }
    auto *legend = widgets::quietParagraph(
        tr("1 %1 … 5 %2. Backspace goes back to the question before.")
            .arg(domain::satisfactionWord(1), domain::satisfactionWord(steps)),
        this);
    m_grid->addWidget(legend, int(m_answers.size()), 0, 1, 2);
}

void QuestionSheet::clear()
{
    for (ChoiceStrip *strip : std::as_const(m_answers))
        strip->setCurrent({});
}

void QuestionSheet::setScores(const QVector<int> &scores)
{
    for (qsizetype at = 0; at < m_answers.size(); ++at)
        m_answers[at]->setCurrent(QString::number(scores.value(at)));
}

QVector<int> QuestionSheet::scores() const
{
    QVector<int> scores;
    for (const ChoiceStrip *strip : m_answers)
        scores.append(strip->current().toInt());
    return scores;
}

int QuestionSheet::firstOpen() const
{
    const auto open = std::ranges::find_if(
        m_answers, [](const ChoiceStrip *strip) { return strip->current().isEmpty(); });
    return open == m_answers.end() ? -1 : int(open - m_answers.begin());
}

/// The one that has the keyboard, else the first that is open; the last when none is.
int QuestionSheet::atHand() const
{
    for (int at = 0; at < m_answers.size(); ++at) {
        const QWidget *focus = window()->focusWidget();
        if (focus && (focus == m_answers.at(at) || m_answers.at(at)->isAncestorOf(focus)))
            return at;
    }
    const int open = firstOpen();
    return open < 0 ? int(m_answers.size()) - 1 : open;
}

void QuestionSheet::answer(int score)
{
    const int at = atHand();
    if (at < 0)
        return;
    m_answers.at(at)->setCurrent(QString::number(score));
    if (at + 1 < m_answers.size())
        return goTo(at + 1);
    if (const int open = firstOpen(); open >= 0)
        return goTo(open);
    Q_EMIT finished();
}

void QuestionSheet::goBack()
{
    if (const int at = atHand(); at > 0)
        goTo(at - 1);
}

void QuestionSheet::goTo(int question)
{
    if (question >= 0 && question < m_answers.size())
        m_answers.at(question)->setFocus(Qt::ShortcutFocusReason);
}

} // namespace ui::planned_visits
