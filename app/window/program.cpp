// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/program.h"

#include "common/sample_company.h"
#include "start/join_dialog.h"
#include "start/start_window.h"
#include "window/desk_joiner.h"

namespace app
{

using domain::Refusal;

Program::Program(const store::DeskFolder &folder, store::Keyring &keyring, domain::Clock &clock,
    domain::Random &random, ServingDefaults serving)
    : m_folder(folder)
    , m_keyring(keyring)
    , m_clock(clock)
    , m_random(random)
    , m_file(QSettings::IniFormat, QSettings::UserScope, QStringLiteral("griddesk"),
          QStringLiteral("window"))
    , m_settings(m_file)
    , m_serveAt(std::move(serving))
{
}

Program::~Program() = default;

std::optional<Refusal> Program::foundSampleIn(const QString &folder)
{
    const Desk::Opening opening = foundSample(folder, m_clock, m_random);
    const auto *refusal = std::get_if<Refusal>(&opening);
    return refusal ? std::optional(*refusal) : std::nullopt;
}

void Program::start(bool withSample)
{
    const Joined soFar =
        m_folder.holdsDesk() ? howFarJoined(m_folder, m_clock, m_random) : Joined::Wholly;
    if (soFar != Joined::Wholly) {
        showStart();
        return join(m_folder.path, m_start.get(), soFar, [this] { openDesk(); });
    }
    if (m_folder.holdsDesk())
        return openDesk();
    if (!withSample)
        return showStart();
    if (const auto refusal = foundSampleIn(m_folder.path))
        Q_EMIT refused(*refusal);
    else
        openDesk();
}

ui::start::Beginnings Program::beginnings()
{
    ui::start::Beginnings beginnings;
    beginnings.join = [this](const QString &folder, QWidget *window,
                          const std::function<void()> &done) {
        join(folder, window, Joined::Wholly, done);
    };
    beginnings.foundSample = [this](const QString &folder) { return foundSampleIn(folder); };
    beginnings.restore = [this](
                             const QString &folder, QWidget *, const std::function<void()> &done) {
        if (const auto order = askForRestore())
            carryOut(*order, {folder}, m_clock, m_random);
        if (store::DeskFolder{folder}.holdsDesk())
            done();
    };
    return beginnings;
}

void Program::join(
    const QString &folder, QWidget *window, Joined soFar, const std::function<void()> &done)
{
    m_joiner =
        std::make_unique<DeskJoiner>(store::DeskFolder{folder}, m_clock, m_random, m_serveAt);
    auto *dialog = new ui::start::JoinDialog(*m_joiner, window);
    connect(dialog, &QDialog::accepted, this, done, Qt::QueuedConnection);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    if (soFar == Joined::LetIn)
        dialog->goOn();
    else if (soFar == Joined::Asked)
        dialog->tellOfAnswerLost();
    dialog->open();
}

void Program::showStart()
{
    m_start =
        std::make_unique<ui::start::StartWindow>(m_folder.path, m_clock, m_random, beginnings());
    // Later: the window of the first start is still talking.
    connect(
        m_start.get(), &ui::start::StartWindow::finished, this,
        [this] { openDesk(m_start->foundation().founder()); }, Qt::QueuedConnection);
    m_start->show();
}

void Program::openDesk(const store::Identity &founder)
{
    const auto unlocked = unlock(m_folder, m_keyring, m_random);
    if (const auto *refusal = std::get_if<Refusal>(&unlocked))
        Q_EMIT refused(*refusal);
    else if (const auto *secrets = std::get_if<store::Secrets>(&unlocked))
        showWindow(*secrets, founder);
    else
        Q_EMIT givenUp();
}

void Program::showWindow(const store::Secrets &secrets, const store::Identity &founder)
{
    Desk::Opening opening = Desk::open(m_folder.path, secrets, m_clock, m_random);
    if (const auto *refusal = std::get_if<Refusal>(&opening)) {
        Q_EMIT refused(*refusal);
        return;
    }
    m_desk = std::move(std::get<std::unique_ptr<Desk>>(opening));
    if (const auto refusal = m_desk->startWriting()) {
        Q_EMIT refused(*refusal);
        return;
    }
    m_desk->sitDown(founder);
    m_serving = std::make_unique<DeskServing>(*m_desk, m_serveAt);
    m_window = std::make_unique<DeskWindow>(
        *m_desk, m_settings, &m_keyring, ui::signin::Watch::Monotonic(), m_serving.get());
    // Later: the page that orders it is still talking.
    connect(
        m_window.get(), &DeskWindow::restoreOrdered, this,
        [this](const QString &file, const QString &typed) {
            restore({file, typed, m_desk->secrets()});
        },
        Qt::QueuedConnection);
    m_window->show();
    m_serving->start();
    m_start.reset();
    m_joiner.reset();
}

void Program::restore(const RestoreOrder &order)
{
    m_window.reset();
    m_serving.reset();
    m_desk.reset();
    carryOut(order, m_folder, m_clock, m_random);
    openDesk();
}

} // namespace app
