// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/settings.h"

#include <QSettings>

namespace ui::shell
{

QVariant VolatileSettings::value(const QString &key, const QVariant &otherwise) const
{
    return m_values.value(key, otherwise);
}

void VolatileSettings::setValue(const QString &key, const QVariant &value)
{
    m_values.insert(key, value);
}

void VolatileSettings::remove(const QString &key)
{
    m_values.remove(key);
}

FileSettings::FileSettings(QSettings &file)
    : m_file(file)
{
}

QVariant FileSettings::value(const QString &key, const QVariant &otherwise) const
{
    return m_file.value(key, otherwise);
}

void FileSettings::setValue(const QString &key, const QVariant &value)
{
    m_file.setValue(key, value);
}

void FileSettings::remove(const QString &key)
{
    m_file.remove(key);
}

} // namespace ui::shell
