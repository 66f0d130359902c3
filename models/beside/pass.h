// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/registers.h"
#include "domain/shape.h"
#include "record/cbor.h"

#include <concepts>
#include <limits>
#include <tuple>
#include <variant>

namespace beside
{

/// How things pass through the socket. Each kind of thing names its members once, in members() (see parts.h), and
/// from that follow writing and reading: a CBOR array with the members in their order; a variant is the number of its
/// alternative and that one's array. Both sides are the same version of the program, so no number has to last.

template <typename Thing, typename Of>
concept Is = std::same_as<std::remove_const_t<Thing>, Of>;

/// Writes; never fails.
class Giver
{
public:
    explicit Giver(QByteArray *target)
        : m_out(target)
    {
    }

    template <typename... Members> void all(const Members &...each)
    {
        m_out.array(sizeof...(each));
        (one(each), ...);
        m_out.endArray();
    }

    void one(const domain::Id &id) { m_out.id(id); }
    void one(const QString &text) { m_out.text(text); }
    void one(const QByteArray &bytes) { m_out.bytes(bytes); }
    void one(const domain::Values &values);
    void one(const domain::Shape &shape);
    template <typename Number>
    requires std::integral<Number> || std::is_enum_v<Number>
    void one(Number number) { m_out.number(qint64(number)); }
    template <typename Thing> void one(const QList<Thing> &things)
    {
        m_out.array(quint64(things.size()));
        for (const Thing &thing : things)
            one(thing);
        m_out.endArray();
    }
    template <typename... Kinds> void one(const std::variant<Kinds...> &variant)
    {
        m_out.array(2);
        m_out.number(qint64(variant.index()));
        std::visit([this](const auto &thing) { one(thing); }, variant);
        m_out.endArray();
    }
    template <typename Thing>
    requires requires(const Thing &thing) { members(thing); }
    void one(const Thing &thing)
    {
        std::apply([this](const auto &...each) { all(each...); }, members(thing));
    }

private:
    record::CborWriter m_out;
};

/// Reads. What doesn't fit turns ok() off for good; asked once at the end.
class Receiver
{
public:
    explicit Receiver(const QByteArray &source)
        : m_in(source)
    {
    }

    /// Read to the end, and all of it fitted.
    bool isWhole() { return m_in.atEnd(); }

    template <typename... Members> void all(Members &...each)
    {
        begin(sizeof...(each));
        (one(each), ...);
        m_in.endArray();
    }

    void one(domain::Id &id) { id = m_in.id(); }
    void one(QString &text) { text = m_in.text(); }
    void one(QByteArray &bytes) { bytes = m_in.bytes(); }
    void one(domain::Values &values);
    void one(domain::Register &reg);
    void one(domain::Shape &shape);
    template <typename Number>
    requires std::integral<Number> || std::is_enum_v<Number>
    void one(Number &number)
    {
        const qint64 read = m_in.number();
        number = Number(read);
        if (qint64(number) != read)
            m_in.fail();
    }
    template <typename Thing> void one(QList<Thing> &things)
    {
        for (qsizetype left = m_in.array(); left > 0 && m_in.ok(); --left)
            one(things.emplaceBack());
        m_in.endArray();
    }
    template <typename... Kinds> void one(std::variant<Kinds...> &variant)
    {
        begin(2);
        const qint64 index = m_in.number();
        qint64 kind = 0;
        const bool isKnown =
            ((kind++ == index && (one(variant.template emplace<Kinds>()), true)) || ...);
        if (!isKnown)
            m_in.fail();
        m_in.endArray();
    }
    template <typename Thing>
    requires requires(Thing &thing) { members(thing); }
    void one(Thing &thing)
    {
        std::apply([this](auto &...each) { all(each...); }, members(thing));
    }

private:
    void begin(qsizetype size)
    {
        if (m_in.array() != size)
            m_in.fail();
    }

    record::CborReader m_in;
};

} // namespace beside
