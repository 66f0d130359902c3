// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/candidate_list.h"

#include "look/measures.h"
#include "look/palette.h"

#include <QListView>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

namespace ui::widgets
{

namespace
{

constexpr int mostRows = 9;
constexpr int border = 2; // the line is thinner; at 150 % the list would cover half of it

class CandidateDelegate : public QStyledItemDelegate
{
public:
    explicit CandidateDelegate(const CandidateModel *model, QObject *parent)
        : QStyledItemDelegate(parent)
        , m_model(model)
    {
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
        const QModelIndex &index) const override
    {
        const Candidate &candidate = m_model->at(index.row());
        const QPalette &palette = option.palette;
        if (option.state & QStyle::State_Selected)
            painter->fillRect(option.rect, palette.color(QPalette::Highlight));
        QRect area = option.rect.adjusted(look::gap, 0, -look::gap, 0);
        const QString aside =
            QStringList{candidate.code, candidate.note}.join(QLatin1Char(' ')).trimmed();
        if (!aside.isEmpty()) {
            painter->setPen(look::toneColor(look::Tone::Muted, palette));
            painter->drawText(area, Qt::AlignRight | Qt::AlignVCenter, aside);
            area.setRight(
                area.right() - option.fontMetrics.horizontalAdvance(aside) - 2 * look::gap);
        }
        painter->setPen(palette.color(QPalette::Text));
        painter->drawText(area, Qt::AlignLeft | Qt::AlignVCenter,
            option.fontMetrics.elidedText(candidate.text, Qt::ElideRight, area.width()));
    }

    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override
    {
        return {0, look::fieldHeight};
    }

private:
    const CandidateModel *m_model;
};

} // namespace

CandidateList::CandidateList(QWidget *window)
    : QFrame(window)
    , m_model(new CandidateModel(this))
    , m_view(new QListView(this))
{
    setFocusPolicy(Qt::NoFocus);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(border, border, border, border);
    layout->addWidget(m_view);
    m_view->setModel(m_model);
    m_view->setItemDelegate(new CandidateDelegate(m_model, m_view));
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setUniformItemSizes(true);
    m_view->setFocusPolicy(Qt::NoFocus);
    m_view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_view->setAccessibleName(tr("Choices"));
    connect(m_view, &QListView::clicked, this, &CandidateList::picked);
    hide();
}

void CandidateList::showUnder(
    const QWidget *field, const QList<Candidate> &candidates, int highlighted)
{
    m_model->setCandidates(candidates);
    place(field);
    m_view->setCurrentIndex(m_model->index(highlighted, 0));
    show();
    raise();
}

void CandidateList::place(const QWidget *field)
{
    const QRect room = parentWidget()->rect();
    const QPoint below = field->mapTo(parentWidget(), QPoint(0, field->height() + 2));
    const QPoint above = field->mapTo(parentWidget(), QPoint(0, -2));
    const int wanted = std::min(m_model->rowCount(), mostRows) * look::fieldHeight + 2 * border;
    const bool under = room.bottom() - below.y() >= std::min(wanted, above.y());
    const int height = std::min(wanted, under ? room.bottom() - below.y() : above.y());
    setGeometry(
        below.x(), under ? below.y() : above.y() - height, std::max(field->width(), 160), height);
}

void CandidateList::moveHighlight(int rows)
{
    const int row = std::clamp(m_view->currentIndex().row() + rows, 0, m_model->rowCount() - 1);
    m_view->setCurrentIndex(m_model->index(row, 0));
}

const Candidate *CandidateList::highlighted() const
{
    const QModelIndex index = m_view->currentIndex();
    return index.isValid() ? &m_model->at(index.row()) : nullptr;
}

void CandidateList::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setPen(look::fieldBorder(palette()));
    painter.setBrush(palette().color(QPalette::Base));
    painter.setRenderHint(QPainter::Antialiasing); // else whole sides are lost at 150 %
    painter.drawRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5));
}

} // namespace ui::widgets
