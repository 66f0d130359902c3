// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/background.h"

namespace items
{

Background::Background(const Source &source)
    : m_newReader(source.newReader)
{
    // One thread that stays: a connection belongs to the thread that opened it.
    m_pool.setMaxThreadCount(1);
    m_pool.setExpiryTimeout(-1);
}

Background::~Background()
{
    m_pool.clear();
    m_pool.start([this] { m_reader.reset(); });
    m_pool.waitForDone();
}

store::Reader *Background::reader()
{
    if (!m_reader)
        m_reader = m_newReader();
    return m_reader.get();
}

} // namespace items
