// SPDX-License-Identifier: GPL-3.0-or-later
#include "backups/key_panel.h"

#include "look/measures.h"
#include "widgets/icon_text.h"

#include <QGridLayout>
#include <QLabel>
#include <QPushButton>

namespace ui::backups
{

using look::Tone;
using record::SlotKind;
using store::Protection;

namespace
{

const QString doneIcon = QStringLiteral("done"), warningIcon = QStringLiteral("warning"),
              openIcon = QStringLiteral("open");
constexpr int stateWidth = 520;

} // namespace

KeyPanel::KeyPanel(items::KeyKeeper &keeper, QWidget *parent)
    : QWidget(parent)
    , m_keeper(keeper)
    , m_grid(new QGridLayout(this))
{
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(look::gap);
    m_grid->setVerticalSpacing(look::unit);
    // The buttons stand beside what they change, not at the far edge of a wide window.
    m_grid->setColumnMinimumWidth(1, stateWidth);
    m_grid->setColumnStretch(3, 1);
    m_start = addLine(tr("At start"));
    m_passphrase = addLine(tr("Passphrase"));
    m_code = addLine(tr("Recovery code"));
    m_keyring = addLine(tr("Keyring"));
    connect(m_start.button, &QPushButton::clicked, this, &KeyPanel::openAsked);
    connect(m_passphrase.button, &QPushButton::clicked, this, &KeyPanel::passphraseAsked);
    connect(m_code.button, &QPushButton::clicked, this, &KeyPanel::codeAsked);
    connect(m_keyring.button, &QPushButton::clicked, this,
        [this] { Q_EMIT keyringAsked(!m_keeper.has(SlotKind::Keyring)); });
    connect(&m_keeper, &items::KeyKeeper::changed, this, &KeyPanel::renew);
    connect(&m_keeper, &items::KeyKeeper::busyChanged, this, [this](bool busy) {
        for (const Line &line : {m_start, m_passphrase, m_code, m_keyring})
            line.button->setEnabled(!busy);
    });
    renew();
}

KeyPanel::Line KeyPanel::addLine(const QString &label)
{
    const int row = m_grid->rowCount();
    Line line{new widgets::IconText(this), new QPushButton(this)};
    line.state->setWraps();
    auto *name = new QLabel(label, this);
    name->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    name->setForegroundRole(QPalette::PlaceholderText);
    m_grid->addWidget(name, row, 0);
    m_grid->addWidget(line.state, row, 1);
    m_grid->addWidget(line.button, row, 2);
    return line;
}

void KeyPanel::showStart()
{
    const Protection protection = m_keeper.protection();
    m_start.button->setText(tr("Leave it open…"));
    m_start.button->setVisible(protection != Protection::None);
    switch (protection) {
    case Protection::None:
        return m_start.state->setContent(warningIcon,
            tr("Opens for whoever can use this computer's account. Set a passphrase to protect "
               "personal data."),
            Tone::Soon);
    case Protection::Keyring:
        return m_start.state->setContent(
            doneIcon, tr("The desktop's keyring opens it; nobody is asked."), Tone::Done);
    case Protection::Passphrase:
        return m_start.state->setContent(doneIcon, tr("The passphrase is asked."), Tone::Done);
    }
}

void KeyPanel::renew()
{
    showStart();
    const bool hasPassphrase = m_keeper.has(SlotKind::Passphrase);
    m_passphrase.state->setContent(hasPassphrase ? doneIcon : openIcon,
        hasPassphrase ? tr("Set. Backups are sealed with it.") : tr("None is set."),
        hasPassphrase ? Tone::Done : Tone::Muted);
    m_passphrase.button->setText(hasPassphrase ? tr("Change it…") : tr("Set a passphrase…"));
    const bool hasCode = m_keeper.has(SlotKind::Recovery);
    m_code.state->setContent(hasCode ? doneIcon
            : hasPassphrase          ? warningIcon
                                     : openIcon,
        hasCode ? tr("Printed. It opens the desk and its backups when the passphrase is forgotten.")
            : hasPassphrase ? tr("None yet: a forgotten passphrase would lock the desk for good.")
                            : tr("None yet."),
        hasCode             ? Tone::Done
            : hasPassphrase ? Tone::Soon
                            : Tone::Muted);
    m_code.button->setText(hasCode ? tr("Print a new one…") : tr("Print one…"));
    const bool hasKeyring = m_keeper.has(SlotKind::Keyring);
    m_keyring.state->setContent(hasKeyring ? doneIcon : openIcon,
        hasKeyring ? tr("In use. If it vanishes, passphrase or code open the desk.")
                   : tr("Not used. It saves typing the passphrase on this computer."),
        hasKeyring ? Tone::Done : Tone::Muted);
    m_keyring.button->setText(hasKeyring ? tr("Stop using it") : tr("Use it"));
    m_keyring.button->setVisible(hasKeyring || m_keeper.sealsBackups());
}

} // namespace ui::backups
