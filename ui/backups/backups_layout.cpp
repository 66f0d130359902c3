// SPDX-License-Identifier: GPL-3.0-or-later
// How the page stands: the key above, the backups below, a hairline between.
#include "backups/backup_table.h"
#include "backups/backups_page.h"
#include "backups/key_panel.h"
#include "backups/texts.h"
#include "look/desk_style.h"
#include "look/measures.h"
#include "widgets/banner.h"
#include "widgets/hairline.h"
#include "widgets/icon_text.h"

#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

namespace ui::backups
{

BackupsPage::BackupsPage(
    Desk &desk, store::Keyring *keyring, const record::Stretching &stretching, QWidget *parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_keeper(desk.folder(), desk.secrets(), keyring, desk.random(), stretching)
    , m_list(desk.folder())
    , m_run(desk.random())
    , m_banner(new widgets::Banner(this))
    , m_keys(new KeyPanel(m_keeper, this))
    , m_table(new BackupTable(m_list, this))
    , m_urging(new widgets::IconText(this))
    , m_nothing(quietParagraph(
          tr("No backup yet. The first one is made by itself a minute after the start."), this))
    , m_now(new QPushButton(tr("Back up now"), this))
    , m_elsewhere(new QPushButton(tr("Back up into a file…"), this))
    , m_restore(new QPushButton(tr("Restore…"), this))
    , m_cancel(new QPushButton(tr("Cancel"), this))
    , m_progress(new QProgressBar(this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_banner);
    column->addWidget(makeKeyArea());
    column->addWidget(new widgets::Hairline(Qt::Horizontal, this));
    column->addWidget(makeBackupArea(), 1);
    connectKeeper();
    connectRun();
    setRunning(false);
    m_table->hide();
    m_list.renew();
    setFocusProxy(m_keys->passphraseButton());
}

QWidget *BackupsPage::makeKeyArea()
{
    auto *area = new QWidget(this);
    auto *column = new QVBoxLayout(area);
    column->setContentsMargins(look::margin, look::margin, look::margin, look::margin);
    column->setSpacing(look::gap);
    column->addWidget(heading(tr("The desk's key"), area));
    column->addWidget(m_keys);
    return area;
}

QWidget *BackupsPage::makeBackupArea()
{
    auto *area = new QWidget(this);
    auto *column = new QVBoxLayout(area);
    column->setContentsMargins(look::margin, look::margin, look::margin, 0);
    column->setSpacing(look::gap);
    m_urging->setWraps();
    column->addWidget(heading(tr("Backups"), area));
    column->addWidget(m_urging);
    column->addWidget(makeActions());
    column->addWidget(m_nothing);
    column->addWidget(m_table, 1);
    column->addStretch();
    return area;
}

QWidget *BackupsPage::makeActions()
{
    auto *actions = new QWidget(this);
    auto *row = new QHBoxLayout(actions);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(look::gap);
    m_now->setProperty(look::DeskStyle::primaryProperty, true);
    m_progress->setRange(0, 1000);
    m_progress->setTextVisible(false);
    m_progress->setFixedWidth(200);
    m_progress->setAccessibleName(tr("Progress of the backup"));
    for (QWidget *widget :
        std::initializer_list<QWidget *>{m_now, m_elsewhere, m_restore, m_progress, m_cancel})
        row->addWidget(widget);
    row->addStretch();
    return actions;
}

} // namespace ui::backups
