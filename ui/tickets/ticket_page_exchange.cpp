// SPDX-License-Identifier: GPL-3.0-or-later
#include "tickets/ticket_page.h"

#include "domain/decide.h"
#include "tickets/dispatch_text.h"
#include "tickets/file_strip.h"
#include "widgets/banner.h"

#include <QApplication>
#include <QClipboard>
#include <QKeyEvent>
#include <QMimeData>
#include <QVBoxLayout>

#include <algorithm>

// What comes into a ticket's page and goes out of it: files and pictures, the text for whoever has no desk, parts that
// other folders add.

namespace ui::tickets
{

using namespace domain;

/// The matter goes to the clipboard for whoever has no desk, and the form asks who was told.
void TicketPage::copyForPhone()
{
    if (m_card.isEmpty())
        return;
    if (!m_card.customer().number)
        return copied();
    // A number that is covered helps nobody; whoever may not see it has to say why first.
    if (m_sight.asksForReason())
        return m_banner->showMessage(
            widgets::Mood::Late, tr("The number is covered. Show it with a reason first."));
    m_office.looks
        .note({m_card.ticket().values[field::Customer].value<Id>(), m_card.ticket().id,
            QStringLiteral("slip"), {}})
        .then(this, [this, of = m_card.number()](bool isNoted) {
            if (of != m_card.number())
                return;
            m_sight.lookClosely();
            isNoted ? copied()
                    : m_banner->showMessage(
                        widgets::Mood::Late, tr("The look could not be put on record."));
        });
}

void TicketPage::copied()
{
    QGuiApplication::clipboard()->setText(dispatchText(m_card, m_office.desk.read()));
    const bool isOpen = std::ranges::any_of(m_card.actions(m_office.desk.actor()),
        [](const ActionSpec *open) { return QLatin1StringView(open->code) == u"notify"; });
    if (isOpen && !m_form->isOpen())
        openForm(QStringLiteral("notify"));
    m_banner->showMessage(widgets::Mood::Done,
        tr("The text is in the clipboard. Paste it or read it out, and enter who was told."));
}

void TicketPage::attach(const QList<NewFile> &files)
{
    if (m_card.isEmpty() || !m_office.files.keep)
        return;
    for (const NewFile &file : files) {
        m_office.files.keep(file).then(
            this, [this, ticket = m_card.ticket().id](const FileStore::Kept &kept) {
                if (const auto *refusal = std::get_if<Refusal>(&kept))
                    m_banner->showMessage(widgets::Mood::Late, refusal->text());
                else
                    keep(ticket, std::get<Values>(kept));
            });
    }
}

void TicketPage::keep(const Id &ticket, const Values &file)
{
    m_office.desk.submit(ActOnTicket{ticket, QStringLiteral("attach"), file})
        .then(this, [this](const store::Verdict &verdict) {
            if (const Refusal *refusal = store::refused(verdict))
                m_banner->showMessage(widgets::Mood::Late, refusal->text());
        });
}

void TicketPage::addPart(QWidget *part, std::function<bool()> isTouched)
{
    m_column->insertWidget(m_column->indexOf(m_files) + 1, part);
    m_touched.push_back(std::move(isTouched));
}

bool TicketPage::isFormTouched() const
{
    return m_form->isTouched()
        || std::ranges::any_of(m_touched, [](const auto &isTouched) { return isTouched(); });
}

void TicketPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (!m_card.isEmpty())
        m_card.show(m_card.number());
}

void TicketPage::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape) {
        Q_EMIT left();
        return;
    }
    if (event->matches(QKeySequence::Paste) && !m_card.isEmpty()) {
        if (const QMimeData *data = QApplication::clipboard()->mimeData())
            m_files->take(*data);
        return;
    }
    QWidget::keyPressEvent(event);
}

} // namespace ui::tickets
