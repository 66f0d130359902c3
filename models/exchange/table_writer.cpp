// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/table_writer.h"

#include "exchange/words.h"

#include <QDateTime>
#include <QLocale>

namespace exchange
{

bool TableWriter::fail(const QString &path, const QString &reason)
{
    if (!m_error)
        m_error = FileRefusal{Words::tr("The file can't be written: %1").arg(reason), path,
            Words::tr("Make room on the disk or choose another folder."), FileRefusal::Device};
    return false;
}

QString cellText(const QVariant &cell)
{
    switch (cell.typeId()) {
    case QMetaType::QDate:
        return cell.toDate().toString(Qt::ISODate);
    case QMetaType::QDateTime:
        return cell.toDateTime().toString(QStringLiteral("yyyy-MM-dd HH:mm:ss"));
    case QMetaType::Double:
        return QString::number(cell.toDouble(), 'g', QLocale::FloatingPointShortest);
    default:
        return cell.toString();
    }
}

} // namespace exchange
