// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/program.h"

#include "common/sample_company.h"
#include "start/start_window.h"

namespace app
{

using domain::Refusal;

namespace
{

/// Who sits down first: whoever has just founded the desk, else a clerk where there is one.
domain::Id firstPerson(Desk &desk, const QString &login)
{
    if (const auto founder = desk.read().findRowByCode(domain::Register::Staff, login))
        return founder->row.id;
    domain::Id chosen;
    for (const store::NumberedRow &row : desk.read().findRows(domain::Register::Staff)) {
        const QString role = row.row.values.text(domain::staff::Role);
        if (chosen.isNull() || role == u"clerk")
            chosen = row.row.id;
        if (role == u"clerk")
            break;
    }
    return chosen;
}

std::optional<Refusal> foundSampleIn(
    const QString &folder, domain::Clock &clock, domain::Random &random)
{
    const Desk::Opening opening = app::foundSample(folder, clock, random);
    const auto *refusal = std::get_if<Refusal>(&opening);
    return refusal ? std::optional(*refusal) : std::nullopt;
}

} // namespace

Program::Program(const QString &folder, domain::Clock &clock, domain::Random &random)
    : m_folder(folder)
    , m_clock(clock)
    , m_random(random)
    , m_file(QSettings::IniFormat, QSettings::UserScope, QStringLiteral("griddesk"),
          QStringLiteral("window"))
    , m_settings(m_file)
{
}

Program::~Program() = default;

std::optional<Refusal> Program::foundSample()
{
    return foundSampleIn(m_folder, m_clock, m_random);
}

void Program::start()
{
    if (store::DeskFolder{m_folder}.holdsDesk())
        openDesk({});
    else
        showStart();
}

void Program::showStart()
{
    ui::start::Beginnings beginnings;
    beginnings.foundSample = [this](const QString &folder) {
        return foundSampleIn(folder, m_clock, m_random);
    };
    m_start = std::make_unique<ui::start::StartWindow>(
        m_folder, m_clock, m_random, std::move(beginnings));
    // Later: the window of the first start is still talking.
    connect(m_start.get(), &ui::start::StartWindow::finished, this, &Program::openDesk,
        Qt::QueuedConnection);
    m_start->show();
}

void Program::openDesk(const QString &login)
{
    Desk::Opening opening = Desk::open(m_folder, m_clock, m_random);
    if (const auto *refusal = std::get_if<Refusal>(&opening)) {
        Q_EMIT refused(*refusal);
        return;
    }
    m_desk = std::move(std::get<std::unique_ptr<Desk>>(opening));
    m_desk->setActor(firstPerson(*m_desk, login));
    if (const auto refusal = m_desk->startWriting()) {
        Q_EMIT refused(*refusal);
        return;
    }
    m_window = std::make_unique<DeskWindow>(*m_desk, m_settings);
    m_window->show();
    m_start.reset();
}

} // namespace app
