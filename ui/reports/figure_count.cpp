// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/figure_count.h"

#include <QtConcurrent>

namespace ui::reports
{

using ::reports::Figures;

FigureCount::FigureCount(Desk &desk, QObject *parent)
    : QObject(parent)
    , m_desk(desk)
{
}

FigureCount::~FigureCount()
{
    stop();
    for (QFuture<Answer> &thread : m_threads)
        thread.waitForFinished();
}

void FigureCount::stop()
{
    if (m_stop)
        *m_stop = true;
    m_isRunning = false;
}

void FigureCount::start(const ::reports::ReportRequest &request)
{
    stop();
    m_threads.removeIf([](const QFuture<Answer> &thread) { return thread.isFinished(); });
    m_stop = std::make_shared<std::atomic<bool>>(false);
    m_isRunning = true;
    const auto count = [desk = &m_desk, request, stop = m_stop]() -> Answer {
        // The connection belongs to the thread that opens it.
        const auto reader = desk->newReader();
        if (!reader)
            return {nullptr, tr("The desk's database can't be opened.")};
        auto figures =
            std::make_shared<const Figures>(::reports::countFigures(*reader, request, stop.get()));
        const auto failure = reader->takeFailure();
        if (!failure && !figures->isComplete)
            return {figures, tr("The desk's database can't be read.")};
        return {figures, failure ? failure->text() : QString()};
    };
    m_threads.append(QtConcurrent::run(count));
    m_threads.last().then(
        this, [this, stop = m_stop](const Answer &answer) { finish(stop, answer); });
}

void FigureCount::finish(const Stop &stop, const Answer &answer)
{
    if (stop != m_stop || *stop)
        return;
    m_isRunning = false;
    if (answer.failure.isEmpty())
        Q_EMIT counted(answer.figures);
    else
        Q_EMIT failed(answer.failure);
}

} // namespace ui::reports
