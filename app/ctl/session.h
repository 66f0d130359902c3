// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "arguments.h"
#include "common/desktop_keyring.h"
#include "common/system.h"
#include "desk.h"

#include <QJsonArray>
#include <QJsonObject>

namespace ctl
{

/// One run of the tool: which desk, who, how to print.
class Session
{
public:
    Session(QString folder, QString login, bool text);

    const QString &folder() const { return m_folder; }
    const QString &login() const { return m_login; }
    /// The desk, opened at first use with its person signed in (--as, else the administrator who founded it); exits when it can't be.
    Desk &desk();
    /// The same with nobody at it, for upkeep that a script does at night and that shows nobody's data.
    Desk &unattendedDesk();
    /// Whether a customer's contact may be shown in clear: the look is on record then, once in half an hour for the same
    /// purpose. Otherwise a line on stderr says why it is covered.
    bool mayShow(const domain::Id &customer, const domain::Id &ticket, const QString &purpose);
    /// Exits unless whoever is signed in has the right.
    void mustHave(domain::Right right);
    /// The same with personal fields searchable.
    Desk &deskWithPeople();
    domain::Clock &clock() { return m_clock; }
    domain::Random &random() { return m_random; }
    store::Keyring &keyring() { return m_keyring; }
    /// How the desk is opened where it doesn't open by itself: the keyring, GRIDDESK_PASSPHRASE, a person at the terminal.
    store::Unlocking unlocking();

    /// One JSON object on a line of stdout; with --text a table of "key: value" for people.
    void print(const QJsonObject &object);
    void print(const QJsonArray &array);
    /// Hands on what was printed so far; exits with 3 when nobody can take it (a full disk, a closed pipe).
    void flush();
    /// A line for people on stderr.
    void say(const QString &line);
    /// Exits with 3 when the last look at the desk failed.
    void checkReading();

private:
    QString founderLogin();
    void signIn();
    void write(const QByteArray &line);

    QString m_folder;
    QString m_login;
    bool m_text;
    app::SystemClock m_clock;
    app::SystemRandom m_random;
    app::DesktopKeyring m_keyring;
    std::unique_ptr<Desk> m_desk;
    bool m_peopleIndexed = false;
};

/// The verdict's acceptance, or exit.
const store::Accepted &mustAccept(const store::Verdict &verdict);

} // namespace ctl
