// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/command.h"
#include "domain/refusal.h"
#include "geo/edits.h"
#include "geo/flaws.h"

#include <QObject>

#include <atomic>
#include <memory>

namespace items
{

/// A division that somebody is drawing: the grids and their areas in memory, every deed undone as often as one likes, and what is
/// wrong with the whole found on another thread. It becomes one command or nothing. Areas are always valid in themselves;
/// where an edit puts a corner on a common border, the neighbour gets it too.
class DivisionDraft : public QObject
{
    Q_OBJECT

public:
    struct Grid {
        domain::GridArea area;
        QString code;
        QString name;
        bool isNew = false;
        bool operator==(const Grid &) const = default;
    };
    using Grids = QVector<Grid>;

    explicit DivisionDraft(Grids grids, QObject *parent = nullptr);
    ~DivisionDraft() override;

    const Grids &grids() const { return m_steps[m_at].grids; }
    const Grid *find(const domain::Id &grid) const;
    /// The grids whose areas, codes or names are others than before.
    QVector<domain::Id> changed() const;

    // Each changes the draft, or says why it can't be and changes nothing.
    using Answer = std::optional<domain::Refusal>;
    /// Gives a grid this outline, drawn onto the neighbours' borders where it comes near them.
    Answer draw(const domain::Id &grid, const domain::Shape &outline);
    Answer add(const Grid &grid);
    /// Parts a grid: the largest part stays with it, the others become new grids with these ids, codes and names.
    Answer split(const domain::Id &grid, const geo::Line &line, const QVector<Grid> &others);
    /// How many new grids such a split would make, or why it can't be.
    std::variant<int, domain::Refusal> newPartsOf(
        const domain::Id &grid, const geo::Line &line) const;
    /// The first grows by the others, which have no area any more.
    Answer merge(const domain::Id &into, const QVector<domain::Id> &others);
    Answer moveBorder(const domain::Id &one, const domain::Id &other, const geo::Line &line);
    /// Takes an overlap from all but one of its grids, or gives a gap to a grid.
    Answer heal(const geo::Flaw &flaw, const domain::Id &to);
    Answer clear(const domain::Id &grid);

    bool canUndo() const { return m_at > 0; }
    bool canRedo() const { return m_at + 1 < m_steps.size(); }
    /// What would be undone: "Split 07"; empty when nothing is.
    QString undoText() const { return m_steps[m_at].deed; }
    void undo();
    void redo();

    /// Gaps and overlaps of the draft as it is; empty while they are looked for. They name grids by their place in grids().
    const QVector<geo::Flaw> &flaws() const { return m_flaws; }
    bool isLooking() const { return m_isLooking; }

    /// Codes for new grids as the others are coded; empty ones where none are left.
    QStringList proposedCodes(int count) const;
    /// What is odd about a code, in words; empty when nothing is. It is taken all the same.
    static QString oddityOfCode(const QString &code);

    /// Everything that was drawn, for a day on.
    domain::DrawGrids command(qint64 from_ms, const QString &reason) const;

Q_SIGNALS:
    void changedGrids();
    void flawsFound();

private:
    struct Step {
        Grids grids;
        QString deed;
    };
    using Flaws = QVector<geo::Flaw>;

    int placeOf(const domain::Id &grid) const;
    /// The areas round about one, and which they are.
    struct Around {
        geo::Shapes shapes;
        QVector<int> places;
    };
    Around around(const domain::GeoBox &box, const QVector<int> &without) const;
    /// Puts what came of an edit in the place of what was edited.
    Answer take(const geo::Outcome &outcome, const Around &around, const QVector<int> &edited,
        const QString &deed);
    void push(Grids grids, const QString &deed);
    void goTo(qsizetype step);
    void look();

    QVector<Step> m_steps;
    qsizetype m_at = 0;
    Flaws m_flaws;
    bool m_isLooking = false;
    std::shared_ptr<std::atomic<bool>> m_stop; ///< of the search under way
};

} // namespace items
