// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk.h"
#include "items/looks.h"
#include "items/register_model.h"
#include "items/scopes.h"
#include "items/source.h"

#include <QFuture>

namespace ui::tickets
{

/// A file from the disk, or a pasted picture, on its way to a ticket.
struct NewFile {
    QString name;
    QString path; ///< empty when the content is given
    QByteArray content;
};

/// Where attachments are kept. Given by whoever puts the window together; without it a ticket's files
/// are shown and none can be added or opened.
struct FileStore {
    using Kept = std::variant<domain::Values, domain::Refusal>;

    /// Keeps a file and gives the fields for the action `attach`.
    std::function<QFuture<Kept>(const NewFile &)> keep;
    /// Shows a kept file to the person; the key is opened. Says whether it could.
    std::function<QFuture<bool>(const QString &name, const QByteArray &hash, const QString &key)>
        open;
    /// The name of the desk where a ticket's file lies that isn't on this one; empty when it is here.
    std::function<QString(const domain::Id &ticket, const QByteArray &hash)> whereabouts = {};
};

/// What the pages about tickets share: the desk, and the registers that their fields are filled from.
class Office
{
public:
    explicit Office(Desk &desk, FileStore files = {});

    Desk &desk;
    items::RegisterModel staff;
    items::RegisterModel grids;
    items::Looks looks;
    const FileStore files;
};

items::Source sourceOf(Desk &desk);
/// Whoever sits here, looking.
items::Onlooker onlookerAt(Desk &desk);
/// The login and the grid of whoever sits here.
items::Seat seatOf(Desk &desk);

} // namespace ui::tickets
