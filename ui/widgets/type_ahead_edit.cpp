// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/type_ahead_edit.h"

#include "look/icons.h"
#include "widgets/candidate_list.h"

#include <QAction>
#include <QInputMethodEvent>
#include <QKeyEvent>

namespace ui::widgets
{

namespace
{

constexpr int mostShown = 200;

} // namespace

TypeAheadEdit::TypeAheadEdit(QWidget *parent)
    : QLineEdit(parent)
    , m_source([] { return QList<Candidate>(); })
{
    QAction *show =
        addAction(look::icon(QStringLiteral("down"), look::Tone::Muted), TrailingPosition);
    show->setText(tr("Show choices"));
    connect(show, &QAction::triggered, this, [this] {
        setFocus(Qt::MouseFocusReason);
        isListOpen() ? closeList() : openList();
    });
    connect(this, &QLineEdit::textEdited, this, &TypeAheadEdit::filter);
}

TypeAheadEdit::~TypeAheadEdit()
{
    delete m_list;
}

void TypeAheadEdit::setSource(CandidateSource source)
{
    m_source = std::move(source);
}

void TypeAheadEdit::setCandidates(const QList<Candidate> &candidates)
{
    m_source = [candidates] { return candidates; };
}

void TypeAheadEdit::setMatch(CandidateMatch match)
{
    m_match = std::move(match);
}

void TypeAheadEdit::choose(const Candidate &candidate)
{
    closeList();
    setText(candidate.text);
    setCursorPosition(0);
    m_chosen = candidate;
    Q_EMIT chosenChanged();
}

bool TypeAheadEdit::chooseId(const QVariant &id)
{
    for (const Candidate &candidate : m_source()) {
        if (candidate.id == id) {
            choose(candidate);
            return true;
        }
    }
    return false;
}

void TypeAheadEdit::clearChoice()
{
    closeList();
    clear();
    forget();
}

bool TypeAheadEdit::isListOpen() const
{
    return m_list && m_list->isVisible();
}

void TypeAheadEdit::openList()
{
    const QList<Candidate> all = m_source();
    int highlighted = m_free && !m_chosen ? -1 : 0;
    for (int row = 0; m_chosen && row < all.size(); ++row) {
        if (all.at(row).id == m_chosen->id)
            highlighted = row;
    }
    showList(all, highlighted);
}

void TypeAheadEdit::filter(const QString &typed)
{
    forget();
    if (typed.trimmed().isEmpty())
        return closeList();
    QList<Candidate> fitting;
    for (const Candidate &candidate : m_source()) {
        if (m_match(candidate, typed.trimmed()))
            fitting.append(candidate);
        if (fitting.size() == mostShown)
            break;
    }
    showList(fitting, m_free ? -1 : 0);
}

void TypeAheadEdit::showList(const QList<Candidate> &candidates, int highlighted)
{
    if (candidates.isEmpty() || isReadOnly())
        return closeList();
    if (m_list && m_list->parentWidget() != window())
        delete m_list;
    if (!m_list) {
        m_list = new CandidateList(window());
        connect(m_list, &CandidateList::picked, this, &TypeAheadEdit::takeHighlighted);
    }
    m_list->showUnder(this, candidates, highlighted);
}

void TypeAheadEdit::closeList()
{
    if (m_list)
        m_list->hide();
}

void TypeAheadEdit::takeHighlighted()
{
    const Candidate *candidate = isListOpen() ? m_list->highlighted() : nullptr;
    if (candidate)
        choose(Candidate(*candidate));
    closeList();
}

void TypeAheadEdit::forget()
{
    if (!m_chosen)
        return;
    m_chosen.reset();
    Q_EMIT chosenChanged();
}

bool TypeAheadEdit::event(QEvent *event)
{
    // Tab never reaches keyPressEvent, and shortcuts are asked before it: both wait here.
    if (m_composition.stands()) {
        if (event->type() == QEvent::ShortcutOverride
            || (event->type() == QEvent::KeyPress
                && Composition::isActionKey(*static_cast<QKeyEvent *>(event)))) {
            event->accept();
            return true;
        }
    }
    if (event->type() == QEvent::ShortcutOverride && isListOpen()
        && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape) {
        event->accept();
        return true;
    }
    return QLineEdit::event(event);
}

bool TypeAheadEdit::moveInList(int key)
{
    switch (key) {
    case Qt::Key_Down:
        m_list->moveHighlight(1);
        return true;
    case Qt::Key_Up:
        m_list->moveHighlight(-1);
        return true;
    case Qt::Key_PageDown:
        m_list->moveHighlight(8);
        return true;
    case Qt::Key_PageUp:
        m_list->moveHighlight(-8);
        return true;
    case Qt::Key_Escape:
        closeList();
        return true;
    default:
        return false;
    }
}

void TypeAheadEdit::keyPressEvent(QKeyEvent *event)
{
    if (isListOpen() && moveInList(event->key()))
        return event->accept();
    if (!isListOpen() && event->key() == Qt::Key_Down) {
        openList();
        return event->accept();
    }
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        takeHighlighted();
    QLineEdit::keyPressEvent(event);
}

void TypeAheadEdit::focusOutEvent(QFocusEvent *event)
{
    const bool goesOn =
        event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason;
    if (goesOn)
        takeHighlighted();
    if (event->reason() != Qt::ActiveWindowFocusReason)
        closeList();
    m_composition.follow(*event);
    QLineEdit::focusOutEvent(event);
}

void TypeAheadEdit::inputMethodEvent(QInputMethodEvent *event)
{
    m_composition.follow(*event);
    QLineEdit::inputMethodEvent(event);
}

void TypeAheadEdit::hideEvent(QHideEvent *event)
{
    closeList();
    QLineEdit::hideEvent(event);
}

} // namespace ui::widgets
