// SPDX-License-Identifier: GPL-3.0-or-later
#include "paper/hand_out.h"

#include "paper/output.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileDialog>
#include <QMessageBox>
#include <QPrintDialog>
#include <QPrinter>
#include <QStandardPaths>

#include <memory>

namespace ui::paper
{
namespace
{
struct Words {
    Q_DECLARE_TR_FUNCTIONS(ui::paper)
};

void say(const QString &what, QWidget *parent)
{
    auto *box = new QMessageBox(QMessageBox::Warning, QString(), what, QMessageBox::Ok, parent);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->open();
}
} // namespace

void printWithDialog(const Pages &pages, QWidget *parent, const std::function<void()> &done)
{
    const auto printer = std::make_shared<QPrinter>(QPrinter::HighResolution);
    printer->setDocName(pages.title());
    if (pages.count() > 0)
        printer->setPageLayout(pages.layout(0));
    auto *dialog = new QPrintDialog(printer.get(), parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setOption(QAbstractPrintDialog::PrintPageRange);
    dialog->setMinMax(1, qMax(1, pages.count()));
    QObject::connect(dialog, qOverload<QPrinter *>(&QPrintDialog::accepted), parent,
        [pages, printer, parent, done](QPrinter *) {
            if (!print(pages, *printer))
                say(Words::tr("The printer can't be reached. Choose another one, or save a PDF."),
                    parent);
            else if (done)
                done();
        });
    dialog->open();
}

void savePdfWithDialog(const Pages &pages, const QString &suggestedName, QWidget *parent,
    const std::function<void()> &done)
{
    const QDir documents(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
    auto *dialog = new QFileDialog(parent, Words::tr("Save as PDF"),
        documents.filePath(suggestedName), Words::tr("PDF files (*.pdf)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("pdf"));
    dialog->selectFile(suggestedName);
    QObject::connect(
        dialog, &QFileDialog::fileSelected, parent, [pages, parent, done](const QString &path) {
            QString error;
            if (!writePdf(pages, path, &error))
                say(Words::tr("%1 can't be written: %2").arg(path, error), parent);
            else if (done)
                done();
        });
    dialog->open();
}

} // namespace ui::paper
