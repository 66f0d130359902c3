// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QVariant>
#include <QVector>

namespace domain
{

/// The filled-in fields of one thing, by field number in ascending order. An absent field is one
/// that nobody filled in; putting an empty value in takes the field out. A personal field may hold
/// its sealed form (a QByteArray) instead of its text: whoever holds the key opens it.
class Values
{
public:
    struct Item {
        quint8 field;
        QVariant value;
        bool operator==(const Item &) const = default;
    };

    Values() = default;
    Values(std::initializer_list<Item> items);

    bool has(quint8 field) const { return find(field) != nullptr; }
    /// An invalid QVariant when the field is not filled in.
    QVariant operator[](quint8 field) const;
    QString text(quint8 field) const { return (*this)[field].toString(); }
    qint64 number(quint8 field) const { return (*this)[field].toLongLong(); }
    bool flag(quint8 field) const { return (*this)[field].toBool(); }

    void set(quint8 field, const QVariant &value);
    void remove(quint8 field);
    /// Every field of `others` replaces the one here.
    void merge(const Values &others);

    bool isEmpty() const { return m_items.isEmpty(); }
    qsizetype size() const { return m_items.size(); }
    auto begin() const { return m_items.cbegin(); }
    auto end() const { return m_items.cend(); }
    bool operator==(const Values &) const = default;

private:
    const Item *find(quint8 field) const;

    QVector<Item> m_items;
};

/// Whether a value counts as not filled in: invalid, an empty text or empty bytes.
bool isBlank(const QVariant &value);

} // namespace domain
