// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/file_refusal.h"
#include "exchange/open311_request.h"

#include <variant>

namespace exchange
{

// How much of an answer is believed. What is beyond is refused as a whole, since nobody knows what would be missing.
struct Open311Limits {
    qint64 bytes = 16 << 20;
    int depth = 16; // of nesting
    int requests = 5000; // in one answer
    int members = 200; // of one request
};

using Open311Requests = std::variant<QVector<Open311Request>, FileRefusal>;

// Reads an answer to GeoReport's `requests`, `requests/{id}` and `tokens/{id}`, JSON or XML as its content says;
// `type` is what the server called it, `name` stands in refusals. Numbers may be numbers or texts, members may be missing, empty, null or
// unknown. A request that can't be known again carries its fault and holds up none of the others. XML with a document type or with
// entities of its own is refused.
Open311Requests readOpen311(const QByteArray &body, const QString &type, const QString &name,
    const Open311Limits &limits = {});

// Whether bytes that begin so are such an answer rather than another kind of file.
bool looksLikeOpen311(const QByteArray &head);

} // namespace exchange
