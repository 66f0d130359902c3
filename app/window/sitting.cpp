// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/sitting.h"

#include "domain/words.h"
#include "items/sign_in_help.h"
#include "shell/settings.h"
#include "shell/shell.h"
#include "signin/curtain.h"
#include "signin/password_dialog.h"
#include "widgets/banner.h"

#include <QActionGroup>
#include <QApplication>
#include <QKeyEvent>
#include <QMenu>

#include <algorithm>

namespace app
{

using namespace domain;
using ui::signin::Curtain;
using ui::signin::Watch;

namespace
{

const QString lastKey = QStringLiteral("signin/last");
const QString idleKey = QStringLiteral("signin/idle_minutes");
const QString lockId = QStringLiteral("lock");
const QString toldKey = QStringLiteral("signin/told/");
constexpr int usualIdleMinutes = 10;
constexpr int idleChoices[] = {2, 5, 10, 20, 30, 0};
constexpr QKeyCombination lockKeys = Qt::CTRL | Qt::ALT | Qt::Key_L;
constexpr QKeyCombination changeKeys = Qt::CTRL | Qt::ALT | Qt::Key_U;

} // namespace

Sitting::Sitting(
    Desk &desk, ui::shell::Shell &shell, ui::shell::Settings &settings, Watch::Monotonic monotonic)
    : m_desk(desk)
    , m_shell(shell)
    , m_settings(settings)
    , m_watch(desk.clock(), std::move(monotonic))
    , m_aside(shell)
    , m_curtain(new Curtain(desk))
{
    m_shell.setCurtain(m_curtain);
    m_watch.setIdleMinutes(m_settings.value(idleKey, usualIdleMinutes).toInt());
    fillMenu();
    addCommands();
    connect(&m_desk, &Desk::satDown, this, &Sitting::satDown);
    connect(&m_desk, &Desk::committed, this, &Sitting::rightsMayHaveChanged);
    connect(m_curtain, &Curtain::satDown, this, &Sitting::open);
    connect(m_curtain, &Curtain::givenUp, this, &Sitting::open);
    connect(&m_watch, &Watch::idled, this, &Sitting::lock);
    connect(&m_watch, &Watch::slept, this, &Sitting::lock);
    QCoreApplication::instance()->installEventFilter(this);
    showPerson();
}

bool Sitting::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride && QApplication::activeModalWidget()) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (QKeySequence(key->keyCombination()) == m_shell.keys().keys(lockId)) {
            // When the dialog has done with its key.
            QMetaObject::invokeMethod(this, &Sitting::lock, Qt::QueuedConnection);
            event->accept();
            return true;
        }
    }
    return QObject::eventFilter(watched, event);
}

void Sitting::fillMenu()
{
    QMenu *menu = m_shell.personMenu();
    QAction *change = menu->addAction(tr("Change clerk"), this, &Sitting::changePerson);
    change->setShortcut(changeKeys);
    // The shell's own keys do it; here they are only told.
    change->setShortcutContext(Qt::WidgetShortcut);
    QAction *lockNow = menu->addAction(tr("Lock the desk"), this, &Sitting::lock);
    lockNow->setShortcut(lockKeys);
    lockNow->setShortcutContext(Qt::WidgetShortcut);
    addLockTimes();
    menu->addSeparator();
    menu->addAction(tr("My password…"), this, &Sitting::choosePassword);
    menu->addSeparator();
    connect(menu, &QMenu::aboutToShow, this, [this] {
        for (const Offered &offered : std::as_const(m_offered))
            offered.action->setVisible(offered.isFor());
    });
}

void Sitting::addLockTimes()
{
    QMenu *times = m_shell.personMenu()->addMenu(tr("Lock by itself"));
    auto *group = new QActionGroup(times);
    for (const int minutes : idleChoices) {
        QAction *choice =
            times->addAction(minutes ? tr("after %n minutes without a key", nullptr, minutes)
                                     : tr("only when the computer sleeps"));
        choice->setCheckable(true);
        choice->setChecked(minutes == m_watch.idleMinutes());
        group->addAction(choice);
        connect(choice, &QAction::triggered, this, [this, minutes] {
            m_settings.setValue(idleKey, minutes);
            m_watch.setIdleMinutes(minutes);
        });
    }
}

void Sitting::addCommands()
{
    m_shell.addCommand(
        {lockKeys, lockId, tr("Lock the desk"), QStringLiteral("pause"), [this] { lock(); }});
    m_shell.addCommand({changeKeys, QStringLiteral("change-clerk"), tr("Change clerk"),
        QStringLiteral("person"), [this] { changePerson(); }});
    m_shell.addCommand({{}, QStringLiteral("my-password"), tr("My password…"),
        QStringLiteral("settings"), [this] { choosePassword(); }});
}

void Sitting::addToMenu(
    const QString &title, std::function<bool()> isFor, std::function<void()> run)
{
    QAction *action = m_shell.personMenu()->addAction(title, this, std::move(run));
    m_offered.append({action, std::move(isFor)});
}

/// Who sat here last, else a clerk, else whoever may.
Id Sitting::proposed() const
{
    const QVector<items::Sitter> sitters = items::findSitters(m_desk.read());
    const QString last = m_settings.value(lastKey).toString();
    const auto known = std::ranges::find(sitters, last, &items::Sitter::login);
    if (known != sitters.end())
        return known->id;
    const auto clerk = std::ranges::find(sitters, QStringLiteral("clerk"), &items::Sitter::role);
    if (clerk != sitters.end())
        return clerk->id;
    return sitters.isEmpty() ? Id() : sitters.constFirst().id;
}

void Sitting::begin()
{
    if (!m_desk.actor().isNull())
        return;
    const QVector<items::Sitter> sitters = items::findSitters(m_desk.read());
    draw(Curtain::Why::Start);
    if (sitters.size() != 1 || sitters.constFirst().hasPassword)
        return;
    m_desk.signIn(sitters.constFirst().login, {}).then(this, [this](const store::SignedIn &only) {
        const auto *identity = std::get_if<store::Identity>(&only);
        if (!identity || !m_desk.actor().isNull())
            return;
        m_desk.sitDown(*identity);
        open();
    });
}

void Sitting::draw(Curtain::Why why)
{
    const auto rows = m_desk.read().findRows(Register::Company);
    m_curtain->setCompany(
        rows.isEmpty() ? QString() : rows.constFirst().row.values.text(company::Name));
    const Id person = why == Curtain::Why::Locked ? m_desk.actor()
        : why == Curtain::Why::Start              ? proposed()
                                                  : Id();
    m_aside.putAside();
    m_shell.drawCurtain();
    m_curtain->ask(why, person);
}

void Sitting::lock()
{
    const bool isAsking = m_shell.isCurtainDrawn();
    // A change of clerk that nobody goes on with must not leave Esc as the way in.
    if (isAsking && m_curtain->why() != Curtain::Why::Change)
        return;
    draw(m_desk.actor().isNull() ? Curtain::Why::Start : Curtain::Why::Locked);
}

void Sitting::changePerson()
{
    if (!m_shell.isCurtainDrawn())
        draw(Curtain::Why::Change);
}

void Sitting::open()
{
    m_watch.restart();
    m_shell.openCurtain();
    m_aside.bringBack();
}

void Sitting::satDown()
{
    showPerson();
    m_shell.renewPages();
}

void Sitting::showPerson()
{
    const auto row = m_desk.read().findRow(m_desk.actor());
    if (!row)
        return m_shell.setPerson({}, {});
    const Values &values = row->row.values;
    m_shell.setPerson(values.text(staff::Name), wordFor(List::Role, values.text(staff::Role)));
    m_settings.setValue(lastKey, values.text(staff::Login));
    tellOfPassword(values.text(staff::Login));
}

/// Once for each person and desk, and in the way of nothing.
void Sitting::tellOfPassword(const QString &login)
{
    m_shell.notice().dismiss();
    if (m_settings.value(toldKey + login).toBool()
        || store::hasPassword(m_desk.read(), m_desk.actor()))
        return;
    m_settings.setValue(toldKey + login, true);
    m_shell.notice().showMessage(ui::widgets::Mood::Open,
        tr("You sign in without a password. You can choose one in the menu under your name."));
}

void Sitting::choosePassword()
{
    auto *dialog = new ui::signin::PasswordDialog(m_desk, m_desk.actor(), &m_shell);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &ui::signin::PasswordDialog::changed, this, [this] {
        m_shell.notice().showMessage(
            ui::widgets::Mood::Done, tr("Your password is changed, at every desk."));
    });
    dialog->open();
}

/// Rights that are given or taken show at once; whoever has none left doesn't go on reading.
void Sitting::rightsMayHaveChanged(const store::Committed &committed)
{
    const bool concernsRights =
        std::ranges::any_of(committed.touched, [](const store::Touched &touched) {
            return touched.what == store::Touched::Row && touched.reg == quint8(Register::Grant);
        });
    if (!concernsRights || m_desk.actor().isNull())
        return;
    m_shell.renewPages();
    const Grants &grants = m_desk.read().grants();
    if (!grants.isEmpty() && grants.inForce(m_desk.actor(), m_desk.clock().now_ms()).empty())
        lock();
}

} // namespace app
