// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/drafts.h"

#include "record/sealing.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSaveFile>

namespace store
{

using namespace domain;

namespace
{

/// Whose seal it is: no customer's and no ticket's, so that neither can be put in its place.
const Id &owner()
{
    static const Id id = Id::named("local/drafts");
    return id;
}

constexpr quint8 wholeFile = 0;

QJsonObject toJson(const Draft &draft)
{
    return {{QStringLiteral("id"), draft.id.toHex()},
        {QStringLiteral("changed"), double(draft.changed_ms)},
        {QStringLiteral("parked"), draft.parked}, {QStringLiteral("fields"), draft.fields}};
}

std::optional<Draft> fromJson(const QJsonObject &object)
{
    const auto id = Id::fromHex(object.value(QStringLiteral("id")).toString());
    if (!id)
        return {};
    return Draft{*id, qint64(object.value(QStringLiteral("changed")).toDouble()),
        object.value(QStringLiteral("parked")).toBool(),
        object.value(QStringLiteral("fields")).toObject()};
}

} // namespace

DraftFile::DraftFile(const DeskFolder &folder, const QByteArray &deskKey, Random &random)
    : m_path(folder.drafts())
    , m_deskKey(deskKey)
    , m_random(random)
{
}

QVector<Draft> DraftFile::read() const
{
    QVector<Draft> drafts;
    QFile file(m_path);
    if (!file.open(QIODevice::ReadOnly))
        return drafts;
    const auto text = record::unseal(m_deskKey, wholeFile, file.readAll());
    const QJsonArray all = QJsonDocument::fromJson(text.value_or(QString()).toUtf8()).array();
    for (const QJsonValue &one : all) {
        if (const auto draft = fromJson(one.toObject()))
            drafts.append(*draft);
    }
    return drafts;
}

QString DraftFile::write(const QVector<Draft> &drafts) const
{
    QJsonArray all;
    for (const Draft &draft : drafts)
        all.append(toJson(draft));
    const QString text = QString::fromUtf8(QJsonDocument(all).toJson(QJsonDocument::Compact));
    const QByteArray sealed = record::seal(m_deskKey, owner(), wholeFile, text, m_random);
    QSaveFile file(m_path);
    const bool done = file.open(QIODevice::WriteOnly)
        && file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner)
        && file.write(sealed) == sealed.size() && file.commit();
    return done ? QString() : file.errorString();
}

} // namespace store
