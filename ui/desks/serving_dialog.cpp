// SPDX-License-Identifier: GPL-3.0-or-later
#include "desks/serving_dialog.h"

#include "desks/texts.h"
#include "look/desk_style.h"
#include "look/measures.h"
#include "widgets/form_grid.h"
#include "widgets/grow_to_fit.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QSpinBox>
#include <QVBoxLayout>

namespace ui::desks
{

using domain::Refusal;
using items::ServingSettings;

namespace
{

constexpr int highestPort = 0xffff;
constexpr int mostKib = 1'000'000;
constexpr int addressLines = 3;

} // namespace

ServingDialog::ServingDialog(items::Serving &serving, QWidget *parent)
    : QDialog(parent)
    , m_serving(serving)
    , m_form(new widgets::FormGrid(this))
    , m_serves(new QCheckBox(tr("Other desks may call this one"), m_form))
    , m_port(new QSpinBox(m_form))
    , m_beacon(new QCheckBox(tr("Find desks in the local network, and be found"), m_form))
    , m_addresses(new QPlainTextEdit(m_form))
    , m_limit(new QSpinBox(m_form))
    , m_hub(new QLineEdit(m_form))
{
    setWindowTitle(tr("Connections of this desk"));
    setMinimumWidth(readableWidth + 60);
    layOut();
    fill();
    widgets::growToFit(*this);
    connect(m_serves, &QCheckBox::toggled, m_port, &QWidget::setEnabled);
    connect(m_hub, &QLineEdit::textChanged, this, [this] { m_form->clearRefusal(m_hub); });
    connect(m_addresses, &QPlainTextEdit::textChanged, this,
        [this] { m_form->clearRefusal(m_addresses); });
}

void ServingDialog::layOut()
{
    m_port->setRange(0, highestPort);
    m_port->setSpecialValueText(tr("by itself"));
    m_port->setObjectName(QStringLiteral("port"));
    m_limit->setRange(0, mostKib);
    m_limit->setSpecialValueText(tr("as much as the line takes"));
    m_limit->setSuffix(QStringLiteral(" KiB/s"));
    m_addresses->setTabChangesFocus(true);
    m_addresses->setPlaceholderText(tr("One a line, such as 192.168.1.20:47000"));
    m_addresses->setFixedHeight(addressLines * m_addresses->fontMetrics().lineSpacing() + 16);
    m_hub->setObjectName(QStringLiteral("hub"));
    m_hub->setPlaceholderText(QStringLiteral("postgresql://user:password@host:5432/database"));
    m_form->addRow(QString(), m_serves);
    m_form->addRow(tr("Port"), m_port);
    m_form->addRow(QString(), m_beacon);
    m_form->addRow(tr("Addresses to call"), m_addresses);
    m_form->addRow(tr("Send at most"), m_limit);
    m_form->addRow(tr("Hub"), m_hub);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    QPushButton *take = buttons->addButton(tr("Take over"), QDialogButtonBox::AcceptRole);
    take->setProperty(look::DeskStyle::primaryProperty, true);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(look::margin, look::margin, look::margin, look::margin);
    column->setSpacing(look::gap);
    column->addWidget(m_form);
    column->addWidget(quietParagraph(
        tr("This is for this desk alone and lies sealed on its disk. A hub is needed only "
           "where desks work in different networks; its address comes from whoever runs it, and is "
           "shown here without its password."),
        this));
    column->addStretch();
    column->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &ServingDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &ServingDialog::reject);
}

void ServingDialog::fill()
{
    const ServingSettings settings = m_serving.settings();
    m_serves->setChecked(settings.isServing);
    m_port->setValue(settings.port);
    m_port->setEnabled(settings.isServing);
    m_beacon->setChecked(settings.hasBeacon);
    m_addresses->setPlainText(settings.addresses.join(u'\n'));
    m_limit->setValue(int(settings.kibPerSecond));
    m_hub->setText(m_serving.shownHub());
}

ServingSettings ServingDialog::typed() const
{
    static const QRegularExpression between(QStringLiteral("[\\s,;，；、]+"));
    const QString hub = m_hub->text().trimmed();
    return {.isServing = m_serves->isChecked(),
        .hasBeacon = m_beacon->isChecked(),
        .port = quint16(m_port->value()),
        .addresses = m_addresses->toPlainText().split(between, Qt::SkipEmptyParts),
        .kibPerSecond = m_limit->value(),
        // What is shown has no password: unless somebody types another one, the one that was kept stays.
        .hub = hub == m_serving.shownHub() ? m_serving.settings().hub : hub};
}

void ServingDialog::accept()
{
    m_form->clearRefusals();
    if (const auto refusal = m_serving.apply(typed()))
        return refuse(*refusal);
    QDialog::accept();
}

void ServingDialog::refuse(const Refusal &refusal)
{
    QWidget *field = refusal.field == u"hub" ? static_cast<QWidget *>(m_hub)
        : refusal.field == u"addresses"      ? m_addresses
        : refusal.field == u"limit"          ? static_cast<QWidget *>(m_limit)
                                             : m_port;
    m_form->showRefusal(field, refusal.text());
    widgets::growToFit(*this);
    field->setFocus(Qt::OtherFocusReason);
}

} // namespace ui::desks
