// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/desk_start.h"

#include "backups/restore_wizard.h"
#include "backups/unlock_dialog.h"
#include "common/run_until_quit.h"
#include "items/restore_task.h"
#include "items/unlock_task.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QMessageBox>
#include <QProgressDialog>

namespace app
{

using domain::Refusal;

namespace
{

struct Words {
    Q_DECLARE_TR_FUNCTIONS(app::DeskStart)
};

void tell(QMessageBox::Icon icon, const QString &title, const QString &text, const QString &more)
{
    QMessageBox box(icon, title, text, QMessageBox::Ok);
    box.setInformativeText(more);
    box.exec();
}

QString doneWords(const store::Restored &restored)
{
    QStringList lines{
        Words::tr("New tickets carry the letter %1 in their numbers.").arg(restored.letter)};
    if (!restored.setAside.isEmpty())
        lines << Words::tr("The database that was there before is kept: %1")
                     .arg(QDir::toNativeSeparators(restored.setAside));
    if (restored.broughtSecrets)
        lines << Words::tr("The desk opens as on the day of the backup.");
    return lines.join(QStringLiteral("\n\n"));
}

} // namespace

std::variant<std::monostate, store::Secrets, Refusal> unlock(
    const store::DeskFolder &folder, store::Keyring &keyring, domain::Random &random)
{
    items::UnlockTask task(folder, &keyring, random);
    std::optional<Refusal> refusal;
    {
        QEventLoop waiting;
        QObject::connect(&task, &items::UnlockTask::opened, &waiting, &QEventLoop::quit);
        QObject::connect(&task, &items::UnlockTask::failed, &waiting, [&](const Refusal &why) {
            refusal = why;
            waiting.quit();
        });
        runUntilQuit(waiting, [&task] { task.openByItself(); });
    }
    if (refusal && !store::isLocked(*refusal))
        return *refusal;
    if (refusal) {
        ui::backups::UnlockDialog dialog(task, folder.path);
        if (dialog.exec() != QDialog::Accepted)
            return std::monostate();
    }
    return *task.secrets();
}

std::optional<RestoreOrder> askForRestore()
{
    std::optional<RestoreOrder> order;
    ui::backups::RestoreWizard wizard({});
    QObject::connect(&wizard, &ui::backups::RestoreWizard::orderGiven, &wizard,
        [&order](const QString &file, const QString &typed) {
            order = RestoreOrder{file, typed, {}};
        });
    wizard.exec();
    return order;
}

void carryOut(const RestoreOrder &order, const store::DeskFolder &folder, domain::Clock &clock,
    domain::Random &random)
{
    items::RestoreTask task;
    QProgressDialog progress(Words::tr("Restoring %1").arg(QFileInfo(order.file).fileName()),
        Words::tr("Cancel"), 0, 1000);
    progress.setWindowTitle(Words::tr("Restore a backup"));
    progress.setAutoReset(false);
    progress.setMinimumDuration(0);
    QEventLoop waiting;
    QObject::connect(&task, &items::RestoreTask::progressed, &progress, &QProgressDialog::setValue);
    QObject::connect(&progress, &QProgressDialog::canceled, &task, &items::RestoreTask::cancel);
    QObject::connect(
        &task, &items::RestoreTask::restored, &waiting, [&](const store::Restored &restored) {
            progress.hide();
            waiting.quit();
            tell(QMessageBox::Information, progress.windowTitle(), Words::tr("The desk is back."),
                doneWords(restored));
        });
    QObject::connect(&task, &items::RestoreTask::failed, &waiting, [&](const Refusal &refusal) {
        progress.hide();
        waiting.quit();
        tell(QMessageBox::Warning, progress.windowTitle(), refusal.what, refusal.advice);
    });
    store::Unlocking desk;
    if (order.secrets)
        desk.known = order.secrets;
    runUntilQuit(waiting, [&] {
        task.restore(folder, {order.file, {}, desk, store::typed(order.typed)}, clock, random);
    });
}

} // namespace app
