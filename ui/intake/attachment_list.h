// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonArray>
#include <QWidget>

class QMimeData;
class QPushButton;

namespace ui::intake
{

/// Something that comes with a matter: a file by its path, or a pasted picture by its bytes.
struct Attachment {
    QString name;
    QString path; ///< empty for a pasted picture
    QByteArray bytes; ///< PNG

    bool operator==(const Attachment &) const = default;
};

/// The files and pictures that will go with the ticket: chosen, dropped or pasted; Del takes the last
/// one out again.
class AttachmentList : public QWidget
{
    Q_OBJECT

public:
    explicit AttachmentList(QWidget *parent = nullptr);

    const QList<Attachment> &attachments() const { return m_attachments; }
    void setAttachments(const QList<Attachment> &attachments);
    void add(const Attachment &attachment);
    /// Files and pictures out of the clipboard or a drop; false when it holds neither.
    bool addFrom(const QMimeData &data);
    static bool holdsAttachment(const QMimeData &data);

    QJsonArray toDraft() const;
    void fromDraft(const QJsonArray &drafts);

Q_SIGNALS:
    void changed();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void chooseFiles();
    void renewChips();
    void removeAt(qsizetype at);

    QList<Attachment> m_attachments;
    QList<QWidget *> m_chips;
    QPushButton *m_add;
};

} // namespace ui::intake
