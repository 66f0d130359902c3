// SPDX-License-Identifier: GPL-3.0-or-later
#include "customers/file_section.h"

#include "look/icons.h"
#include "look/measures.h"
#include "look/type.h"
#include "widgets/hairline.h"

#include <QHBoxLayout>
#include <QKeySequence>
#include <QLabel>
#include <QToolButton>
#include <QVBoxLayout>

namespace ui::customers
{

namespace
{

QLabel *wrapped(const QString &text, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    label->setFocusPolicy(Qt::NoFocus);
    return label;
}

QToolButton *flatButton(const QString &text, QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setText(text);
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::StrongFocus);
    return button;
}

} // namespace

FileSection::FileSection(const QString &title, const QString &whenEmpty, QWidget *parent)
    : QWidget(parent)
    , m_title(title)
    , m_whenEmpty(whenEmpty)
    , m_head(new QLabel(title, this))
    , m_deed(flatButton({}, this))
    , m_lines(new QVBoxLayout)
{
    setAccessibleName(title);
    m_head->setFont(look::type(look::TypeSize::Body, QFont::DemiBold));
    m_deed->hide();
    m_lines->setSpacing(look::gap);
    auto *head = new QHBoxLayout;
    head->addWidget(m_head);
    head->addStretch();
    head->addWidget(m_deed);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, look::gap, 0, look::gap);
    column->setSpacing(look::unit);
    column->addWidget(new widgets::Hairline(Qt::Horizontal, this));
    column->addLayout(head);
    column->addLayout(m_lines);
}

void FileSection::setDeed(const Deed &deed, const QKeySequence &key)
{
    m_deed->setText(deed.text);
    m_deed->setIcon(look::icon(QStringLiteral("add")));
    m_deed->setToolTip(key.toString(QKeySequence::NativeText));
    m_deed->show();
    connect(m_deed, &QToolButton::clicked, this, deed.act);
}

void FileSection::setLines(const QList<Line> &lines)
{
    while (QLayoutItem *item = m_lines->takeAt(0)) {
        // What is pressed here may be what asked for the change.
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    m_head->setText(
        lines.size() > 1 ? QStringLiteral("%1  %2").arg(m_title).arg(lines.size()) : m_title);
    for (const Line &line : lines)
        addLine(line);
    if (lines.isEmpty()) {
        QLabel *empty = wrapped(m_whenEmpty, this);
        empty->setForegroundRole(QPalette::PlaceholderText);
        m_lines->addWidget(empty);
    }
}

void FileSection::addLine(const Line &line)
{
    auto *widget = new QWidget(this);
    auto *words = new QVBoxLayout;
    words->setSpacing(0);
    words->addWidget(wrapped(line.words, widget));
    if (!line.more.isEmpty()) {
        QLabel *more = wrapped(line.more, widget);
        more->setForegroundRole(QPalette::PlaceholderText);
        words->addWidget(more);
    }
    auto *row = new QHBoxLayout(widget);
    row->setContentsMargins(0, 0, 0, 0);
    row->addLayout(words, 1);
    for (const Deed &deed : line.deeds) {
        QToolButton *button = flatButton(deed.text, widget);
        button->setAccessibleName(QStringLiteral("%1: %2").arg(deed.text, line.words));
        connect(button, &QToolButton::clicked, this, deed.act);
        row->addWidget(button, 0, Qt::AlignTop);
    }
    m_lines->addWidget(widget);
}

} // namespace ui::customers
