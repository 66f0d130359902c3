// SPDX-License-Identifier: GPL-3.0-or-later
#include "customers/file_comparison.h"

#include "domain/words.h"
#include "items/shown_contact.h"
#include "look/icons.h"
#include "look/measures.h"
#include "look/type.h"

#include <QGridLayout>
#include <QLabel>

namespace ui::customers
{

using namespace domain;

namespace
{

/// What is compared of a file, in the order in which it is read.
struct Side {
    items::ShownContact contact;
    QString groups;
    QString premises;
    QString contacts;
    QString business;
};

Side sideOf(store::Reader &read, qint64 number)
{
    Side side;
    const auto file = read.findCustomerFile(number);
    if (!file)
        return side;
    side.contact = items::showContact(read, file->customer, items::Clarity::Clear);
    side.contact.identity =
        items::showContact(read, file->customer, items::Clarity::Masked).identity;
    side.groups = wordsFor(List::CustomerGroup,
        read.open(customer::Groups, file->customer.row.values[customer::Groups]))
                      .join(QStringLiteral("、"));
    QStringList premises, contacts;
    for (const store::NumberedRow &row : file->premises)
        premises << read.open(premises::Address, row.row.values[premises::Address]);
    for (const store::NumberedRow &row : file->contacts) {
        const auto shown = items::showContact(read, row, items::Clarity::Clear);
        contacts << shown.name + QLatin1Char(' ') + shown.phone;
    }
    side.premises = premises.join(QLatin1Char('\n'));
    side.contacts = contacts.join(QLatin1Char('\n'));
    side.business = QString::number(
        read.countTickets({.filters = {{QStringLiteral("customer"), QString::number(number)}}}));
    return side;
}

} // namespace

FileComparison::FileComparison(store::Reader &read, QWidget *parent)
    : QWidget(parent)
    , m_read(read)
    , m_grid(new QGridLayout(this))
{
    setAccessibleName(tr("Both files side by side"));
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(look::margin);
    m_grid->setVerticalSpacing(look::gap);
    m_grid->setColumnStretch(1, 1);
    m_grid->setColumnStretch(2, 1);
}

void FileComparison::show(qint64 one, qint64 other)
{
    while (QLayoutItem *item = m_grid->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    if (!one || !other)
        return;
    const Side a = sideOf(m_read, one), b = sideOf(m_read, other);
    const FieldTable &fields = registerSpec(Register::Customer).fields;
    const auto label = [&fields](quint8 field) { return labelOf(*fields.find(field)); };
    addLine({}, tr("Left file"), tr("Right file"));
    addLine(label(customer::Name), a.contact.name, b.contact.name);
    addLine(label(customer::Phone), a.contact.phone, b.contact.phone);
    addLine(label(customer::IdNumber), a.contact.identity, b.contact.identity);
    addLine(label(customer::Address), a.contact.address, b.contact.address);
    addLine(label(customer::Groups), a.groups, b.groups);
    addLine(tr("Premises"), a.premises, b.premises);
    addLine(tr("Household"), a.contacts, b.contacts);
    addLine(tr("Tickets"), a.business, b.business);
}

void FileComparison::addLine(const QString &caption, const QString &one, const QString &other)
{
    const int row = m_grid->rowCount();
    const bool isHead = caption.isEmpty();
    const bool isSame = !isHead && !one.isEmpty() && one == other;
    const auto put = [this, row, isHead](int column, const QString &text, bool quiet) {
        auto *label = new QLabel(text.isEmpty() ? QStringLiteral("—") : text, this);
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(column > 0 && column < 3);
        label->setFont(look::type(look::TypeSize::Body, isHead ? QFont::DemiBold : QFont::Normal));
        label->setForegroundRole(quiet ? QPalette::PlaceholderText : QPalette::WindowText);
        m_grid->addWidget(
            label, row, column, Qt::AlignTop | (column ? Qt::AlignLeft : Qt::AlignRight));
    };
    put(0, isHead ? QStringLiteral(" ") : caption, true);
    put(1, one, one.isEmpty());
    put(2, other, other.isEmpty());
    put(3, isSame ? tr("same") : QStringLiteral(" "), true);
}

} // namespace ui::customers
