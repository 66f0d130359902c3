// SPDX-License-Identifier: GPL-3.0-or-later
#include "intake/attachment_list.h"

#include "look/icons.h"
#include "look/measures.h"
#include "widgets/flow_layout.h"

#include <QApplication>
#include <QBuffer>
#include <QClipboard>
#include <QDragEnterEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QImage>
#include <QJsonObject>
#include <QKeyEvent>
#include <QMimeData>
#include <QPushButton>
#include <QToolButton>

namespace ui::intake
{

AttachmentList::AttachmentList(QWidget *parent)
    : QWidget(parent)
    , m_add(new QPushButton(
          look::icon(QStringLiteral("attach")), tr("Add a file or paste a picture"), this))
{
    setAcceptDrops(true);
    auto *flow = new widgets::FlowLayout(this);
    flow->setContentsMargins(0, 0, 0, 0);
    flow->setSpacing(look::unit);
    flow->addWidget(m_add);
    m_add->setAutoDefault(false);
    setFocusProxy(m_add);
    connect(m_add, &QPushButton::clicked, this, &AttachmentList::chooseFiles);
}

void AttachmentList::setAttachments(const QList<Attachment> &attachments)
{
    m_attachments = attachments;
    renewChips();
}

void AttachmentList::add(const Attachment &attachment)
{
    if (m_attachments.contains(attachment))
        return;
    m_attachments.append(attachment);
    renewChips();
    Q_EMIT changed();
}

bool AttachmentList::holdsAttachment(const QMimeData &data)
{
    return data.hasImage() || data.hasUrls();
}

bool AttachmentList::addFrom(const QMimeData &data)
{
    const qsizetype before = m_attachments.size();
    const auto urls = data.urls();
    for (const QUrl &url : urls) {
        if (url.isLocalFile())
            add({QFileInfo(url.toLocalFile()).fileName(), url.toLocalFile(), {}});
    }
    if (m_attachments.size() == before && data.hasImage()) {
        QByteArray png;
        QBuffer buffer(&png);
        buffer.open(QIODevice::WriteOnly);
        qvariant_cast<QImage>(data.imageData()).save(&buffer, "PNG");
        add({tr("Picture %1").arg(before + 1) + QStringLiteral(".png"), {}, png});
    }
    return m_attachments.size() > before;
}

QJsonArray AttachmentList::toDraft() const
{
    QJsonArray drafts;
    for (const Attachment &one : m_attachments) {
        drafts.append(
            QJsonObject{{QStringLiteral("name"), one.name}, {QStringLiteral("path"), one.path},
                {QStringLiteral("bytes"), QString::fromLatin1(one.bytes.toBase64())}});
    }
    return drafts;
}

void AttachmentList::fromDraft(const QJsonArray &drafts)
{
    QList<Attachment> attachments;
    for (const QJsonValue &one : drafts) {
        attachments.append(
            {one[QStringLiteral("name")].toString(), one[QStringLiteral("path")].toString(),
                QByteArray::fromBase64(one[QStringLiteral("bytes")].toString().toLatin1())});
    }
    setAttachments(attachments);
}

void AttachmentList::renewChips()
{
    qDeleteAll(m_chips);
    m_chips.clear();
    for (qsizetype at = 0; at < m_attachments.size(); ++at) {
        auto *chip = new QToolButton(this);
        chip->setText(m_attachments.at(at).name);
        chip->setIcon(look::icon(QStringLiteral("close"), look::Tone::Muted));
        chip->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        chip->setToolTip(tr("Take it out"));
        chip->setFocusPolicy(Qt::NoFocus);
        connect(chip, &QToolButton::clicked, this, [this, at] { removeAt(at); });
        layout()->addWidget(chip);
        chip->setVisible(true);
        m_chips.append(chip);
    }
}

void AttachmentList::removeAt(qsizetype at)
{
    m_attachments.removeAt(at);
    // The chip that was clicked is still on the stack of the click.
    QMetaObject::invokeMethod(this, &AttachmentList::renewChips, Qt::QueuedConnection);
    Q_EMIT changed();
}

void AttachmentList::chooseFiles()
{
    auto *dialog = new QFileDialog(this, tr("Files for this ticket"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    connect(dialog, &QFileDialog::filesSelected, this, [this](const QStringList &paths) {
        for (const QString &path : paths)
            add({QFileInfo(path).fileName(), path, {}});
    });
    dialog->open();
}

void AttachmentList::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Delete && !m_attachments.isEmpty())
        return removeAt(m_attachments.size() - 1);
    if (event->matches(QKeySequence::Paste) && addFrom(*QApplication::clipboard()->mimeData()))
        return;
    QWidget::keyPressEvent(event);
}

void AttachmentList::dragEnterEvent(QDragEnterEvent *event)
{
    if (holdsAttachment(*event->mimeData()))
        event->acceptProposedAction();
}

void AttachmentList::dropEvent(QDropEvent *event)
{
    if (addFrom(*event->mimeData()))
        event->acceptProposedAction();
}

} // namespace ui::intake
