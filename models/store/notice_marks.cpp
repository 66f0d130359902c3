// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/notice_marks.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>

namespace store
{

using namespace domain;

namespace
{

constexpr qint64 mostBytes = 32 << 20;

const QString positionKey = QStringLiteral("position");
const QString conflictKey = QStringLiteral("conflict");
const QString readKey = QStringLiteral("read");

NoticeMark fromJson(const QJsonObject &object)
{
    NoticeMark mark{
        {object.value(positionKey).toInteger(), object.value(conflictKey).toInteger()}, {}};
    const QJsonArray keys = object.value(readKey).toArray();
    for (qsizetype at = 0; at < std::min(keys.size(), NoticeMarkFile::mostRead); ++at)
        mark.read << keys.at(at).toString();
    return mark;
}

} // namespace

NoticeMarkFile::NoticeMarkFile(const DeskFolder &folder)
    : m_path(folder.notices())
{
}

QMap<Id, NoticeMark> NoticeMarkFile::read() const
{
    QMap<Id, NoticeMark> marks;
    QFile file(m_path);
    if (!file.open(QIODevice::ReadOnly) || file.size() > mostBytes)
        return marks;
    const QJsonObject all = QJsonDocument::fromJson(file.readAll()).object();
    for (auto each = all.begin(); each != all.end() && marks.size() < mostPeople; ++each) {
        if (const auto person = Id::fromHex(each.key()))
            marks.insert(*person, fromJson(each->toObject()));
    }
    return marks;
}

QString NoticeMarkFile::write(const QMap<Id, NoticeMark> &marks) const
{
    QJsonObject all;
    for (auto each = marks.cbegin(); each != marks.cend(); ++each) {
        all.insert(each.key().toHex(),
            QJsonObject{{positionKey, each->reach.position}, {conflictKey, each->reach.conflict},
                {readKey, QJsonArray::fromStringList(each->read)}});
    }
    QSaveFile file(m_path);
    const QByteArray text = QJsonDocument(all).toJson(QJsonDocument::Compact);
    const bool done = file.open(QIODevice::WriteOnly)
        && file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner)
        && file.write(text) == text.size() && file.commit();
    return done ? QString() : file.errorString();
}

} // namespace store
