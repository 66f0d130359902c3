// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/finder.h"

#include "look/icons.h"
#include "look/measures.h"
#include "look/palette.h"
#include "shell/hit_delegate.h"

#include <QAction>
#include <QApplication>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPainter>
#include <QVBoxLayout>

namespace ui::shell
{

namespace
{

constexpr int widest = 160 * look::unit;
constexpr int mostRows = 10;
constexpr int mostHits = 60;

} // namespace

Finder::Finder(QWidget *window)
    : QFrame(window)
    , m_box(new QLineEdit(this))
    , m_list(new QListView(this))
    , m_nothing(
          new QLabel(tr("Nothing fits. Try a number, a name, a phone or pinyin initials."), this))
    , m_hits(new HitModel(this))
{
    setAccessibleName(tr("Find"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(look::gap, look::gap, look::gap, look::gap);
    m_box->setMinimumHeight(look::rowHeight + look::unit);
    m_box->setPlaceholderText(tr("Number, person, page, command, pinyin initials"));
    m_box->setAccessibleName(tr("Find"));
    m_box
        ->addAction(
            look::icon(QStringLiteral("search"), look::Tone::Muted), QLineEdit::LeadingPosition)
        ->setText(tr("Find"));
    m_list->setModel(m_hits);
    m_list->setItemDelegate(new HitDelegate(m_hits, m_list));
    m_list->setUniformItemSizes(true);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setAccessibleName(tr("Hits"));
    m_nothing->setForegroundRole(QPalette::PlaceholderText);
    m_nothing->setContentsMargins(look::margin, look::gap, look::margin, look::gap);
    column->addWidget(m_box);
    column->addWidget(m_list);
    column->addWidget(m_nothing);
    connect(m_box, &QLineEdit::textChanged, this, &Finder::search);
    connect(m_list, &QListView::clicked, this, &Finder::take);
    m_box->installEventFilter(this);
    window->installEventFilter(this);
    hide();
}

void Finder::addSource(HitSource source)
{
    m_sources.append(std::move(source));
}

void Finder::open(const QString &typed)
{
    if (isHidden())
        m_before = QApplication::focusWidget();
    m_box->setText(typed);
    search(typed);
    show();
    raise();
    m_box->setFocus(Qt::ShortcutFocusReason);
}

void Finder::close()
{
    if (isHidden())
        return;
    hide();
    if (m_before && m_before->isVisible())
        m_before->setFocus(Qt::OtherFocusReason);
}

void Finder::search(const QString &typed)
{
    QList<Hit> hits;
    for (const HitSource &source : std::as_const(m_sources))
        hits += source(typed.trimmed());
    hits.resize(std::min<qsizetype>(hits.size(), mostHits));
    m_hits->setHits(hits);
    m_list->setCurrentIndex(m_hits->index(0, 0));
    m_list->setVisible(!hits.isEmpty());
    m_nothing->setVisible(hits.isEmpty());
    place();
}

void Finder::place()
{
    const int width = std::min(widest, parentWidget()->width() - 2 * look::margin);
    const int top = std::min(15 * look::unit, parentWidget()->height() / 8);
    const int fitting = (parentWidget()->height() - top - 20 * look::unit) / (look::rowHeight + 2);
    const int rows = std::clamp(m_hits->rowCount(), 1, std::clamp(fitting, 1, mostRows));
    m_list->setFixedHeight(rows * (look::rowHeight + 2));
    layout()->activate();
    setGeometry((parentWidget()->width() - width) / 2, top, width, layout()->sizeHint().height());
}

void Finder::walk(int rows)
{
    const int row =
        std::clamp(m_list->currentIndex().row() + rows, 0, std::max(0, m_hits->rowCount() - 1));
    m_list->setCurrentIndex(m_hits->index(row, 0));
}

void Finder::take()
{
    const QModelIndex index = m_list->currentIndex();
    if (!index.isValid())
        return;
    // Opening may ask the sources again and so take the hit away under us.
    const std::function<void()> open = m_hits->at(index.row()).open;
    close();
    if (open)
        open();
}

bool Finder::act(int key)
{
    switch (key) {
    case Qt::Key_Down:
        walk(1);
        return true;
    case Qt::Key_Up:
        walk(-1);
        return true;
    case Qt::Key_PageDown:
        walk(mostRows);
        return true;
    case Qt::Key_PageUp:
        walk(-mostRows);
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        take();
        return true;
    case Qt::Key_Escape:
        close();
        return true;
    case Qt::Key_Tab:
    case Qt::Key_Backtab:
        return true; // the focus stays in the box while the finder stands
    default:
        return false;
    }
}

bool Finder::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == parentWidget()) {
        if (event->type() == QEvent::Resize && isVisible())
            place();
        return false;
    }
    m_composition.follow(*event);
    if (event->type() == QEvent::FocusOut) {
        const auto reason = static_cast<QFocusEvent *>(event)->reason();
        if (reason == Qt::MouseFocusReason || reason == Qt::ShortcutFocusReason
            || reason == Qt::OtherFocusReason)
            hide();
        return false;
    }
    if (event->type() != QEvent::KeyPress)
        return false;
    const auto *key = static_cast<QKeyEvent *>(event);
    if (m_composition.stands())
        return widgets::Composition::isActionKey(*key);
    return act(key->key());
}

void Finder::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setPen(look::fieldBorder(palette()));
    painter.setBrush(palette().color(QPalette::Base));
    painter.setRenderHint(QPainter::Antialiasing); // else whole sides are lost at 150 %
    painter.drawRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5));
}

} // namespace ui::shell
