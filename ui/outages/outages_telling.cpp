// SPDX-License-Identifier: GPL-3.0-or-later
// Who is told of an outage: everybody by its text and on paper, those who depend on it by phone, those who called when it is over.
#include "outages/outages_page.h"

#include "desk.h"
#include "items/gates.h"
#include "outages/key_users_dialog.h"
#include "outages/outage_card.h"
#include "outages/outage_notice.h"
#include "slips/sheet_dialog.h"
#include "widgets/banner.h"

#include <QClipboard>
#include <QGuiApplication>

namespace ui::outages
{

using namespace domain;
using items::OutageLine;
using items::OutageListModel;

namespace
{
constexpr qsizetype toldAtOnce = 200; ///< so many share a transaction
} // namespace

/// The text goes to the clipboard, for the notice board, the groups and the key users' phones.
void OutagesPage::announce()
{
    const OutageListModel::Line *line = current();
    if (!line)
        return;
    QGuiApplication::clipboard()->setText(
        OutageCard::announcement(line->outage, m_desk.read().zone()));
    put({{outage::Announced, m_desk.clock().now_ms()}},
        tr("The text is in the clipboard; paste it where people read it."));
}

/// The same text on paper, for staircases and gates.
void OutagesPage::printNotice()
{
    const OutageListModel::Line *line = current();
    if (!line)
        return;
    const paper::Pages pages = paper::layOut(outageNotice(line->outage, m_desk.read()));
    auto *dialog =
        new slips::SheetDialog(pages.title(), {{{}, [pages] { return pages; }}}, window());
    connect(dialog, &slips::SheetDialog::handedOut, this, [this, of = line->outage.id] {
        const OutageListModel::Line *line = current();
        if (line && line->outage.id == of && !line->outage.announced_ms)
            put({{outage::Announced, m_desk.clock().now_ms()}}, tr("Recorded as announced."));
    });
    dialog->open();
}

void OutagesPage::callKeyUsers()
{
    const OutageListModel::Line *line = current();
    if (!line)
        return;
    if (!items::isOpenTo(
            {.registers = {Register::Customer}}, m_desk.who(), m_desk.read().grants())) {
        return m_banner->showMessage(widgets::Mood::Late,
            tr("Customers' files aren't yours to see: let somebody call who keeps them."));
    }
    auto *dialog = new KeyUsersDialog(m_desk, line->outage, window());
    connect(dialog, &KeyUsersDialog::allTold, this, [this, of = line->outage.id] {
        if (const OutageListModel::Line *line = current(); line && line->outage.id == of)
            put({{outage::KeyUsersTold, m_desk.clock().now_ms()}},
                tr("Recorded that who depends on it was told."));
    });
    dialog->open();
}

/// Asked once more, since what was told can't be taken back.
void OutagesPage::tellAll()
{
    const OutageListModel::Line *line = current();
    if (!line || line->calls.waiting == 0)
        return m_banner->showMessage(widgets::Mood::Late, tr("Nobody waits with this outage."));
    if (line->outage.stage != OutageLine::Over)
        return m_banner->showMessage(
            widgets::Mood::Late, tr("It isn't over yet: say that it is, then tell them."));
    if (std::exchange(m_asked, line->outage.id) != line->outage.id)
        return m_banner->showMessage(widgets::Mood::Open,
            tr("%n ticket(s) will be recorded as told by text message. Press the same key again.",
                nullptr, int(line->calls.waiting)));
    m_asked = {};
    m_background
        .ask([row = line->outage.row](store::Reader &reader) {
            return items::findWaiting(reader, {.filters = {items::callersOf(row)}});
        })
        .then(this, [this](const QVector<items::Waiting> &waiting) {
            m_telling = items::Telling(waiting, QStringLiteral("text"), {});
            tellOn();
        });
}

/// All of them go through the same gates as one by one; who was told meanwhile at another desk is not told again.
void OutagesPage::tellOn()
{
    const QVector<Command> commands = m_telling.next(toldAtOnce);
    if (!commands.isEmpty()) {
        m_desk.submitAll(commands).then(this, [this](const QVector<store::Verdict> &verdicts) {
            m_telling.take(verdicts);
            tellOn();
        });
        return;
    }
    const QString told = tr("%n told by text message", nullptr, int(m_telling.done()));
    m_banner->showMessage(m_telling.refused() ? widgets::Mood::Late : widgets::Mood::Done,
        m_telling.refused() ? tr("%1; %2 could not be.").arg(told).arg(m_telling.refused()) : told);
}

} // namespace ui::outages
