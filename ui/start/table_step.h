// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "start/foundation.h"
#include "start/start_step.h"

#include <QTemporaryDir>

class QLabel;
class QStackedWidget;
class QTableWidget;

namespace ui::transfer
{
class MappingView;
}
namespace ui::widgets
{
class ChoiceStrip;
}

namespace ui::start
{

/// A register of the new company from its own spreadsheet, or a few rows typed by hand; both are taken in the same way.
/// With neither the step is passed over.
class TableStep : public StartStep
{
    Q_OBJECT

public:
    struct About {
        domain::Register reg;
        QString title;
        QString hint;
        QVector<quint8> typed; ///< the fields that can be typed in by hand
    };

    TableStep(About about, Foundation &foundation, QWidget *parent = nullptr);

    domain::Register reg() const { return m_about.reg; }
    /// Nothing when neither a file nor a row is there.
    std::optional<transfer::ImportJob> job();
    /// What the import said of the rows. True when there is nothing to look at any more.
    bool showOutcome(const TableOutcome &outcome, bool countsLeftOut);
    void setBusy(bool busy);
    transfer::MappingView &view() { return *m_view; }

    QString title() const override { return m_about.title; }
    QString hint() const override { return m_about.hint; }
    QString nextText() const override;
    bool check() override;

private:
    void layOut();
    void setUpRows();
    bool isTyped() const;
    bool hasTypedRows() const;
    QString writeTypedRows();
    void change();

    const About m_about;
    widgets::ChoiceStrip *m_way;
    transfer::MappingView *m_view;
    QStackedWidget *m_stack;
    QTableWidget *m_rows;
    QLabel *m_said;
    QTemporaryDir m_written;
    bool m_wasShown = false; ///< what is amiss with the rows as they are now
};

} // namespace ui::start
