// SPDX-License-Identifier: GPL-3.0-or-later
#include "start/join_dialog.h"

#include "widgets/banner.h"
#include "widgets/choice_strip.h"
#include "widgets/form_grid.h"
#include "widgets/grow_to_fit.h"
#include "widgets/icon_text.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace ui::start
{

using domain::Refusal;

namespace
{

constexpr int leastWidth = 540;
constexpr int parts = 1000; // of the progress bar

} // namespace

JoinDialog::JoinDialog(Joiner &joiner, QWidget *parent)
    : QDialog(parent)
    , m_joiner(joiner)
    , m_banner(new widgets::Banner(this))
    , m_pages(new QStackedWidget(this))
{
    setWindowTitle(tr("Join our company"));
    setMinimumWidth(leastWidth);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_banner);
    column->addWidget(m_pages, 1);
    m_pages->addWidget(makeAsking());
    m_pages->addWidget(makeCalling());
    m_pages->addWidget(makeComparing());
    m_pages->addWidget(makeFilling());
    connectJoiner();
    showWay();
    widgets::growToFit(*this);
    m_joiner.look();
    m_way->setFocus();
}

void JoinDialog::goOn()
{
    fill();
    m_joiner.goOn();
}

void JoinDialog::tellOfAnswerLost()
{
    m_banner->showMessage(widgets::Mood::Open,
        tr("This computer asked to be let in and never heard the answer. Do the same once more: "
           "the same code still holds."));
    widgets::growToFit(*this);
}

void JoinDialog::connectJoiner()
{
    connect(&m_joiner, &Joiner::foundChanged, this, &JoinDialog::showFound);
    connect(&m_joiner, &Joiner::digitsShown, this, &JoinDialog::showDigits);
    connect(&m_joiner, &Joiner::joined, this, &JoinDialog::fill);
    connect(&m_joiner, &Joiner::progressed, this, &JoinDialog::showProgress);
    connect(&m_joiner, &Joiner::filled, this, &JoinDialog::accept);
    connect(&m_joiner, &Joiner::failed, this, &JoinDialog::failed);
    connect(&m_joiner, &Joiner::interrupted, this, [this](const QString &why) {
        m_interrupted->setVisible(!why.isEmpty());
        m_interrupted->setContent(QStringLiteral("offline"),
            tr("The other desk isn't reached at the moment; it is tried again by itself. %1")
                .arg(why),
            look::Tone::Soon);
    });
}

bool JoinDialog::isByCode() const
{
    return m_way->current() == u"code";
}

void JoinDialog::showWay()
{
    m_form->setRowVisible(m_code, isByCode());
    m_about->setText(isByCode()
            ? tr("An administrator invites this computer at another desk, on the page Desks, and "
                 "gives you the address and the code.")
            : tr("An administrator opens the page Desks at another desk and chooses \"Pair face to "
                 "face\". In the same network its address then shows here by itself."));
}

void JoinDialog::showFound()
{
    const QString typed = m_address->currentText();
    m_address->clear();
    m_address->addItems(m_joiner.found());
    m_address->setEditText(
        typed.isEmpty() && m_address->count() > 0 ? m_address->itemText(0) : typed);
}

void JoinDialog::call()
{
    m_banner->dismiss();
    m_form->clearRefusals();
    const QString address = m_address->currentText().trimmed();
    if (address.isEmpty())
        return failed({QStringLiteral("address"), tr("The address of the other desk is missing."),
            tr("It stands there on the page Desks.")});
    if (isByCode() && m_code->text().trimmed().isEmpty())
        return failed({QStringLiteral("code"), tr("The invitation's code is missing."), {}});
    m_calling->setText(tr("Calling %1 …").arg(address));
    m_pages->setCurrentIndex(Calling);
    if (isByCode())
        m_joiner.joinInvited(address, m_code->text());
    else
        m_joiner.joinComparing(address);
}

void JoinDialog::showDigits(const QString &digits)
{
    m_shownDigits = digits;
    m_digits->setText(digits.first(digits.size() / 2) + u' ' + digits.sliced(digits.size() / 2));
    m_digits->setAccessibleName(tr("Digits: %1").arg(digits));
    m_same->setEnabled(true);
    m_said->hide();
    m_pages->setCurrentIndex(Comparing);
    m_same->setFocus(Qt::OtherFocusReason);
}

void JoinDialog::confirm()
{
    m_same->setEnabled(false);
    m_said->setContent(QStringLiteral("running"),
        tr("Waiting until the administrator has named this desk and lets it in …"),
        look::Tone::Accent);
    m_said->show();
    m_joiner.confirm();
}

void JoinDialog::fill()
{
    m_banner->dismiss();
    m_pages->setCurrentIndex(Filling);
    showProgress(0, 0);
}

void JoinDialog::showProgress(qint64 here, qint64 all)
{
    m_progress->setRange(0, all > 0 ? parts : 0);
    if (all > 0)
        m_progress->setValue(int(here * parts / all));
    m_count->setText(
        all > 0 ? tr("%1 of %2 entries").arg(here).arg(all) : tr("%1 entries").arg(here));
}

void JoinDialog::failed(const Refusal &why)
{
    m_shownDigits.clear();
    m_pages->setCurrentIndex(Asking);
    QWidget *field = why.field == u"code" ? static_cast<QWidget *>(m_code)
        : why.field == u"address"         ? m_address
                                          : nullptr;
    if (field)
        m_form->showRefusal(field, why.text());
    else
        m_banner->showMessage(widgets::Mood::Late, why.text());
    widgets::growToFit(*this);
    (field ? field : m_address)->setFocus(Qt::OtherFocusReason);
}

void JoinDialog::reject()
{
    m_joiner.disconnect(this);
    m_joiner.giveUp();
    QDialog::reject();
}

} // namespace ui::start
