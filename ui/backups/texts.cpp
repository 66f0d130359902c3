// SPDX-License-Identifier: GPL-3.0-or-later
#include "backups/texts.h"

#include "look/type.h"

#include <QDateTime>
#include <QLocale>

namespace ui::backups
{

QLabel *heading(const QString &text, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    label->setFont(look::type(look::TypeSize::Body, QFont::DemiBold));
    return label;
}

QString sizeWords(qint64 bytes)
{
    return QLocale().formattedDataSize(bytes, 1, QLocale::DataSizeTraditionalFormat);
}

QString momentWords(qint64 moment_ms)
{
    return QDateTime::fromMSecsSinceEpoch(moment_ms).toString(QStringLiteral("yyyy-MM-dd HH:mm"));
}

} // namespace ui::backups
