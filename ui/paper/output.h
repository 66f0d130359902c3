// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "paper/pages.h"

#include <QString>

class QPagedPaintDevice;

// Laid-out pages leave for a printer or a PDF file. Text in the PDF can be selected and found.
namespace ui::paper
{
// Prints the pages of the device's page range, or all. A printer that was told to print into a PDF
// file gives the same file as writePdf. False where the device can't be painted on, e.g. a printer
// that has gone away.
bool print(const Pages &pages, QPagedPaintDevice &device);

// The pages as the bytes of a PDF; empty where there is no page.
QByteArray pdfOf(const Pages &pages);

// Writes beside the file and renames, so that a file that stood there is replaced whole or not at
// all. On failure *error says why.
bool writePdf(const Pages &pages, const QString &path, QString *error);
bool writePdf(const Document &document, const QString &path, QString *error);
} // namespace ui::paper
