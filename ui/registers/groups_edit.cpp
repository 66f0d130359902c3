// SPDX-License-Identifier: GPL-3.0-or-later
#include "registers/groups_edit.h"

#include "domain/words.h"
#include "look/measures.h"
#include "widgets/filter_strip.h"

#include <QLineEdit>
#include <QVBoxLayout>

namespace ui::registers
{

using namespace domain;

GroupsEdit::GroupsEdit(const FieldSpec &spec, QWidget *parent)
    : QWidget(parent)
    , m_list(spec.list)
    , m_listed(new widgets::FilterStrip(labelOf(spec), widgets::FilterStrip::Mode::Several, this))
    , m_own(new QLineEdit(this))
{
    QList<widgets::Filter> listed;
    for (const Word &word : wordsOf(m_list))
        listed.append({QString::fromLatin1(word.code), word.text()});
    m_listed->setFilters(listed);
    m_own->setPlaceholderText(tr("Other groups, with commas between"));
    m_own->setAccessibleName(tr("Other groups"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(look::unit);
    column->addWidget(m_listed);
    column->addWidget(m_own);
    setFocusProxy(m_listed);
}

QString GroupsEdit::value() const
{
    return severalTogether(m_list, m_listed->active() + severalOf(m_own->text()));
}

void GroupsEdit::setValue(const QString &value)
{
    QStringList listed, own;
    for (const QString &one : severalOf(value))
        (isWord(m_list, one) ? listed : own) << one;
    m_listed->setActive(listed);
    m_own->setText(own.join(QStringLiteral("、")));
}

} // namespace ui::registers
