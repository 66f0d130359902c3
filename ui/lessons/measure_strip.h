// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/background.h"
#include "reports/improvements.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace store
{
struct Committed;
}

namespace ui::registers
{
class RegisterForm;
struct FormSubject;
} // namespace ui::registers

namespace ui::tickets
{
class TicketPage;
}

namespace ui::lessons
{

/// What is done so that a complaint doesn't come again, on the complaint's own page: each measure in words with the button for what comes
/// next, and the form in which one is added, done or checked. Ctrl+M adds one, Ctrl+Shift+M goes on with the first that isn't finished. On
/// tickets that are no complaints it takes no room.
class MeasureStrip : public QWidget
{
    Q_OBJECT

public:
    /// The page must outlive it.
    explicit MeasureStrip(tickets::TicketPage &page);

    const QVector<::reports::Improvement> &measures() const { return m_measures; }
    void add();
    /// Done or checked, whichever comes next.
    void goOn();
    bool isFormTouched() const;

private:
    void layOut();
    void bindKeys();
    void showTicket();
    void takeIn(const store::Committed &committed);
    void renew();
    void showMeasures(const QVector<::reports::Improvement> &measures);
    void addLine(const ::reports::Improvement &one);
    QString words(const ::reports::Improvement &one) const;
    QPushButton *nextButton(const ::reports::Improvement &one, QWidget *line);
    bool mayKeep() const;
    /// The form of what comes next for one.
    void step(const domain::Id &measure);
    registers::FormSubject stepFor(const ::reports::Improvement &one) const;
    void begin(const registers::FormSubject &subject);

    tickets::TicketPage &m_page;
    domain::Id m_ticket; ///< null: no complaint is shown
    QVector<::reports::Improvement> m_measures;
    QLabel *m_title;
    QPushButton *m_add;
    QVBoxLayout *m_lines;
    registers::RegisterForm *m_form;
    items::Background m_background;
};

} // namespace ui::lessons
