// SPDX-License-Identifier: GPL-3.0-or-later
#include "paper/slip_head.h"

#include "paper/measure.h"
#include "paper/qr_code.h"
#include "paper/rules.h"
#include "paper/text.h"

#include <QCoreApplication>
#include <QPainter>

namespace ui::paper
{
namespace
{
constexpr Type numberType{22, true, 1.35};
constexpr Type titleType{16, true, 1.4};
constexpr qreal codeSize = mm(28);
constexpr qreal rollCodeSize = mm(30);

// The code with its caption beneath, or nothing where there is no content.
class Code
{
public:
    Code(const Slip &slip, qreal size)
        : m_code(QrCode::of(slip.qrContent))
        , m_caption(m_code ? slip.qrCaption : QString(), type::small, size + mm(16))
        , m_size(m_code ? size : 0)
    {
    }

    qreal width() const { return m_size; }
    qreal height() const { return m_code ? captionAt().y() + m_caption.height() : 0; }

    void paint(QPainter &painter, QPointF at, const QColor &ink) const
    {
        if (!m_code)
            return;
        m_code->paint(painter, {at, QSizeF(m_size, m_size)});
        m_caption.paint(painter, at + captionAt(), ink);
    }

private:
    // Below the light margin; at the other sides the paper's own margin is wide enough. A long
    // caption reaches beyond the code to both sides, or to the left where the code is at the edge.
    QPointF captionAt() const
    {
        const qreal beyond = m_size - m_caption.widest();
        const bool isAtEdge = m_size == codeSize;
        const qreal left = isAtEdge && beyond < 0 ? beyond : beyond / 2;
        return {left, m_size + m_size / m_code->size() * QrCode::quietZone};
    }

    std::optional<QrCode> m_code;
    Text m_caption;
    qreal m_size;
};

struct Words {
    Words(const Slip &slip, qreal width, Qt::Alignment align)
        : company(slip.company, type::body, width, align)
        , title(slip.title, titleType, width, align)
        , number(slip.number, numberType, width, align)
    {
    }

    qreal height() const { return company.height() + title.height() + number.height() + mm(2); }

    void paint(QPainter &painter, QPointF at, const Inks &inks) const
    {
        company.paint(painter, at, inks.quiet);
        title.paint(painter, at + QPointF(0, company.height()), inks.text);
        const qreal top = company.height() + title.height() + mm(2);
        number.paint(painter, at + QPointF(0, top), inks.text);
    }

    Text company;
    Text title;
    Text number;
};
} // namespace

Piece slipHead(const Slip &slip, const Inks &inks, Area area)
{
    const Code code(slip, codeSize);
    const Words words(slip, area.width - code.width() - mm(6), Qt::AlignLeft);
    const qreal inner = qMax(words.height(), code.height());
    const qreal height = inner + mm(2);
    const auto paint = [=, width = area.width](QPainter &painter, QPointF at) {
        words.paint(painter, at, inks);
        code.paint(painter, at + QPointF(width - code.width(), 0), inks.quiet);
        paintRule(painter, at + QPointF(0, height), width, inks.text, 1.2);
    };
    return {.height = height, .paint = paint};
}

Piece slipRollHead(const Slip &slip, const Inks &inks, Area area)
{
    const Code code(slip, rollCodeSize);
    const Words words(slip, area.width, Qt::AlignHCenter);
    const qreal height = words.height() + code.height() + mm(6);
    const auto paint = [=, width = area.width](QPainter &painter, QPointF at) {
        words.paint(painter, at, inks);
        const QPointF left((width - code.width()) / 2, words.height() + mm(4));
        code.paint(painter, at + left, inks.text);
        paintRule(painter, at + QPointF(0, height), width, inks.text, 1.2);
    };
    return {.height = height, .paint = paint};
}

Piece slipContinuation(const Slip &slip, const Inks &inks, Area area)
{
    const QString words =
        QCoreApplication::translate("ui::paper", "%1 (continued)").arg(slip.title);
    const Text title(words, type::strong, area.width / 2);
    const Text number(slip.number, type::section, area.width / 2, Qt::AlignRight);
    const qreal rule = qMax(title.height(), number.height()) + mm(1);
    const auto paint = [=, width = area.width](QPainter &painter, QPointF at) {
        title.paint(painter, at, inks.text);
        number.paint(painter, at + QPointF(width / 2, 0), inks.text);
        paintRule(painter, at + QPointF(0, rule), width, inks.text, 1.2);
    };
    return {.height = rule + mm(1), .paint = paint};
}

} // namespace ui::paper
