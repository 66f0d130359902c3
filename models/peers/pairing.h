// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/command.h"
#include "peers/greeting.h"

namespace peers
{

/// How a new desk is let in once both sides have greeted each other: without a socket, one object for each side.
///
/// By invitation the new desk shows the token. Face to face, two people compare six digits that follow from both keys, both
/// certificates and a number from each side. The caller binds itself to its number before it learns the other one, so neither side, nor
/// anybody in between with a side of their own to each, can choose numbers that give the digits they want.

QByteArray commitmentTo(const QByteArray &transcript, const QByteArray &number);
/// Six digits.
QString shortCode(
    const QByteArray &transcript, const QByteArray &callers, const QByteArray &calleds);

/// The new desk's side. It is the caller.
class JoiningTalk
{
public:
    /// With the token of an invitation.
    JoiningTalk(const Greeted &peer, const QByteArray &token);
    /// With a code that people compare.
    JoiningTalk(const Greeted &peer, domain::Random &random);

    enum class State : quint8 { Talking, Comparing, Done, Failed };
    State state() const { return m_state; }

    QByteArray start() const;
    QByteArray receive(const QByteArray &bytes);
    /// The person says that both codes are the same.
    QByteArray confirm();
    /// The code, once there is one.
    const QString &code() const { return m_code; }
    /// Once done: the company that one belongs to.
    const Welcome &welcome() const { return m_welcome; }
    /// Once failed.
    Objection objection() const { return m_objection; }
    bool isByPeer() const { return m_isByPeer; }
    QByteArray takeRest() { return m_reader.takeRest(); }

private:
    QByteArray take(const Opening &opening);
    QByteArray fail(Objection objection);

    const QByteArray m_transcript;
    const QByteArray m_token;
    QByteArray m_number;
    OpeningReader m_reader;
    State m_state = State::Talking;
    bool m_isConfirmed = false;
    QString m_code;
    Welcome m_welcome;
    Objection m_objection = Objection::None;
    bool m_isByPeer = false;
};

/// The side of the company's desk, the called one.
class AdmittingTalk
{
public:
    AdmittingTalk(const Greeted &peer, domain::Random &random);

    /// Comparing: the code is there and a person has to say yes; Admitting: the command is to be carried out.
    enum class State : quint8 { Talking, Comparing, Admitting, Done, Failed };
    State state() const { return m_state; }

    QByteArray receive(const QByteArray &bytes);
    const QString &code() const { return m_code; }
    /// An administrator says that the codes are the same, and what the desk is called. It is admitted once the other
    /// person has said so too.
    void answer(const domain::AdmitDesk &as);
    /// While admitting: what is to be carried out.
    const domain::AdmitDesk &admission() const { return m_admission; }
    /// It was carried out.
    QByteArray welcome(const Id &company, const QByteArray &founding);
    QByteArray fail(Objection objection);
    Objection objection() const { return m_objection; }
    bool isByPeer() const { return m_isByPeer; }
    QByteArray takeRest() { return m_reader.takeRest(); }

private:
    QByteArray take(const Opening &opening);
    QByteArray takeWords(const Opening &opening);
    void admitIfBothSaidSo();

    const Greeted m_peer;
    const QByteArray m_number;
    QByteArray m_commitment;
    OpeningReader m_reader;
    State m_state = State::Talking;
    QString m_code;
    bool m_isConfirmed = false, m_isAnswered = false;
    domain::AdmitDesk m_admission;
    Objection m_objection = Objection::None;
    bool m_isByPeer = false;
};

} // namespace peers
