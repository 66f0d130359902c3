// SPDX-License-Identifier: GPL-3.0-or-later
#include "paper/qr_code.h"

#include <QPainter>
#include <QPainterPath>

#include <memory>
#include <qrencode.h>

namespace ui::paper
{
std::optional<QrCode> QrCode::of(const QString &content)
{
    const QByteArray bytes = content.toUtf8();
    if (bytes.isEmpty())
        return std::nullopt;
    const std::unique_ptr<QRcode, decltype(&QRcode_free)> code(
        QRcode_encodeData(
            int(bytes.size()), reinterpret_cast<const uchar *>(bytes.constData()), 0, QR_ECLEVEL_M),
        &QRcode_free);
    if (!code)
        return std::nullopt;
    QrCode result;
    result.m_size = code->width;
    result.m_dark = QBitArray(code->width * code->width);
    for (int i = 0; i < result.m_dark.size(); ++i)
        result.m_dark.setBit(i, code->data[i] & 1);
    return result;
}

void QrCode::paint(QPainter &painter, const QRectF &square) const
{
    const qreal module = square.width() / m_size;
    // One path of all modules: filled apart, neighbours would show a light seam on the screen.
    QPainterPath path;
    for (int row = 0; row < m_size; ++row) {
        for (int column = 0; column < m_size; ++column) {
            if (isDark(column, row))
                path.addRect(
                    square.left() + column * module, square.top() + row * module, module, module);
        }
    }
    path.setFillRule(Qt::WindingFill);
    painter.fillPath(path, Qt::black);
}

} // namespace ui::paper
