// SPDX-License-Identifier: GPL-3.0-or-later
#include "session.h"

#include "passphrases.h"
#include "password.h"
#include "text_output.h"

#include "items/looks.h"

#include <QJsonDocument>

#include <cstdio>

namespace ctl
{

using namespace domain;

Session::Session(QString folder, QString login, bool text)
    : m_folder(std::move(folder))
    , m_login(std::move(login))
    , m_text(text)
{
}

Desk &Session::unattendedDesk()
{
    if (m_desk)
        return *m_desk;
    Desk::Opening opening = Desk::open(m_folder, m_clock, m_random, unlocking());
    if (const auto *refusal = std::get_if<Refusal>(&opening))
        refuse(*refusal);
    m_desk = std::move(std::get<std::unique_ptr<Desk>>(opening));
    // Whoever is named has to be somebody, whatever is asked.
    if (!m_login.isEmpty())
        signIn();
    return *m_desk;
}

Desk &Session::desk()
{
    Desk &opened = unattendedDesk();
    if (opened.actor().isNull())
        signIn();
    return opened;
}

bool Session::mayShow(const Id &customer, const Id &ticket, const QString &purpose)
{
    Desk &opened = desk();
    const LookAt look{customer, ticket, purpose, {}};
    if (customer.isNull() || items::isOnRecord(opened.read(), opened.actor(), look))
        return true;
    const store::Verdict verdict = opened.submit(look).result();
    if (const Refusal *refusal = store::refused(verdict)) {
        say(Words::tr("The contact is covered: %1").arg(refusal->text()));
        return false;
    }
    return true;
}

void Session::mustHave(Right right)
{
    Desk &opened = desk();
    const bool may = mayDo(right, opened.who(), opened.read().grants());
    checkReading();
    if (!may)
        refuse(lackOf(right));
}

store::Unlocking Session::unlocking()
{
    return {&m_keyring, &m_random,
        askFrom({QStringLiteral("GRIDDESK_PASSPHRASE")}, Words::tr("Passphrase of the desk"))};
}

Desk &Session::deskWithPeople()
{
    Desk &opened = desk();
    if (!std::exchange(m_peopleIndexed, true) && opened.read().countRows(Register::Customer) > 0)
        opened.indexPeopleNow();
    return opened;
}

void Session::signIn()
{
    const QString login = m_login.isEmpty() ? founderLogin() : m_login;
    // The empty password opens where none was ever given; a wrong try at it is not held against anybody.
    const auto person = m_desk->read().findRowByCode(Register::Staff, login);
    const bool asks = !person || store::hasPassword(m_desk->read(), person->row.id);
    checkReading();
    const store::SignedIn answer =
        m_desk->signIn(login, asks ? readPassword(login) : QString()).result();
    if (const auto *refusal = std::get_if<Refusal>(&answer))
        refuse(*refusal);
    m_desk->sitDown(std::get<store::Identity>(answer));
}

QString Session::founderLogin()
{
    std::optional<store::NumberedRow> founder;
    for (const store::NumberedRow &person : m_desk->read().findRows(Register::Staff)) {
        const bool mayBe = person.row.values.text(staff::Role) == u"administrator";
        if (mayBe && (!founder || person.number < founder->number))
            founder = person;
    }
    checkReading();
    if (!founder)
        throw Exit{1,
            Words::tr("Nobody on the staff is an administrator. Name a person with --as LOGIN.")};
    return founder->row.values.text(staff::Login);
}

void Session::print(const QJsonObject &object)
{
    write(m_text ? asText(object) : QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n');
}

void Session::print(const QJsonArray &array)
{
    write(m_text ? asText(array) : QJsonDocument(array).toJson(QJsonDocument::Compact) + '\n');
}

void Session::write(const QByteArray &line)
{
    std::fwrite(line.constData(), 1, size_t(line.size()), stdout);
}

void Session::flush()
{
    if (std::fflush(stdout) != 0 || std::ferror(stdout))
        throw Exit{3,
            Words::tr("The output can't be written. Check the disk or the program that reads it.")};
}

void Session::say(const QString &line)
{
    const QByteArray bytes = QString(line).replace(u'\n', u' ').toUtf8() + '\n';
    std::fwrite(bytes.constData(), 1, size_t(bytes.size()), stderr);
}

void Session::checkReading()
{
    if (const auto failure = m_desk->read().takeFailure())
        refuse(*failure);
}

const store::Accepted &mustAccept(const store::Verdict &verdict)
{
    if (const Refusal *refusal = store::refused(verdict))
        refuse(*refusal);
    return std::get<store::Accepted>(verdict);
}

} // namespace ctl
