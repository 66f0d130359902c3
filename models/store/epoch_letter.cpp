// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/epoch_letter.h"

#include "store/register_rows.h"

namespace store
{

using domain::Id;

bool isLaterLetter(const QString &a, const QString &b)
{
    return a.size() != b.size() ? a.size() > b.size() : a > b;
}

QString nextLetter(QString letter)
{
    for (qsizetype at = letter.size() - 1; at >= 0; --at) {
        if (letter[at] != u'Z') {
            letter[at] = QChar(letter[at].unicode() + 1);
            return letter;
        }
        letter[at] = u'A';
    }
    return u'A' + letter;
}

QString letterIn(Database &database, const Id &desk)
{
    const auto row = loadRow(database, desk);
    return row ? row->row.values.text(domain::desk::Letter) : QString();
}

} // namespace store
