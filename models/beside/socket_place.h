// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/desk_folder.h"

namespace beside
{

/// Where the socket of a desk is: in its folder, so that every process finds it whatever its environment says (a script
/// of the night has no runtime directory). A socket's path is short by the system's measure; a folder deeper than
/// that is reached through a handle of it, which lives as long as this.
class SocketPlace
{
public:
    explicit SocketPlace(const store::DeskFolder &folder);
    ~SocketPlace();
    SocketPlace(const SocketPlace &) = delete;
    SocketPlace &operator=(const SocketPlace &) = delete;

    /// The path to listen at or to connect to.
    QString path() const { return m_path; }

private:
    int m_handle = -1;
    QString m_path;
};

/// Whether the process at the other end of a socket belongs to the same user as this one.
bool isSameUser(qintptr socket);

} // namespace beside
