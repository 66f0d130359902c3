// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/open_file.h"

#include "exchange/words.h"

namespace exchange
{

std::optional<FileRefusal> refuseToOpen(const QFileInfo &file)
{
    const QString where = file.filePath();
    if (!file.exists())
        return FileRefusal{
            Words::tr("There is no such file"), where, Words::tr("Check the name and the folder.")};
    if (file.isDir())
        return FileRefusal{Words::tr("This is a folder"), where, Words::tr("Choose a file in it.")};
    if (!file.isFile())
        return FileRefusal{
            Words::tr("This is not a regular file"), where, Words::tr("Copy it to a file.")};
    if (!file.isReadable())
        return FileRefusal{Words::tr("You may not read this file"), where,
            Words::tr("Ask its owner for the permission to read it, or for a copy.")};
    if (file.size() == 0)
        return FileRefusal{Words::tr("The file is empty"), where,
            Words::tr("Save it again from the program that made it.")};
    return std::nullopt;
}

} // namespace exchange
