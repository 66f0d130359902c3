// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/key_table.h"

#include "shell/settings.h"

namespace ui::shell
{

namespace
{

QString settingOf(const QString &id)
{
    return QStringLiteral("keys/") + id;
}

} // namespace

KeyTable::KeyTable(Settings &settings, QObject *parent)
    : QObject(parent)
    , m_settings(settings)
{
}

void KeyTable::add(const QString &id, const QString &title, const QKeySequence &given)
{
    const QVariant kept = m_settings.value(settingOf(id));
    QKeySequence keys = given;
    if (kept.isValid())
        keys = QKeySequence(kept.toString(), QKeySequence::PortableText);
    // A key that a person gave to something else has left its first owner.
    if (!holder(keys, id).isEmpty())
        keys = {};
    m_lines.append({id, title, given, keys});
}

QKeySequence KeyTable::keys(const QString &id) const
{
    for (const Line &line : m_lines) {
        if (line.id == id)
            return line.keys;
    }
    return {};
}

QString KeyTable::change(const QString &id, const QKeySequence &keys)
{
    const QString other = holder(keys, id);
    Line *line = find(id);
    if (!line || !other.isEmpty())
        return other;
    line->keys = keys;
    if (keys == line->given)
        m_settings.remove(settingOf(id));
    else
        m_settings.setValue(settingOf(id), keys.toString(QKeySequence::PortableText));
    Q_EMIT changed(id);
    return {};
}

QString KeyTable::reset(const QString &id)
{
    const Line *line = find(id);
    return line ? change(id, line->given) : QString();
}

KeyTable::Line *KeyTable::find(const QString &id)
{
    for (Line &line : m_lines) {
        if (line.id == id)
            return &line;
    }
    return nullptr;
}

QString KeyTable::holder(const QKeySequence &keys, const QString &except) const
{
    if (keys.isEmpty())
        return {};
    for (const Line &line : m_lines) {
        if (line.id != except && line.keys == keys)
            return line.id;
    }
    return {};
}

} // namespace ui::shell
