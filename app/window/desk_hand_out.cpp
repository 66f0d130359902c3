// SPDX-License-Identifier: GPL-3.0-or-later
// What leaves the window: files, lists, copies for a person.
#include "window/desk_window.h"

#include "customers/person_sheet.h"
#include "paper/hand_out.h"
#include "store/attachment_places.h"

#include <QDesktopServices>
#include <QFileDialog>
#include <QUrl>

namespace app
{

using domain::Register;

ui::tickets::FileStore DeskWindow::fileStore()
{
    return {[this](const ui::tickets::NewFile &file) {
                return file.path.isEmpty() ? m_desk.keepContent(file.content, file.name)
                                           : m_desk.keepFile(file.path);
            },
        [this](const QString &name, const QByteArray &hash, const QString &key) {
            return openKept(name, hash, key);
        },
        [this](
            const domain::Id &ticket, const QByteArray &hash) { return whereKept(ticket, hash); }};
}

void DeskWindow::keep(const domain::Id &ticket, QFuture<Desk::Kept> kept)
{
    kept.then(this, [this, ticket](const Desk::Kept &outcome) {
        if (const auto *refusal = std::get_if<domain::Refusal>(&outcome))
            return say(tr("The file was not kept"), refusal->text());
        m_desk
            .submit(domain::ActOnTicket{
                ticket, QStringLiteral("attach"), std::get<domain::Values>(outcome), {}, 0, 0})
            .then(this, [this](const store::Verdict &verdict) {
                if (const domain::Refusal *refusal = store::refused(verdict))
                    say(tr("The file was not kept"), refusal->text());
            });
    });
}

QString DeskWindow::whereKept(const domain::Id &ticket, const QByteArray &hash)
{
    try {
        return store::whereAttachmentIs(m_desk.read().database(), m_desk.folder(), ticket, hash);
    } catch (const store::SqlFailure &) {
        return {};
    }
}

QFuture<bool> DeskWindow::openKept(const QString &name, const QByteArray &hash, const QString &key)
{
    const QString path = m_opened.filePath(QFileInfo(name).fileName());
    const domain::Values step{{domain::field::FileHash, hash}, {domain::field::FileKey, key}};
    return m_desk.openFile(step, path)
        .then(this, [this, path](const std::optional<domain::Refusal> &refusal) {
            if (refusal)
                say(tr("The file can't be opened"), refusal->text());
            else
                QDesktopServices::openUrl(QUrl::fromLocalFile(path));
            return !refusal;
        });
}

void DeskWindow::exportList(const store::TicketQuery &query, const QStringList &columns)
{
    exportSheet([=](store::Reader &reader) { return listSheet(reader, query, columns); });
}

void DeskWindow::exportRegister(Register reg, const QVector<qint64> &rows)
{
    exportSheet([=](store::Reader &reader) { return registerSheet(reader, reg, rows); });
}

void DeskWindow::exportCustomers(const items::CustomerQuery &query)
{
    exportSheet([=](store::Reader &reader) { return customerSheet(reader, query); });
}

void DeskWindow::exportSheet(const std::function<ListSheet(store::Reader &)> &sheet)
{
    auto *dialog = new QFileDialog(&m_shell, tr("Export the list"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilters({tr("Excel workbook (*.xlsx)"), tr("CSV table (*.csv)")});
    dialog->setDefaultSuffix(QStringLiteral("xlsx"));
    connect(dialog, &QFileDialog::fileSelected, this, [this, sheet](const QString &path) {
        m_background.ask([=](store::Reader &reader) { return writeList(sheet(reader), path); })
            .then(this, [this](const QString &error) {
                if (!error.isEmpty())
                    say(tr("The list was not exported"), error);
            });
    });
    dialog->open();
}

void DeskWindow::printList(const store::TicketQuery &query, const QStringList &columns)
{
    m_background.ask([=](store::Reader &reader) { return listSheet(reader, query, columns); })
        .then(this, [this](const ListSheet &sheet) {
            const QDateTime now =
                QDateTime::fromMSecsSinceEpoch(m_desk.clock().now_ms(), m_desk.read().zone());
            const auto rows = m_desk.read().findRows(Register::Company);
            const QString company = rows.isEmpty()
                ? QString()
                : rows.constFirst().row.values.text(domain::company::Name);
            ui::paper::printWithDialog(ui::paper::layOut(listDocument(sheet, company,
                                           now.toString(QStringLiteral("yyyy-MM-dd HH:mm")))),
                &m_shell);
        });
}

/// On record first, so that the copy names this look too.
void DeskWindow::copyForPerson(qint64 customer)
{
    const auto row = m_desk.read().findRow(customer);
    if (!row)
        return;
    m_desk.submit(domain::LookAt{row->row.id, {}, QStringLiteral("export"), {}})
        .then(this, [this, id = row->row.id](const store::Verdict &verdict) {
            if (const domain::Refusal *refusal = store::refused(verdict))
                return say(tr("The copy was not made"), refusal->text());
            const QDateTime now =
                QDateTime::fromMSecsSinceEpoch(m_desk.clock().now_ms(), m_desk.read().zone());
            m_background
                .ask([id, by = m_desk.actor(),
                         madeAt = now.toString(QStringLiteral("yyyy-MM-dd HH:mm"))](
                         store::Reader &reader) {
                    const auto copy = reports::findPersonCopy(reader, id);
                    return copy ? ui::customers::personDocument(reader, *copy, by, madeAt)
                                : ui::paper::Document();
                })
                .then(this, [this](const ui::paper::Document &document) {
                    ui::paper::savePdfWithDialog(
                        ui::paper::layOut(document), tr("Copy for the person.pdf"), &m_shell);
                });
        });
}

} // namespace app
