// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/tool.h"

#include <QTemporaryDir>

#include <memory>

/// A company that lives through griddeskctl alone, in a folder of its own: clerk wang at the desk, chief
/// li of grid G01 (all of 文一路), member zhao, the technicians chen and sun. What must succeed fails the
/// test when it doesn't.
class CtlCompany
{
public:
    /// Begins anew.
    void found();

    QString desk() const { return path("desk"); }
    QString path(const QString &name) const { return m_folder->filePath(name); }

    support::ToolRun run(const QStringList &words, const QByteArray &input = {}) const;
    /// Runs what must succeed.
    support::ToolRun ok(const QStringList &words, const QByteArray &input = {}) const;
    /// The object that it prints first.
    QJsonObject first(const QStringList &words) const { return ok(words).first(); }
    /// Takes a matter in; gives its number.
    QString opened(const QByteArray &fields) const;
    QJsonObject show(const QString &number) const { return first({"ticket", "show", number}); }
    QString state(const QString &number) const { return show(number)["state"].toString(); }
    QJsonObject lastStep(const QString &number) const;
    /// One step that must succeed; gives the state that it led to.
    QString step(const QString &number, const QStringList &words) const;
    /// Drives a repair along its path up to and including an action.
    void repairUpTo(const QString &number, const QString &action) const;
    QString projection() const { return first({"digest"})["projection"].toString(); }
    /// Changes the first place where a file has `from`, as a failing disk would.
    static bool damage(const QString &file, const QByteArray &from, const QByteArray &to);

private:
    std::unique_ptr<QTemporaryDir> m_folder;
};

/// A water repair in grid G01 with a customer.
extern const QByteArray leak;
