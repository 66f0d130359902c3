// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace exchange
{

// Why a file as a whole could not be taken in or written: what is wrong, where, and what to do
// about it, in words for the person who chose the file. `Input` means that the file or the choice
// is at fault, `Device` that the disk or the installation is.
struct FileRefusal {
    enum Kind { Input, Device };

    QString what; // a clause without full stop: "The text is not GBK"
    QString where; // file, and the byte, line or sheet: "byte 24690 of a.csv"
    QString advice; // a sentence: "Name the encoding, for example GB18030."
    Kind kind = Input;

    // All three in one line.
    QString line() const;
};

} // namespace exchange
