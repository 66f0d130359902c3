// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tickets/action_form.h"

namespace ui::tickets
{

/// One action on several tickets: each passes the same gate as alone, and what was refused is told
/// with its number and reason.
class BulkRun : public QObject
{
    Q_OBJECT

public:
    struct Summary {
        int done = 0;
        QStringList refused; ///< "03A-261120-012: …"
    };

    explicit BulkRun(Desk &desk, QObject *parent = nullptr);

    /// The most that go in one run.
    static constexpr int most = 500;
    void start(const QVector<qint64> &tickets, const ActionForm::Filled &filled);

Q_SIGNALS:
    void finished(const ui::tickets::BulkRun::Summary &summary);

private:
    void sumUp(const QStringList &numbers, const QVector<store::Verdict> &verdicts);

    Desk &m_desk;
};

} // namespace ui::tickets
