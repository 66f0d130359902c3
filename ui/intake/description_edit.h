// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPlainTextEdit>

namespace ui::intake
{

/// The matter in the caller's words. A picture or a file that is pasted or dropped here goes to the
/// attachments; text goes in.
class DescriptionEdit : public QPlainTextEdit
{
    Q_OBJECT

public:
    using QPlainTextEdit::QPlainTextEdit;

Q_SIGNALS:
    void attachmentGiven(const QMimeData *data);

protected:
    bool canInsertFromMimeData(const QMimeData *data) const override;
    void insertFromMimeData(const QMimeData *data) override;
};

} // namespace ui::intake
