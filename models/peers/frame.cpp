// SPDX-License-Identifier: GPL-3.0-or-later
#include "peers/frame.h"

#include "peers/frame_codec.h"
#include "record/cbor_form.h"

#include <QtEndian>

namespace peers
{

namespace
{

/// A frame is an array, in it lists, in these arrays, in these strings.
constexpr int frameDepth = 8;

struct TypeOf {
    qint64 operator()(const UnknownFrame &frame) const { return frame.type; }
    template <typename One> qint64 operator()(const One &) const { return One::type; }
};

struct Write {
    record::CborWriter &out;

    template <typename One> void operator()(const One &frame) const
    {
        MemberCount count;
        One::members(count, frame);
        out.array(count.count + 1);
        out.number(One::type);
        MemberWriter writer(out);
        One::members(writer, frame);
        out.endArray();
    }
    void operator()(const UnknownFrame &) const { }
};

template <typename One>
concept Growing = One::mayGrow;

template <typename One> bool readMembers(record::CborReader &in, quint64 members, One &frame)
{
    MemberCount count;
    One::members(count, frame);
    if (Growing<One> ? members < count.count : members != count.count)
        return false;
    MemberReader reader(in);
    One::members(reader, frame);
    return in.ok();
}

/// Reads the frame of this type, if `One` is it.
template <typename One>
bool readAs(qint64 type, quint64 members, record::CborReader &in, Frame &frame, bool &isRead)
{
    if (type != One::type)
        return false;
    One one;
    isRead = readMembers(in, members, one);
    frame = std::move(one);
    return true;
}

template <>
bool readAs<UnknownFrame>(qint64 type, quint64, record::CborReader &, Frame &frame, bool &isRead)
{
    isRead = type > 0;
    frame = UnknownFrame{type};
    return true;
}

template <typename... All>
bool readAny(const std::variant<All...> &, qint64 type, quint64 members, record::CborReader &in,
    Frame &frame)
{
    bool isRead = false;
    (readAs<All>(type, members, in, frame, isRead) || ...);
    return isRead;
}

} // namespace

qint64 typeOf(const Frame &frame)
{
    return std::visit(TypeOf(), frame);
}

QByteArray encodeFrame(const Frame &frame)
{
    QByteArray body;
    record::CborWriter out(&body);
    std::visit(Write{out}, frame);
    QByteArray whole(sizeof(quint32), Qt::Uninitialized);
    qToBigEndian(quint32(body.size()), whole.data());
    return whole += body;
}

std::variant<Frame, FrameFault> decodeFrame(const QByteArray &body)
{
    const record::CborForm form = record::formOf(body, frameDepth);
    if (form != record::CborForm::Canonical)
        return form == record::CborForm::Broken ? FrameFault::Broken : FrameFault::NotCanonical;
    record::CborReader in(body);
    const auto members = quint64(in.array());
    const qint64 type = in.number();
    Frame frame;
    if (!in.ok() || !readAny(frame, type, members - 1, in, frame))
        return FrameFault::Unfit;
    return frame;
}

} // namespace peers
