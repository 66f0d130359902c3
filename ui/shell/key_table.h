// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QKeySequence>
#include <QList>
#include <QObject>

namespace ui::shell
{

class Settings;

// The keys of everything that has a name: pages and commands. Each comes with a key of its own, a
// person may give it another, and no key ever stands for two things.
class KeyTable : public QObject
{
    Q_OBJECT

public:
    struct Line {
        QString id;
        QString title;
        QKeySequence given; // what it came with
        QKeySequence keys; // what holds now
    };

    // The settings must outlive the table.
    explicit KeyTable(Settings &settings, QObject *parent = nullptr);

    void add(const QString &id, const QString &title, const QKeySequence &given);
    const QList<Line> &lines() const { return m_lines; }
    QKeySequence keys(const QString &id) const;

    // Refused when another line has these keys: returns that line's id, else an empty one. Empty keys
    // are always taken.
    QString change(const QString &id, const QKeySequence &keys);
    QString reset(const QString &id);

Q_SIGNALS:
    void changed(const QString &id);

private:
    Line *find(const QString &id);
    QString holder(const QKeySequence &keys, const QString &except) const;

    Settings &m_settings;
    QList<Line> m_lines;
};

} // namespace ui::shell
