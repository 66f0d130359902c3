// SPDX-License-Identifier: GPL-3.0-or-later
#include "paper/output.h"

#include "paper/pdf_text.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QPainter>
#include <QPdfWriter>
#include <QPrinter>
#include <QSaveFile>

namespace ui::paper
{

namespace
{
Pages inRanges(const Pages &pages, const QPageRanges &ranges)
{
    if (ranges.isEmpty())
        return pages;
    QList<Page> chosen;
    for (int i = 0; i < pages.count(); ++i) {
        if (ranges.contains(i + 1))
            chosen.append(pages.pages()[i]);
    }
    return {pages.title(), chosen};
}

bool paintAll(const Pages &pages, QPagedPaintDevice &device)
{
    if (pages.count() == 0)
        return false;
    device.setPageLayout(pages.layout(0));
    QPainter painter;
    if (!painter.begin(&device))
        return false;
    for (int i = 0; i < pages.count(); ++i) {
        if (i > 0) {
            if (pages.size_mm(i) != pages.size_mm(i - 1))
                device.setPageLayout(pages.layout(i));
            if (!device.newPage())
                return false;
        }
        painter.save();
        painter.scale(device.logicalDpiX() / 72.0, device.logicalDpiY() / 72.0);
        pages.paint(painter, i);
        painter.restore();
    }
    return painter.end();
}
} // namespace

bool print(const Pages &pages, QPagedPaintDevice &device)
{
    const Pages chosen = inRanges(pages, device.pageRanges());
    const auto *printer = dynamic_cast<QPrinter *>(&device);
    if (printer && printer->outputFormat() == QPrinter::PdfFormat)
        return writePdf(chosen, printer->outputFileName(), nullptr);
    return paintAll(chosen, device);
}

QByteArray pdfOf(const Pages &pages)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setTitle(pages.title());
    writer.setCreator(QStringLiteral("Griddesk"));
    if (!paintAll(pages, writer))
        return {};
    return withReadableText(buffer.data());
}

bool writePdf(const Pages &pages, const QString &path, QString *error)
{
    const QByteArray pdf = pdfOf(pages);
    QSaveFile file(path);
    if (!pdf.isEmpty() && file.open(QIODevice::WriteOnly) && file.write(pdf) == pdf.size()
        && file.commit())
        return true;
    if (error)
        *error = pdf.isEmpty()
            ? QCoreApplication::translate("ui::paper", "There is nothing to print.")
            : file.errorString();
    return false;
}

bool writePdf(const Document &document, const QString &path, QString *error)
{
    return writePdf(layOut(document), path, error);
}

} // namespace ui::paper
