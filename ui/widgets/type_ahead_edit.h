// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/candidate.h"
#include "widgets/composition.h"

#include <QLineEdit>
#include <QPointer>

#include <optional>

namespace ui::widgets
{

class CandidateList;

// A field that is filled from a list by typing a part of the text, the code or pinyin initials. While
// the list stands, arrows move the highlight, Enter or Tab takes it and goes on, Esc closes the list.
// While an input method composes, no key acts. With free text, what fits no candidate stays as it is.
class TypeAheadEdit : public QLineEdit
{
    Q_OBJECT

public:
    explicit TypeAheadEdit(QWidget *parent = nullptr);
    ~TypeAheadEdit() override;

    void setSource(CandidateSource source);
    void setCandidates(const QList<Candidate> &candidates);
    void setMatch(CandidateMatch match);
    void setFreeText(bool free) { m_free = free; }

    const std::optional<Candidate> &chosen() const { return m_chosen; }
    void choose(const Candidate &candidate);
    bool chooseId(const QVariant &id); // false when the source has no such candidate
    void clearChoice();

    bool isListOpen() const;
    void openList(); // all candidates, whatever was typed

Q_SIGNALS:
    void chosenChanged();

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void inputMethodEvent(QInputMethodEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void filter(const QString &typed);
    void showList(const QList<Candidate> &candidates, int highlighted);
    bool moveInList(int key);
    void takeHighlighted();
    void closeList();
    void forget();

    CandidateSource m_source;
    CandidateMatch m_match = matchesPlainly;
    std::optional<Candidate> m_chosen;
    QPointer<CandidateList> m_list; // a child of the window, gone with whichever goes first
    Composition m_composition;
    bool m_free = false;
};

} // namespace ui::widgets
