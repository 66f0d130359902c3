// SPDX-License-Identifier: GPL-3.0-or-later
#include "record/recovery_code.h"

#include "record/typed_code.h"

#include <QVector>

#include <array>

namespace record
{

namespace
{

constexpr int drawn = 24;

/// In the field of 32 elements (x⁵ + x² + 1): the next power of its generator.
constexpr int doubled(int value)
{
    return value & 16 ? ((value << 1) ^ 0b100101) : value << 1;
}

constexpr int product(int a, int b)
{
    int sum = 0;
    for (; b; b >>= 1, a = doubled(a)) {
        if (b & 1)
            sum ^= a;
    }
    return sum;
}

/// Each place has a weight of its own, so a wrong character or two exchanged ones give another sum.
int checkOf(const QVector<int> &values)
{
    int sum = 0, weight = 1;
    for (int i = 0; i < drawn; ++i) {
        weight = doubled(weight);
        sum ^= product(weight, values[i]);
    }
    return sum;
}

QString written(const QVector<int> &values)
{
    QString text;
    for (int value : values)
        text += typedAlphabet[value];
    return text;
}

} // namespace

RecoveryCode RecoveryCode::fresh(domain::Random &random)
{
    std::array<quint8, drawn> bytes;
    random.fill(bytes);
    QVector<int> values;
    for (quint8 byte : bytes)
        values << (byte & 31);
    values << checkOf(values);
    return RecoveryCode(written(values));
}

RecoveryCode::Read RecoveryCode::read(const QString &typed)
{
    const QString text = plainTyped(typed);
    QVector<int> values;
    for (QChar c : text)
        values << int(typedAlphabet.indexOf(c));
    if (values.size() != drawn + 1 || values.contains(-1))
        return {};
    if (checkOf(values) != values.constLast())
        return {Reading::Mistyped, {}};
    return {Reading::Code, RecoveryCode(text)};
}

QString RecoveryCode::grouped() const
{
    return inGroups(m_characters);
}

} // namespace record
