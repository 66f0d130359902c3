// SPDX-License-Identifier: GPL-3.0-or-later
#include "intake/description_edit.h"

#include "intake/attachment_list.h"

#include <QMimeData>

namespace ui::intake
{

bool DescriptionEdit::canInsertFromMimeData(const QMimeData *data) const
{
    return AttachmentList::holdsAttachment(*data) || QPlainTextEdit::canInsertFromMimeData(data);
}

void DescriptionEdit::insertFromMimeData(const QMimeData *data)
{
    if (AttachmentList::holdsAttachment(*data))
        Q_EMIT attachmentGiven(data);
    else
        QPlainTextEdit::insertFromMimeData(data);
}

} // namespace ui::intake
