// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "paper/document.h"
#include "paper/piece.h"
#include "paper/slip.h"

#include <QPageLayout>

class QPainter;

// A document or a batch of slips, laid out: the pages that preview, printer and PDF all paint.
// They are plain values, cheap to copy; painting one is independent of the others. Charts live in
// graphics scenes, so laying out and painting belong to the window's thread.
namespace ui::paper
{
struct Page {
    QSizeF size; // units of measure.h
    QList<Placed> pieces;
};

class Pages
{
public:
    Pages() = default;
    Pages(QString title, QList<Page> pages);

    int count() const { return int(m_pages.size()); }
    QString title() const { return m_title; }
    QSizeF size_mm(int page) const;
    QPageLayout layout(int page) const; // the whole paper; its margins are already in the page

    // Paints one page with the paper's corner at the origin; the painter counts in points.
    void paint(QPainter &painter, int page) const;

    const QList<Page> &pages() const { return m_pages; }

private:
    QString m_title;
    QList<Page> m_pages;
};

Pages layOut(const Document &document);

// Each slip begins a sheet of its own; on the roll each is as long as its content.
Pages layOut(const QList<Slip> &slips, Format format);

// A5 pages two by two on A4 landscape, with a dashed line to cut along.
Pages twoUp(const Pages &pages);

int pageCount(const Document &document);
} // namespace ui::paper
