// SPDX-License-Identifier: GPL-3.0-or-later
#include "desks/pairing_dialog.h"

#include "desk.h"
#include "desks/desk_form.h"
#include "desks/texts.h"
#include "look/desk_style.h"
#include "look/measures.h"
#include "widgets/banner.h"
#include "widgets/grow_to_fit.h"
#include "widgets/icon_text.h"

#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace ui::desks
{

using domain::Refusal;

namespace
{

/// As one reads six digits aloud.
QString inTwo(const QString &digits)
{
    return digits.first(digits.size() / 2) + u' ' + digits.sliced(digits.size() / 2);
}

} // namespace

PairingDialog::PairingDialog(Desk &desk, items::Serving &serving, QWidget *parent)
    : QDialog(parent)
    , m_desk(desk)
    , m_serving(serving)
    , m_banner(new widgets::Banner(this))
    , m_pages(new QStackedWidget(this))
{
    setWindowTitle(tr("Pair face to face"));
    setMinimumWidth(readableWidth);
    m_pages->addWidget(makeWaiting());
    m_pages->addWidget(makeComparing());
    m_pages->addWidget(makeDone());
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_banner);
    column->addWidget(m_pages, 1);
    connect(&m_serving, &items::Serving::pairingAsked, this, &PairingDialog::asked);
    connect(&m_serving, &items::Serving::pairingEnded, this, &PairingDialog::ended);
    connect(&m_serving, &items::Serving::changed, this, &PairingDialog::showWhere);
    showWhere();
    widgets::growToFit(*this);
    m_serving.setPairing(true);
}

/// Whoever is still there hears a no.
PairingDialog::~PairingDialog()
{
    m_serving.disconnect(this);
    m_serving.setPairing(false);
    m_waiting.prepend(m_call);
    for (const items::PairingCall &call : std::as_const(m_waiting)) {
        if (call.number != 0)
            m_serving.refusePairing(call.number);
    }
}

QWidget *PairingDialog::makeWaiting()
{
    auto *page = new QWidget(m_pages);
    m_where = paragraph({}, page);
    auto *waits = new widgets::IconText(page);
    waits->setContent(QStringLiteral("running"), tr("Waiting for the new computer to call …"),
        look::Tone::Accent);
    auto *close = new QPushButton(tr("Close"), page);
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(look::margin, look::margin, look::margin, look::margin);
    column->setSpacing(look::margin);
    column->addWidget(paragraph(tr("At the new computer: start Griddesk, choose \"Join our "
                                   "company\", then \"Face to face\"."),
        page));
    column->addWidget(m_where);
    column->addWidget(waits);
    column->addStretch();
    column->addWidget(close, 0, Qt::AlignRight);
    connect(close, &QPushButton::clicked, this, &PairingDialog::reject);
    return page;
}

QWidget *PairingDialog::makeComparing()
{
    auto *page = new QWidget(m_pages);
    m_digits = readAloud(page);
    m_from = quietParagraph({}, page);
    m_form = new DeskForm(m_desk, page);
    m_said = new widgets::IconText(page);
    m_said->setWraps();
    m_same = new QPushButton(tr("The digits are the same: let it in"), page);
    m_same->setObjectName(QStringLiteral("same"));
    m_same->setProperty(look::DeskStyle::primaryProperty, true);
    m_other = new QPushButton(tr("Not the same"), page);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(m_same);
    buttons->addWidget(m_other);
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(look::margin, look::margin, look::margin, look::margin);
    column->setSpacing(look::gap);
    column->addWidget(paragraph(
        tr("Compare: the new computer must show these six digits, all of them the same."), page));
    column->addWidget(m_digits);
    column->addWidget(m_from);
    column->addWidget(m_form);
    column->addWidget(m_said);
    column->addStretch();
    column->addLayout(buttons);
    connect(m_form, &DeskForm::finished, m_same, [this] { m_same->setFocus(Qt::TabFocusReason); });
    connect(m_same, &QPushButton::clicked, this, &PairingDialog::admit);
    connect(m_other, &QPushButton::clicked, this, &PairingDialog::refuse);
    return page;
}

QWidget *PairingDialog::makeDone()
{
    auto *page = new QWidget(m_pages);
    m_done = paragraph({}, page);
    m_close = new QPushButton(tr("Close"), page);
    m_close->setProperty(look::DeskStyle::primaryProperty, true);
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(look::margin, look::margin, look::margin, look::margin);
    column->addWidget(m_done);
    column->addStretch();
    column->addWidget(m_close, 0, Qt::AlignRight);
    connect(m_close, &QPushButton::clicked, this, &PairingDialog::accept);
    return page;
}

void PairingDialog::showWhere()
{
    const QStringList addresses = m_serving.heardAt();
    if (addresses.isEmpty())
        m_where->setText(
            tr("This desk can't be called at the moment. Let other desks call it, under "
               "\"Connections\"."));
    else if (m_serving.settings().hasBeacon)
        m_where->setText(tr("In the same network the two find each other. Otherwise type this "
                            "desk's address there: %1")
                             .arg(addresses.join(tr(" or "))));
    else
        m_where->setText(tr("Type this desk's address there: %1").arg(addresses.join(tr(" or "))));
}

void PairingDialog::asked(const items::PairingCall &call)
{
    m_waiting.append(call);
    if (m_pages->currentIndex() == Waiting)
        takeNext();
}

void PairingDialog::takeNext()
{
    m_call = m_waiting.isEmpty() ? items::PairingCall() : m_waiting.takeFirst();
    m_pages->setCurrentIndex(m_call.number ? Comparing : Waiting);
    if (!m_call.number)
        return;
    m_banner->dismiss();
    m_digits->setText(inTwo(m_call.digits));
    m_digits->setAccessibleName(tr("Digits: %1").arg(m_call.digits));
    m_from->setText(tr("Called from %1").arg(m_call.address));
    setAnswered(false);
    m_form->setFocus(Qt::OtherFocusReason);
}

void PairingDialog::setAnswered(bool isAnswered)
{
    m_form->setEnabled(!isAnswered);
    m_same->setEnabled(!isAnswered);
    m_said->setVisible(isAnswered);
    m_said->setContent(QStringLiteral("running"),
        tr("Waiting until the person at the new computer says so too …"), look::Tone::Accent);
}

void PairingDialog::admit()
{
    if (!m_form->check())
        return;
    domain::AdmitDesk command;
    m_form->fill(command);
    m_named = command.name;
    setAnswered(true);
    m_serving.answerPairing(m_call.number, command);
}

void PairingDialog::refuse()
{
    m_serving.refusePairing(m_call.number);
}

void PairingDialog::ended(quint64 number, const std::optional<Refusal> &why)
{
    m_waiting.removeIf([number](const items::PairingCall &call) { return call.number == number; });
    if (number != m_call.number)
        return;
    m_call = {};
    if (why) {
        takeNext();
        m_banner->showMessage(widgets::Mood::Late, tr("Not let in: %1").arg(why->text()));
        return widgets::growToFit(*this);
    }
    m_done->setText(tr("\"%1\" belongs to the company now. The record is on its way there; it can "
                       "be used as soon as it has come in.")
                        .arg(m_named));
    m_pages->setCurrentIndex(Done);
    m_close->setFocus(Qt::OtherFocusReason);
}

} // namespace ui::desks
