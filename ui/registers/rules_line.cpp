// SPDX-License-Identifier: GPL-3.0-or-later
#include "registers/rules_line.h"

#include "look/measures.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

#include <algorithm>

namespace ui::registers
{

using namespace domain;

RulesLine::RulesLine(Desk &desk, qint64 known, QWidget *parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_known(known)
    , m_text(new QLabel(this))
    , m_activate(new QPushButton(tr("Activate rules %1").arg(known), this))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(look::margin, look::gap, look::margin, look::gap);
    row->setSpacing(look::margin);
    m_text->setWordWrap(true);
    row->addWidget(m_text, 1);
    row->addWidget(m_activate);
    connect(m_activate, &QPushButton::clicked, this, &RulesLine::activate);
    connect(&m_desk, &Desk::committed, this, &RulesLine::takeIn);
    connect(&m_desk, &Desk::satDown, this, &RulesLine::renew);
    renew();
}

QString RulesLine::text() const
{
    return m_text->text();
}

void RulesLine::takeIn(const store::Committed &committed)
{
    if (std::ranges::any_of(committed.touched, [](const store::Touched &touched) {
            return touched.what == store::Touched::Row
                && (touched.reg == quint8(Register::Company)
                    || touched.reg == quint8(Register::Desk));
        }))
        renew();
}

void RulesLine::renew()
{
    store::Reader &read = m_desk.read();
    QVector<RegisterRow> desks;
    for (const store::NumberedRow &row : read.findRows(Register::Desk))
        desks.append(row.row);
    const auto companies = read.findRows(Register::Company, 1);
    const RegisterRow company = companies.isEmpty() ? RegisterRow() : companies.constFirst().row;
    m_company = company.id;
    const RulesHere rules{std::max(firstRules, company.values.number(company::Rules)), m_known};
    const QVector<RegisterRow> old = tooOldFor(m_known, desks);
    const bool mayActivate = mayKeep(Register::Company, m_desk.who(), read.grants());
    if (const auto refusal = refusalOf(rules))
        m_text->setText(refusal->text());
    else if (old.isEmpty())
        m_text->setText(tr("The company works by rules %1; every desk follows rules %2.")
                            .arg(rules.active)
                            .arg(m_known));
    else
        m_text->setText(
            tr("The company works by rules %1. Rules %2 wait for desks to be updated: %3.")
                .arg(rules.active)
                .arg(m_known)
                .arg(namesOf(old)));
    m_activate->setVisible(mayActivate && rules.active < m_known);
    m_activate->setEnabled(old.isEmpty());
    // Where nothing is to be done there is nothing to read.
    setVisible(rules.active > m_known || (mayActivate && rules.active < m_known));
}

QString RulesLine::namesOf(const QVector<RegisterRow> &desks)
{
    QStringList names;
    for (const RegisterRow &desk : desks) {
        names << tr("%1 (%2)").arg(desk.values.text(desk::Name), desk.values.text(desk::Prefix));
    }
    return names.join(tr(", "));
}

void RulesLine::activate()
{
    m_desk.submit(ActivateRules{m_company, m_known})
        .then(this, [this](const store::Verdict &verdict) {
            if (const Refusal *refusal = store::refused(verdict))
                m_text->setText(refusal->text());
            else
                renew();
        });
}

} // namespace ui::registers
