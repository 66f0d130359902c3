// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QVariant>

class QSettings;

namespace ui::shell
{

// What a person's window remembers between two days: geometry, the last page, changed keys, columns.
// It is given to whoever remembers, so that tests need no file. Keys are paths such as "keys/find".
class Settings
{
public:
    virtual ~Settings() = default;
    virtual QVariant value(const QString &key, const QVariant &otherwise = {}) const = 0;
    virtual void setValue(const QString &key, const QVariant &value) = 0;
    virtual void remove(const QString &key) = 0;
};

class VolatileSettings : public Settings
{
public:
    QVariant value(const QString &key, const QVariant &otherwise = {}) const override;
    void setValue(const QString &key, const QVariant &value) override;
    void remove(const QString &key) override;

private:
    QHash<QString, QVariant> m_values;
};

// Kept by QSettings, which must outlive it.
class FileSettings : public Settings
{
public:
    explicit FileSettings(QSettings &file);
    QVariant value(const QString &key, const QVariant &otherwise = {}) const override;
    void setValue(const QString &key, const QVariant &value) override;
    void remove(const QString &key) override;

private:
    QSettings &m_file;
};

} // namespace ui::shell
