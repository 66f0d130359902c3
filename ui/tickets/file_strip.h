// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/ticket_card.h"
#include "tickets/office.h"

#include <QWidget>

class QMimeData;
class QPushButton;
class QToolButton;

namespace ui::tickets
{

/// A ticket's attachments, a button for each that opens it, and the ways in: chosen from the disk,
/// dropped, or pasted as a picture.
class FileStrip : public QWidget
{
    Q_OBJECT

public:
    explicit FileStrip(const FileStore &store, QWidget *parent = nullptr);

    /// `mayAdd`: whether the person may attach anything to it.
    void show(const items::TicketCard &card, bool mayAdd);
    /// Takes files or a picture, as from the clipboard; false when it holds neither.
    bool take(const QMimeData &data);

Q_SIGNALS:
    void given(const QList<ui::tickets::NewFile> &files);

protected:
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void open(QToolButton *button, const items::TicketCard::File &file, const QString &place);
    void choose();
    void take(const QStringList &paths);

    const FileStore m_store;
    bool m_mayAdd = false;
    QPushButton *m_add;
};

} // namespace ui::tickets
