// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractListModel>
#include <QString>
#include <QVariant>

#include <functional>

namespace ui::widgets
{

// Something that a field may be filled with: a person, a category, an address.
struct Candidate {
    QVariant id;
    QString code; // short label that people also type, such as a grid's number; may be empty
    QString text;
    QString note; // shown muted at the right; not matched
};

// Does this candidate fit what was typed? Injected, so that pinyin stays out of the widgets.
using CandidateMatch = std::function<bool(const Candidate &candidate, const QString &typed)>;
using CandidateSource = std::function<QList<Candidate>()>;

// Matches text and code, without regard to case.
bool matchesPlainly(const Candidate &candidate, const QString &typed);

// Reads the candidates from a model's first column; roles of -1 leave their part empty.
CandidateSource candidatesFrom(const QAbstractItemModel *model, int idRole, int textRole,
    int codeRole = -1, int noteRole = -1);

class CandidateModel : public QAbstractListModel
{
    Q_OBJECT

public:
    using QAbstractListModel::QAbstractListModel;

    void setCandidates(QList<Candidate> candidates);
    const Candidate &at(int row) const { return m_candidates.at(row); }
    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    QList<Candidate> m_candidates;
};

} // namespace ui::widgets
