// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/candidate.h"

namespace ui::widgets
{

bool matchesPlainly(const Candidate &candidate, const QString &typed)
{
    return candidate.text.contains(typed, Qt::CaseInsensitive)
        || candidate.code.startsWith(typed, Qt::CaseInsensitive);
}

CandidateSource candidatesFrom(
    const QAbstractItemModel *model, int idRole, int textRole, int codeRole, int noteRole)
{
    return [=] {
        QList<Candidate> candidates;
        for (int row = 0; row < model->rowCount(); ++row) {
            const QModelIndex index = model->index(row, 0);
            const auto part = [&](int role) {
                return role < 0 ? QString() : index.data(role).toString();
            };
            candidates.append({index.data(idRole), part(codeRole), part(textRole), part(noteRole)});
        }
        return candidates;
    };
}

void CandidateModel::setCandidates(QList<Candidate> candidates)
{
    beginResetModel();
    m_candidates = std::move(candidates);
    endResetModel();
}

int CandidateModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_candidates.size());
}

QVariant CandidateModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Candidate &candidate = m_candidates.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return candidate.text;
    case Qt::AccessibleTextRole:
        return QStringList{candidate.code, candidate.text, candidate.note}
            .join(QLatin1Char(' '))
            .trimmed();
    default:
        return {};
    }
}

} // namespace ui::widgets
