// SPDX-License-Identifier: GPL-3.0-or-later
#include "fuzz/targets.h"

/// One program for each target, chosen when it is built.
extern "C" int LLVMFuzzerTestOneInput(const quint8 *data, size_t size)
{
    fuzz::GRIDDESK_FUZZ_TARGET(QByteArray(reinterpret_cast<const char *>(data), qsizetype(size)));
    return 0;
}
