// SPDX-License-Identifier: GPL-3.0-or-later
// How the wizard stands: one step at a time, the buttons that lead on below.
#include "backups/restore_wizard.h"
#include "backups/texts.h"
#include "look/desk_style.h"
#include "look/icons.h"
#include "look/measures.h"
#include "widgets/form_grid.h"

#include <QAction>
#include <QCheckBox>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace ui::backups
{

namespace
{

QVBoxLayout *columnOf(QWidget *step)
{
    auto *column = new QVBoxLayout(step);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(look::gap);
    return column;
}

} // namespace

RestoreWizard::RestoreWizard(const Present &present, QWidget *parent)
    : QDialog(parent)
    , m_present(present)
    , m_steps(new QStackedWidget(this))
    , m_path(new QLineEdit(this))
    , m_typed(new QLineEdit(this))
    , m_company(new QLabel(this))
    , m_desk(new QLabel(this))
    , m_made(new QLabel(this))
    , m_holds(paragraph(QString(), this))
    , m_happens(paragraph(QString(), this))
    , m_progress(new QProgressBar(this))
    , m_back(new QPushButton(tr("Back"), this))
    , m_next(new QPushButton(tr("Next"), this))
{
    setWindowTitle(tr("Restore a backup"));
    m_steps->addWidget(makeChoose());
    m_steps->addWidget(makeOpen());
    m_steps->addWidget(makeConfirm());
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(look::margin, look::margin, look::margin, look::margin);
    column->setSpacing(look::margin);
    column->addWidget(m_steps, 1);
    column->addWidget(m_progress);
    column->addWidget(makeButtons());
    m_progress->setRange(0, 1000);
    m_progress->setTextVisible(false);
    m_progress->setAccessibleName(tr("Reading the backup"));
    resize(560, 360);
    connect(&m_task, &items::RestoreTask::looked, this, &RestoreWizard::showLook);
    connect(&m_task, &items::RestoreTask::wasRead, this, [this] {
        setBusy(false);
        goTo(Confirm);
    });
    connect(&m_task, &items::RestoreTask::failed, this, &RestoreWizard::refuse);
    connect(&m_task, &items::RestoreTask::progressed, m_progress, &QProgressBar::setValue);
    setBusy(false);
    goTo(Choose);
}

QWidget *RestoreWizard::makeChoose()
{
    auto *step = new QWidget(this);
    QVBoxLayout *column = columnOf(step);
    m_chooseForm = new widgets::FormGrid(step);
    m_path->setPlaceholderText(tr("Type its path, or choose it with Ctrl+O"));
    QAction *browse = m_path->addAction(
        look::icon(QStringLiteral("search"), look::Tone::Muted), QLineEdit::TrailingPosition);
    browse->setText(tr("Choose a file"));
    browse->setShortcut(QKeySequence::Open);
    connect(browse, &QAction::triggered, this, &RestoreWizard::browse);
    m_chooseForm->addRow(tr("Backup"), m_path, widgets::FormGrid::Need::Required);
    column->addWidget(heading(tr("1  Which backup?"), step));
    column->addWidget(paragraph(
        tr("A complete backup (.gdbackup) brings everything back, on a new computer too. Nothing "
           "changes before the last step."),
        step));
    column->addWidget(m_chooseForm);
    column->addStretch();
    return step;
}

QWidget *RestoreWizard::makeOpen()
{
    auto *step = new QWidget(this);
    QVBoxLayout *column = columnOf(step);
    m_openForm = new widgets::FormGrid(step);
    m_openForm->addRow(tr("Company"), m_company);
    m_openForm->addRow(tr("Desk"), m_desk);
    m_openForm->addRow(tr("Made"), m_made);
    m_openForm->addRow(tr("Holds"), m_holds);
    m_typedArea = new QWidget(step);
    auto *typed = new QHBoxLayout(m_typedArea);
    typed->setContentsMargins(0, 0, 0, 0);
    auto *shown = new QCheckBox(tr("Show"), m_typedArea);
    m_typed->setEchoMode(QLineEdit::Password);
    m_typed->setAccessibleName(tr("Passphrase or code"));
    m_typedArea->setFocusProxy(m_typed);
    typed->addWidget(m_typed, 1);
    typed->addWidget(shown);
    connect(shown, &QCheckBox::toggled, this,
        [this](bool on) { m_typed->setEchoMode(on ? QLineEdit::Normal : QLineEdit::Password); });
    m_openForm->addRow(tr("Passphrase or code"), m_typedArea, widgets::FormGrid::Need::Required);
    column->addWidget(heading(tr("2  Is it the right one?"), step));
    column->addWidget(m_openForm);
    column->addStretch();
    return step;
}

QWidget *RestoreWizard::makeConfirm()
{
    auto *step = new QWidget(this);
    QVBoxLayout *column = columnOf(step);
    column->addWidget(heading(tr("3  What will happen"), step));
    column->addWidget(m_happens);
    column->addStretch();
    return step;
}

QWidget *RestoreWizard::makeButtons()
{
    auto *buttons = new QWidget(this);
    auto *row = new QHBoxLayout(buttons);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(look::gap);
    auto *cancel = new QPushButton(tr("Cancel"), buttons);
    for (QPushButton *button : {cancel, m_back})
        button->setAutoDefault(false);
    m_next->setProperty(look::DeskStyle::primaryProperty, true);
    m_next->setDefault(true);
    m_happens->setObjectName(QStringLiteral("happens"));
    m_path->setObjectName(QStringLiteral("path"));
    m_typed->setObjectName(QStringLiteral("typed"));
    m_next->setObjectName(QStringLiteral("next"));
    row->addWidget(cancel);
    row->addStretch();
    row->addWidget(m_back);
    row->addWidget(m_next);
    connect(cancel, &QPushButton::clicked, this, [this] {
        m_task.cancel();
        reject();
    });
    connect(m_back, &QPushButton::clicked, this,
        [this] { goTo(m_steps->currentIndex() == Confirm ? Open : Choose); });
    connect(m_next, &QPushButton::clicked, this, &RestoreWizard::goOn);
    return buttons;
}

} // namespace ui::backups
