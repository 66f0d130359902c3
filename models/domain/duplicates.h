// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFlags>
#include <QStringList>
#include <QVector>

#include <functional>

namespace domain
{

/// What two customers' files have in common.
enum class Sameness : quint8 {
    Identity = 1, ///< the identity number
    Phone = 2, ///< a phone, and the names are the same
    PhoneLike = 4, ///< a phone, and the names are alike
    Account = 8, ///< an account or meter number, and the names are the same or alike
    AccountOnly =
        16, ///< an account or meter number under different names: one moved out, the other in
    Address = 32, ///< the address, and the names are the same or sound the same
};
Q_DECLARE_FLAGS(Samenesses, Sameness)
Q_DECLARE_OPERATORS_FOR_FLAGS(Samenesses)

/// How sure it is that they are of one person, the surest first.
enum class Likeness : quint8 { Certain, VeryLikely, Likely, Possible };

Likeness likenessOf(Samenesses why);
QString likenessWord(Likeness likeness);
/// "same identity number, same address and name"
QString samenessWords(Samenesses why);

/// How two names resemble each other: 张伟 and 张玮 sound the same, 王芳 and 王女士 may be one, and so may 老王.
enum class NameLikeness : quint8 { Different, Alike, SoundsSame, Same };
NameLikeness compareNames(const QString &one, const QString &other);
/// An address without the ways of writing it: 3栋2单元501 and 3-2-501室 are one.
QString addressKey(QStringView address);

/// One file as far as it says whose it is.
struct FileFacts {
    qint64 number = 0; ///< of the file that goes on; several facts may have the same
    QString name;
    QStringList phones;
    QString identity;
    QStringList addresses;
    QStringList accounts; ///< with the kind of number before each
};

struct DuplicatePair {
    qint64 one = 0; ///< the smaller number
    qint64 other = 0;
    Samenesses why;
    bool operator==(const DuplicatePair &) const = default;
};

/// Finds files of the same person among many: joins them by the hashes of what they have in common, never each
/// with each. A number that a crowd shares (an office's phone) says nothing of a person.
class DuplicateSearch
{
public:
    static constexpr int crowd = 24;

    void add(const FileFacts &facts);
    /// The surest first, then the newest. `step` is told how far it is, in parts of a hundred, and stops it with
    /// false.
    QVector<DuplicatePair> find(const std::function<bool(int)> &step = {}) const;

private:
    struct Line {
        quint64 hash;
        quint32 file;
        auto operator<=>(const Line &) const = default;
    };
    struct File {
        qint64 number;
        QString name;
    };
    using Lines = std::vector<Line>;
    class Join;

    std::vector<File> m_files;
    Lines m_identities;
    Lines m_phones;
    Lines m_accounts;
    Lines m_addresses;
};

} // namespace domain
