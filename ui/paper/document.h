// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "paper/format.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <variant>

// A report as data: what stands on the paper, in which order, and nothing about how it is painted.
// A document has a heading (whose, what, about when, made when and by whom) and blocks below it:
// key figures, text, tables, charts. All texts arrive ready to be read, numbers with their units.
namespace ui::paper
{
struct Heading {
    QString company;
    QString title;
    QString period; // "2026 年 11 月"
    QString scope; // "全部网格"; may be empty
    QString madeBy;
    QString madeAt;
};

// One figure in large type. The change against the period before is told in words.
struct KeyFigure {
    QString label;
    QString value;
    QString unit;
    QString change;
};

struct KeyFigures {
    QList<KeyFigure> figures;
};

struct Section {
    QString title; // stays on the page of what follows it
};

enum class Align { Left, Center, Right };

struct Paragraph {
    QString text;
    bool quiet = false; // a note in small grey type
    bool large = false; // read from a wall, standing
    Align align = Align::Left;
};

struct Column {
    QString title;
    Align align = Align::Left;
    qreal share = 1; // of the table's width, relative to the other columns
    QString group; // neighbours with the same group stand under one spanning title
};

// The head is repeated on every page; a row is torn only when it is taller than a whole page.
struct Table {
    QString caption;
    QList<Column> columns;
    QList<QStringList> rows;
    QStringList total; // empty: no total row
    QString whenEmpty; // what stands there when there are no rows
};

struct Series {
    QString name;
    QList<qreal> values; // one for each category
};

struct Chart {
    enum class Kind {
        Bars, // upright; several series stand beside one another
        Line,
        HorizontalBars, // for long category names
        // Upright bars in falling order, the first series, and over them the second one as a line: shares of
        // the bars' sum, between 0 and 1, by a scale of their own at the right.
        Pareto,
    };

    Kind kind = Kind::Bars;
    QString title;
    QString unit;
    QStringList categories;
    QList<Series> series;
    int decimals = 0; // of the values written at the bars and points
    qreal level = 0; // of a Pareto chart: the share that a broken line marks; 0: none
};

// What may be done at a station, and where it leads.
struct FlowWay {
    QString deed;
    QString leadsTo; // in words; empty: it stays where it is
    QString details; // who, by when, with what
    int target = -1; // the station that it leads to, by its place in the chart; -1: none
};

struct FlowStation {
    QString title;
    bool isEnd = false;
    QList<FlowWay> ways;
};

// A way from station to station, in the order in which they stand below each other.
struct FlowChart {
    QList<FlowStation> stations;
};

struct PageBreak {
};

using Content = std::variant<KeyFigures, Section, Paragraph, Table, Chart, FlowChart, PageBreak>;

struct Block {
    Content content;
    bool keepWithNext = false;
};

struct Document {
    Format format = Format::A4;
    Heading heading;
    QList<Block> blocks;
};
} // namespace ui::paper
