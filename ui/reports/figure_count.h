// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk.h"
#include "reports/figures.h"

#include <QFuture>

namespace ui::reports
{

// Counts a report's figures on another thread, with a reader of its own. A new request ends the one before;
// only the latest is announced, at once when the thread was quicker than start().
class FigureCount : public QObject
{
    Q_OBJECT

public:
    explicit FigureCount(Desk &desk, QObject *parent = nullptr);
    ~FigureCount() override; // waits until the thread has let go of the desk

    void start(const ::reports::ReportRequest &request);
    void stop();
    bool isRunning() const { return m_isRunning; }

Q_SIGNALS:
    void counted(const std::shared_ptr<const ::reports::Figures> &figures);
    void failed(const QString &why);

private:
    struct Answer {
        std::shared_ptr<const ::reports::Figures> figures;
        QString failure;
    };
    using Stop = std::shared_ptr<std::atomic<bool>>;

    void finish(const Stop &stop, const Answer &answer);

    Desk &m_desk;
    Stop m_stop;
    QList<QFuture<Answer>> m_threads; // those that were stopped may still be ending
    bool m_isRunning = false;
};

} // namespace ui::reports
