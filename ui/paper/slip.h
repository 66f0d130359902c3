// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "paper/format.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <variant>

// A slip as data: a small form that goes out with a technician or home with a customer, is filled in
// by hand and comes back to be typed or scanned. Its number is large, its QR code opens the ticket.
// What is too long for one sheet goes on, with the number, on the next.
namespace ui::paper
{
struct LabelValue {
    QString label;
    QString value;
};

struct SlipSection {
    QString title;
};

struct SlipRows {
    QList<LabelValue> rows;
    int columns = 1; // 2 stand side by side on A5; the roll has always one
};

// Room to write by hand: a frame with ruled lines, 8.5 mm apart.
struct WriteIn {
    QString label;
    int lines = 2;
};

struct Check {
    QString label;
    bool ticked = false;
};

struct CheckRow {
    QString label;
    QList<Check> checks;
};

struct Signatures {
    QStringList labels;
};

struct Terms {
    QString text;
};

struct CutLine {
    QString caption;
};

using SlipPart = std::variant<SlipSection, SlipRows, WriteIn, CheckRow, Signatures, Terms, CutLine>;

struct Slip {
    QString company;
    QString title;
    QString number;
    QString qrContent; // empty: no code
    QString qrCaption;
    QList<SlipPart> parts;
    QString footer; // "打印 2026-11-20 14:32 王芳"
};
} // namespace ui::paper
