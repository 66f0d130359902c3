// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/maps/error_log.h"

#include <cpl_error.h>

namespace exchange
{

namespace
{

constexpr qsizetype longest = 300; // characters: it becomes part of one line

void CPL_STDCALL hear(CPLErr kind, CPLErrorNum, const char *message)
{
    auto *const log = static_cast<ErrorLog *>(CPLGetErrorHandlerUserData());
    if (log && kind >= CE_Warning)
        log->take(kind >= CE_Failure, message);
}

} // namespace

ErrorLog::ErrorLog(QString hidden)
    : m_hidden(std::move(hidden))
{
    CPLErrorReset();
    CPLPushErrorHandlerEx(hear, this);
}

ErrorLog::~ErrorLog()
{
    CPLPopErrorHandler();
}

QString ErrorLog::reason() const
{
    return m_failure.isEmpty() ? m_warning : m_failure;
}

void ErrorLog::take(bool isFailure, const char *message)
{
    QString &place = isFailure ? m_failure : m_warning;
    if (!place.isEmpty())
        return;
    QString text = QString::fromUtf8(message);
    if (!m_hidden.isEmpty())
        text.remove(m_hidden);
    text = text.simplified();
    while (text.endsWith(u'.') || text.endsWith(u'!'))
        text.chop(1);
    place = text.size() > longest ? text.left(longest) + QChar(0x2026) : text;
    if (place.isEmpty())
        place = QStringLiteral("?");
}

} // namespace exchange
