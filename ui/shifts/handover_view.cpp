// SPDX-License-Identifier: GPL-3.0-or-later
#include "shifts/handover_view.h"

#include "look/desk_style.h"
#include "look/measures.h"
#include "look/type.h"
#include "shifts/scrolled_column.h"

#include <QDateTime>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace ui::shifts
{

namespace
{

constexpr int remarkHeight = 64;

QString joined(QStringList parts, const QString &between = QStringLiteral(" · "))
{
    parts.removeAll(QString());
    return parts.join(between);
}

QString moment(qint64 at_ms, const QTimeZone &zone)
{
    return QDateTime::fromMSecsSinceEpoch(at_ms, zone).toString(QStringLiteral("yyyy-MM-dd HH:mm"));
}

} // namespace

HandoverView::HandoverView(const QTimeZone &zone, QWidget *parent)
    : QWidget(parent)
    , m_zone(zone)
{
    auto *page = new QVBoxLayout(this);
    page->setContentsMargins(0, 0, 0, 0);
    page->setSpacing(look::gap);
    auto *column = m_texts = scrolledColumn(*page, this);
    m_title = addText();
    m_title->setFont(look::type(look::TypeSize::Large));
    m_who = addText();
    m_promisesHead = addHead(tr("Promises that run"));
    m_promises = addText();
    m_callsHead = addHead(tr("Missed calls and open lines of the log"));
    m_calls = addText();
    m_watchHead = addHead(tr("To be watched"));
    m_watch = addText();
    m_remarkHead = addHead(tr("Remark of the one who took over"));
    m_said = addText();
    m_taking = new QWidget(this);
    m_remark = new QPlainTextEdit(m_taking);
    m_remark->setObjectName(QStringLiteral("handoverRemark"));
    m_remark->setAccessibleName(tr("Remark"));
    m_remark->setPlaceholderText(tr("A remark, where something differs from what stands above"));
    m_remark->setTabChangesFocus(true);
    m_remark->setFixedHeight(remarkHeight);
    m_take = new QPushButton(tr("Take over and sign") + QStringLiteral("  Ctrl+Enter"), m_taking);
    m_take->setObjectName(QStringLiteral("takeOver"));
    m_take->setProperty(look::DeskStyle::primaryProperty, true);
    auto *taking = new QVBoxLayout(m_taking);
    taking->setContentsMargins(0, 0, 0, 0);
    taking->setSpacing(look::gap);
    taking->addWidget(m_remark);
    taking->addWidget(m_take, 0, Qt::AlignLeft);
    page->addWidget(m_taking);
    column->addStretch();
    setFocusProxy(m_remark);
    connect(m_take, &QPushButton::clicked, this, &HandoverView::takeAsked);
    clear();
}

QLabel *HandoverView::addHead(const QString &text)
{
    auto *head = new QLabel(text, this);
    head->setForegroundRole(QPalette::PlaceholderText);
    head->setContentsMargins(0, look::gap, 0, 0);
    m_texts->addWidget(head);
    return head;
}

QLabel *HandoverView::addText()
{
    auto *label = new QLabel(this);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    label->setFocusPolicy(Qt::NoFocus);
    m_texts->addWidget(label);
    return label;
}

void HandoverView::say(QLabel *head, QLabel *text, const QString &words)
{
    text->setText(words);
    text->setVisible(!words.isEmpty());
    head->setVisible(!words.isEmpty());
}

void HandoverView::show(const items::HandoverLine &handover, bool mayTake)
{
    const bool isOther = std::exchange(m_handover, handover.id) != handover.id;
    m_title->setText(joined({handover.shift, handover.where}).isEmpty()
            ? tr("Shift handover")
            : joined({handover.shift, handover.where}));
    const QString given = tr("Handed over by %1, %2, signed")
                              .arg(handover.givenBy, moment(handover.given_ms, m_zone));
    const QString taken = handover.waits()
        ? tr("Nobody has taken it over yet")
        : tr("Taken over by %1, %2, signed")
              .arg(handover.takenBy, moment(handover.taken_ms, m_zone));
    const QString drafts = handover.drafts
        ? tr("%n draft(s) lie at that desk", nullptr, int(handover.drafts))
        : QString();
    m_who->setText(joined({given, taken, drafts}, QStringLiteral("\n")));
    say(m_promisesHead, m_promises,
        handover.promises.isEmpty() ? tr("None runs out soon.") : handover.promises);
    say(m_callsHead, m_calls, handover.calls.isEmpty() ? tr("None is open.") : handover.calls);
    say(m_watchHead, m_watch, handover.watch);
    say(m_remarkHead, m_said, handover.remark);
    if (isOther)
        m_remark->clear();
    m_taking->setVisible(mayTake);
}

void HandoverView::clear()
{
    m_handover = {};
    m_remark->clear();
}

QString HandoverView::remark() const
{
    return m_remark->toPlainText().trimmed();
}

} // namespace ui::shifts
