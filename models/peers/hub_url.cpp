// SPDX-License-Identifier: GPL-3.0-or-later
#include "peers/hub_url.h"

#include "peers/hub_words.h"

#include <QRegularExpression>
#include <QUrl>

namespace peers
{

using namespace Qt::StringLiterals;
using domain::Refusal;

namespace
{

constexpr qsizetype longestUrl = 4096;
constexpr qsizetype mostPlaces = 16;

/// What an administrator may set; everything else is a slip of the pen or would change what the hub relies on.
const QStringList knownOptions{u"sslmode"_s, u"sslrootcert"_s, u"sslcert"_s, u"sslkey"_s,
    u"connect_timeout"_s, u"tcp_user_timeout"_s, u"target_session_attrs"_s};

Refusal refusal(const QString &what)
{
    return {u"url"_s, what,
        HubWords::tr("Write it like postgresql://user:password@host:5432/database; several hosts "
                     "stand with commas between them.")};
}

QString decoded(const QString &text)
{
    return QUrl::fromPercentEncoding(text.toUtf8());
}

/// In quotes, as libpq reads an option. A semicolon parts options for the driver, so it stands in none.
QString quoted(QString value)
{
    return u'\'' + value.replace(u"\\"_s, u"\\\\"_s).replace(u"'"_s, u"\\'"_s) + u'\'';
}

} // namespace

std::variant<HubUrl, Refusal> HubUrl::parse(const QString &text)
{
    static const QRegularExpression form(
        uR"(^postgres(?:ql)?://(?:([^:@/]*)(?::([^@/]*))?@)?([^/?]*)/([^?]+)(?:\?(.*))?$)"_s);
    const auto parts = form.match(text);
    if (text.size() > longestUrl || !parts.hasMatch())
        return refusal(HubWords::tr("This is no address of a PostgreSQL database."));
    HubUrl url;
    url.m_user = decoded(parts.captured(1));
    url.m_password = decoded(parts.captured(2));
    url.m_database = decoded(parts.captured(4));
    url.m_options = {{u"connect_timeout"_s, u"5"_s}, {u"tcp_user_timeout"_s, u"15000"_s},
        {u"target_session_attrs"_s, u"read-write"_s}};
    if (auto wrong = url.takePlaces(parts.captured(3)))
        return *wrong;
    for (const QString &option : parts.captured(5).split(u'&', Qt::SkipEmptyParts)) {
        if (auto wrong = url.takeOption(option))
            return *wrong;
    }
    return url;
}

std::optional<Refusal> HubUrl::takePlaces(const QString &text)
{
    static const QRegularExpression form(uR"(^(\[[0-9A-Fa-f:.]+\]|[^:]*)(?::([0-9]{1,5}))?$)"_s);
    const QStringList places = text.split(u',');
    if (places.size() > mostPlaces)
        return refusal(HubWords::tr("It names more than %n hosts.", nullptr, int(mostPlaces)));
    for (const QString &place : places) {
        const auto parts = form.match(place);
        const int port = parts.captured(2).toInt();
        QString host = decoded(parts.captured(1));
        if (host.startsWith(u'['))
            host = host.sliced(1, host.size() - 2);
        if (!parts.hasMatch() || host.isEmpty() || port > 65535 || host.contains(u';'))
            return refusal(HubWords::tr("\"%1\" is no host with a port.").arg(place));
        m_places.append({host, port});
    }
    return {};
}

std::optional<Refusal> HubUrl::takeOption(const QString &option)
{
    const QString name = option.section(u'=', 0, 0);
    const QString value = decoded(option.section(u'=', 1));
    if (!knownOptions.contains(name))
        return refusal(HubWords::tr("The option \"%1\" is not one that can be set here: %2.")
                           .arg(name, knownOptions.join(u", "_s)));
    if (value.isEmpty() || value.contains(u';'))
        return refusal(HubWords::tr("The option \"%1\" has no value that can be used.").arg(name));
    m_options.insert(name, value);
    return {};
}

QString HubUrl::hosts() const
{
    QStringList hosts;
    for (const Place &place : m_places)
        hosts << place.host;
    return hosts.join(u',');
}

QString HubUrl::ports() const
{
    QStringList ports;
    for (const Place &place : m_places)
        ports << QString::number(place.port > 0 ? place.port : 5432);
    return ports.join(u',');
}

QString HubUrl::options() const
{
    // A computer that vanished sends nothing any more; these make the system notice within half a minute.
    QStringList options{u"port="_s + quoted(ports()), u"application_name=griddesk"_s,
        u"keepalives_idle=10"_s, u"keepalives_interval=5"_s, u"keepalives_count=3"_s};
    for (auto each = m_options.cbegin(); each != m_options.cend(); ++each)
        options << each.key() + u'=' + quoted(each.value());
    return options.join(u';');
}

QString HubUrl::shown() const
{
    QStringList places;
    for (const Place &place : m_places) {
        places << (place.port > 0 ? u"%1:%2"_s.arg(place.host).arg(place.port) : place.host);
    }
    return places.join(u',') + u'/' + m_database;
}

} // namespace peers
