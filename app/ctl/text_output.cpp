// SPDX-License-Identifier: GPL-3.0-or-later
#include "text_output.h"

#include <QJsonDocument>

namespace ctl
{

namespace
{

constexpr int stepWidth = 2;

void write(QByteArray &out, const QJsonObject &object, int indent);

QByteArray plain(const QJsonValue &value)
{
    return value.toVariant().toString().toUtf8().replace('\n', ' ');
}

void write(QByteArray &out, const QJsonArray &array, int indent)
{
    for (const QJsonValue &value : array) {
        if (value.isObject()) {
            out += QByteArray(indent, ' ') + "-\n";
            write(out, value.toObject(), indent + stepWidth);
        } else {
            out += QByteArray(indent, ' ') + "- " + plain(value) + '\n';
        }
    }
}

void write(QByteArray &out, const QJsonObject &object, int indent)
{
    for (auto at = object.begin(); at != object.end(); ++at) {
        out += QByteArray(indent, ' ') + at.key().toUtf8() + ':';
        if (at->isObject()) {
            out += '\n';
            write(out, at->toObject(), indent + stepWidth);
        } else if (at->isArray()) {
            out += '\n';
            write(out, at->toArray(), indent + stepWidth);
        } else {
            out += ' ' + plain(*at) + '\n';
        }
    }
}

} // namespace

QByteArray asText(const QJsonObject &object)
{
    QByteArray out;
    write(out, object, 0);
    return out + '\n';
}

QByteArray asText(const QJsonArray &array)
{
    QByteArray out;
    write(out, array, 0);
    return out + '\n';
}

} // namespace ctl
