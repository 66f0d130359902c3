// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "start/start_step.h"

class QPushButton;
class QVBoxLayout;

namespace ui::start
{

/// The first question: set up one's own company, look at the sample, or what else the program can begin with.
class ChoiceStep : public StartStep
{
    Q_OBJECT

public:
    explicit ChoiceStep(QWidget *parent = nullptr);

    /// A digit or Enter on it takes it.
    void addChoice(const QString &id, const QString &text, const QString &about);

    QString title() const override;
    QString hint() const override;

Q_SIGNALS:
    void chosen(const QString &id);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QVBoxLayout *m_rows;
    QList<QPushButton *> m_choices;
};

} // namespace ui::start
