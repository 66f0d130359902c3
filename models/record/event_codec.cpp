// SPDX-License-Identifier: GPL-3.0-or-later
#include "record/event_codec.h"

#include "record/cbor.h"
#include "record/cbor_form.h"

namespace record
{

using namespace domain;

namespace
{

void write(CborWriter &out, const QVector<ClockStart> &starts)
{
    out.array(quint64(starts.size()));
    for (const ClockStart &start : starts) {
        out.array(5);
        out.text(start.clock);
        out.number(start.due_ms);
        out.number(start.basis.minutes);
        out.number(start.basis.days);
        out.text(start.basis.hours);
        out.endArray();
    }
    out.endArray();
}

QVector<ClockStart> readStarts(CborReader &in)
{
    QVector<ClockStart> starts;
    for (qsizetype i = in.array(); i > 0 && in.ok(); --i) {
        if (in.array() != 5)
            in.fail();
        ClockStart start;
        start.clock = in.text();
        start.due_ms = in.number();
        start.basis.minutes = int(in.number());
        start.basis.days = int(in.number());
        start.basis.hours = in.text();
        starts.append(std::move(start));
        in.endArray();
    }
    in.endArray();
    return starts;
}

void write(CborWriter &out, const QStringList &texts)
{
    out.array(quint64(texts.size()));
    for (const QString &text : texts)
        out.text(text);
    out.endArray();
}

QStringList readTexts(CborReader &in)
{
    QStringList texts;
    for (qsizetype i = in.array(); i > 0 && in.ok(); --i)
        texts.append(in.text());
    in.endArray();
    return texts;
}

struct Writer {
    CborWriter &out;

    void operator()(const TicketOpened &event)
    {
        out.array(7);
        out.id(event.ticket);
        out.text(event.workflow);
        out.text(event.state);
        out.id(event.by);
        out.number(event.at_ms);
        out.values(event.values);
        write(out, event.starts);
    }

    void operator()(const StepTaken &event)
    {
        out.array(10);
        out.id(event.ticket);
        out.text(event.action);
        out.text(event.to);
        out.number(event.round);
        out.id(event.by);
        out.number(event.at_ms);
        out.values(event.values);
        write(out, event.starts);
        write(out, event.stops);
        write(out, event.pauses);
    }

    void operator()(const RegisterPut &event)
    {
        out.array(4);
        out.id(event.row);
        out.number(qint64(event.reg));
        out.values(event.values);
        out.array(quint64(event.cleared.size()));
        for (quint8 field : event.cleared)
            out.number(field);
        out.endArray();
    }

    void operator()(const RegisterRemoved &event)
    {
        out.array(2);
        out.id(event.row);
        out.number(qint64(event.reg));
    }

    void operator()(const Looked &event)
    {
        out.array(4);
        out.id(event.customer);
        out.id(event.ticket);
        out.text(event.purpose);
        out.text(event.reason);
    }

    void operator()(const Erased &event)
    {
        out.array(2);
        out.id(event.erasure);
        out.id(event.customer);
    }

    void operator()(const Settled &event)
    {
        out.array(3);
        out.id(event.conflict);
        out.id(event.subject);
        out.text(event.remark);
    }

    void operator()(const StockMoved &event)
    {
        out.array(5);
        out.id(event.supply);
        out.text(event.kind);
        out.number(event.quantity);
        out.id(event.ticket);
        out.text(event.note);
    }

    void operator()(const UnknownEvent &) { }
};

Event readOpened(CborReader &in)
{
    TicketOpened event;
    event.ticket = in.id();
    event.workflow = in.text();
    event.state = in.text();
    event.by = in.id();
    event.at_ms = in.number();
    event.values = in.values(&ticketFields());
    event.starts = readStarts(in);
    return event;
}

Event readStep(CborReader &in)
{
    StepTaken event;
    event.ticket = in.id();
    event.action = in.text();
    event.to = in.text();
    event.round = int(in.number());
    event.by = in.id();
    event.at_ms = in.number();
    event.values = in.values(&ticketFields());
    event.starts = readStarts(in);
    event.stops = readTexts(in);
    event.pauses = readTexts(in);
    return event;
}

Register readRegister(CborReader &in)
{
    const qint64 number = in.number();
    if (!domain::findRegister(number)) {
        in.fail();
        return Register::Company;
    }
    return Register(number);
}

Event readPut(CborReader &in)
{
    RegisterPut event;
    event.row = in.id();
    event.reg = readRegister(in);
    event.values = in.values(&registerSpec(event.reg).fields);
    for (qsizetype i = in.array(); i > 0 && in.ok(); --i)
        event.cleared.append(quint8(in.number()));
    in.endArray();
    return event;
}

Event readRemoved(CborReader &in)
{
    RegisterRemoved event;
    event.row = in.id();
    event.reg = readRegister(in);
    return event;
}

Event readLooked(CborReader &in)
{
    Looked event;
    event.customer = in.id();
    event.ticket = in.id();
    event.purpose = in.text();
    event.reason = in.text();
    return event;
}

Event readErased(CborReader &in)
{
    Erased event;
    event.erasure = in.id();
    event.customer = in.id();
    return event;
}

Event readSettled(CborReader &in)
{
    Settled event;
    event.conflict = in.id();
    event.subject = in.id();
    event.remark = in.text();
    return event;
}

Event readMoved(CborReader &in)
{
    StockMoved event;
    event.supply = in.id();
    event.kind = in.text();
    event.quantity = in.number();
    event.ticket = in.id();
    event.note = in.text();
    return event;
}

struct Layout {
    qsizetype members;
    Event (*read)(CborReader &);
};

const Layout *layoutOf(quint32 type)
{
    static const Layout opened{7, readOpened}, step{10, readStep}, put{4, readPut},
        removed{2, readRemoved}, looked{4, readLooked}, erased{2, readErased},
        settled{3, readSettled}, moved{5, readMoved};
    switch (EventType(type)) {
    case EventType::TicketOpened:
        return &opened;
    case EventType::StepTaken:
        return &step;
    case EventType::RegisterPut:
        return &put;
    case EventType::RegisterRemoved:
        return &removed;
    case EventType::Looked:
        return &looked;
    case EventType::Erased:
        return &erased;
    case EventType::Settled:
        return &settled;
    case EventType::StockMoved:
        return &moved;
    }
    return nullptr;
}

/// A put of a register that came with a later program.
bool isOfLaterRegister(quint32 type, const QByteArray &body)
{
    if (type != quint32(EventType::RegisterPut) && type != quint32(EventType::RegisterRemoved))
        return false;
    CborReader in(body);
    in.array();
    in.id();
    const qint64 number = in.number();
    return in.ok() && number > 0 && number <= 255 && !findRegister(number);
}

} // namespace

quint32 typeOf(const Event &event)
{
    if (const auto *unknown = std::get_if<UnknownEvent>(&event))
        return unknown->type;
    return quint32(event.index()) + 1;
}

QByteArray encodeBody(const Event &event)
{
    if (const auto *unknown = std::get_if<UnknownEvent>(&event))
        return unknown->body;
    QByteArray body;
    body.reserve(512);
    CborWriter out(&body);
    std::visit(Writer{out}, event);
    out.endArray();
    return body;
}

std::optional<Event> decodeBody(quint32 type, const QByteArray &body)
{
    const Layout *layout = layoutOf(type);
    if (!layout || isOfLaterRegister(type, body)) {
        // A later program reads it as strictly as any other, so nothing is passed on that it would have to refuse for its form.
        if (formOf(body) != CborForm::Canonical)
            return {};
        return UnknownEvent{type, body};
    }
    CborReader in(body);
    if (in.array() != layout->members)
        return {};
    Event event = layout->read(in);
    in.endArray();
    if (!in.atEnd())
        return {};
    return event;
}

} // namespace record
