// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTcpServer>

#include <functional>

namespace peers
{

/// Hands on bare connections: who is at the other end is for the link to find out.
class Listener final : public QTcpServer
{
public:
    explicit Listener(std::function<void(qintptr)> take)
        : m_take(std::move(take))
    {
    }

protected:
    void incomingConnection(qintptr descriptor) override { m_take(descriptor); }

private:
    const std::function<void(qintptr)> m_take;
};

} // namespace peers
