// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "start/foundation.h"
#include "start/start_step.h"

class QVBoxLayout;

namespace ui::start
{

/// What the new company has, counted from its desk, and what it still lacks, in plain words.
class SummaryStep : public StartStep
{
    Q_OBJECT

public:
    explicit SummaryStep(Foundation &foundation, QWidget *parent = nullptr);

    QString title() const override;
    QString hint() const override;
    QString nextText() const override;
    void enter() override;

private:
    void say(const QString &icon, const QString &text, bool lacks);
    void sayGrids(store::Reader &read);
    void sayStaff(store::Reader &read);
    void sayRows(domain::Register reg, const QString &some, const QString &none);

    Foundation &m_foundation;
    QVBoxLayout *m_lines;
};

} // namespace ui::start
