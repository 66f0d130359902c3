// SPDX-License-Identifier: GPL-3.0-or-later
#include "tickets/file_strip.h"

#include "look/icons.h"
#include "tickets/ticket_words.h"
#include "widgets/flow_layout.h"

#include <QBuffer>
#include <QDropEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QImage>
#include <QMimeData>
#include <QPointer>
#include <QPushButton>
#include <QToolButton>

namespace ui::tickets
{

FileStrip::FileStrip(const FileStore &store, QWidget *parent)
    : QWidget(parent)
    , m_store(store)
    , m_add(new QPushButton(
          look::icon(QStringLiteral("attach")), tr("Add a file, or paste a picture"), this))
{
    setAccessibleName(tr("Attachments"));
    new widgets::FlowLayout(this);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    m_add->setObjectName(QStringLiteral("addFile"));
    m_add->hide();
    m_add->setAutoDefault(false);
    m_add->setToolTip(QKeySequence(QKeySequence::Paste).toString(QKeySequence::NativeText));
    connect(m_add, &QPushButton::clicked, this, &FileStrip::choose);
}

void FileStrip::show(const items::TicketCard &card, bool mayAdd)
{
    m_mayAdd = m_store.keep && mayAdd;
    setAcceptDrops(m_mayAdd);
    m_add->setVisible(m_mayAdd);
    qDeleteAll(findChildren<QToolButton *>(Qt::FindDirectChildrenOnly));
    layout()->removeWidget(m_add);
    for (const items::TicketCard::File &file : card.files()) {
        auto *button = new QToolButton(this);
        button->setIcon(look::icon(QStringLiteral("attach")));
        button->setText(file.name);
        button->setToolTip(tr("%1, %2").arg(file.name, sizeWords(file.size_bytes)));
        const QString place =
            m_store.whereabouts ? m_store.whereabouts(card.ticket().id, file.hash) : QString();
        if (!place.isEmpty()) {
            button->setText(tr("%1 · on desk %2").arg(file.name, place));
            button->setToolTip(tr("%1, %2. It is fetched when you open it.")
                                   .arg(file.name, sizeWords(file.size_bytes)));
        }
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        button->setAutoRaise(true);
        button->setEnabled(m_store.open && !file.hash.isEmpty());
        connect(button, &QToolButton::clicked, this,
            [this, button, file, place] { open(button, file, place); });
        layout()->addWidget(button);
        button->setVisible(true);
    }
    if (m_mayAdd)
        layout()->addWidget(m_add);
    setVisible(m_mayAdd || !card.files().isEmpty());
    updateGeometry();
}

/// One that lies at another desk takes a while, or can't be had just now; the button says so.
void FileStrip::open(QToolButton *button, const items::TicketCard::File &file, const QString &place)
{
    const QFuture<bool> opened = m_store.open(file.name, file.hash, file.key);
    if (place.isEmpty() || opened.isFinished())
        return;
    button->setText(tr("%1 · being fetched").arg(file.name));
    button->setEnabled(false);
    QFuture<bool>(opened).then(this, [button = QPointer(button), file, place](bool isOpen) {
        if (!button)
            return;
        button->setEnabled(true);
        button->setText(
            isOpen ? file.name : tr("%1 · on desk %2, not reachable now").arg(file.name, place));
    });
}

bool FileStrip::take(const QMimeData &data)
{
    if (!m_mayAdd)
        return false;
    QList<NewFile> files;
    for (const QUrl &url : data.urls()) {
        if (url.isLocalFile())
            files.append({QFileInfo(url.toLocalFile()).fileName(), url.toLocalFile(), {}});
    }
    if (files.isEmpty() && data.hasImage()) {
        NewFile picture{tr("picture.png"), {}, {}};
        QBuffer png(&picture.content);
        png.open(QIODevice::WriteOnly);
        if (qvariant_cast<QImage>(data.imageData()).save(&png, "PNG"))
            files.append(picture);
    }
    if (!files.isEmpty())
        Q_EMIT given(files);
    return !files.isEmpty();
}

void FileStrip::choose()
{
    auto *dialog = new QFileDialog(this, tr("Attach files"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    connect(dialog, &QFileDialog::filesSelected, this,
        qOverload<const QStringList &>(&FileStrip::take));
    dialog->open();
}

void FileStrip::take(const QStringList &paths)
{
    QList<NewFile> files;
    for (const QString &path : paths)
        files.append({QFileInfo(path).fileName(), path, {}});
    if (!files.isEmpty())
        Q_EMIT given(files);
}

void FileStrip::dragEnterEvent(QDragEnterEvent *event)
{
    if (event->mimeData()->hasUrls() || event->mimeData()->hasImage())
        event->acceptProposedAction();
}

void FileStrip::dropEvent(QDropEvent *event)
{
    if (take(*event->mimeData()))
        event->acceptProposedAction();
}

} // namespace ui::tickets
