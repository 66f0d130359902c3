// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/caller_lookup.h"

namespace items
{

CallerLookup::CallerLookup(const Source &source, QObject *parent)
    : QObject(parent)
    , m_background(source)
{
    m_rest.setSingleShot(true);
    m_rest.setInterval(rest_ms);
    connect(&m_rest, &QTimer::timeout, this, &CallerLookup::look);
}

CallerLookup::~CallerLookup()
{
    ++m_latest;
}

void CallerLookup::ask(const CallerQuestion &question)
{
    if (m_isAsked && question == m_question)
        return;
    m_question = question;
    m_isAsked = true;
    askAgain();
}

void CallerLookup::askAgain()
{
    if (!m_isAsked)
        return;
    ++m_latest;
    m_rest.start();
}

void CallerLookup::forget()
{
    m_isAsked = false;
    ++m_latest;
    m_rest.stop();
}

void CallerLookup::look()
{
    const quint64 mine = m_latest;
    m_background
        .ask([this, mine, question = m_question](store::Reader &reader) {
            const auto superseded = [this, mine] { return m_latest != mine; };
            return superseded() ? CallerAnswer() : findCallerAnswer(reader, question, superseded);
        })
        .then(this, [this, mine](const CallerAnswer &answer) {
            if (m_latest == mine)
                Q_EMIT answered(answer);
        });
}

} // namespace items
