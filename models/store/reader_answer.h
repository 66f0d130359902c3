// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/reader.h"
#include "store/writer.h"

namespace store
{

/// Asks, and turns a failing database into an empty answer and a failure to be shown.
template <typename Answer, typename Question> Answer Reader::answer(Question question)
{
    try {
        return question();
    } catch (const SqlFailure &failure) {
        m_failure = refusalFor(failure);
        return {};
    }
}

} // namespace store
