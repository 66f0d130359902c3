// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands.h"
#include "field_text.h"
#include "input.h"
#include "list_page.h"

#include "domain/register_rules.h"

#include <limits>

namespace ctl
{

using namespace domain;
using namespace Qt::StringLiterals;

namespace
{

/// One register and the run that asks about it.
class RegisterCommand
{
public:
    RegisterCommand(Session &session, const RegisterSpec &spec)
        : m_session(session)
        , m_spec(spec)
        , m_reader(session.desk().read())
        , m_text(m_reader)
    {
    }

    int list(Arguments &arguments);
    int add(Arguments &arguments);
    int set(Arguments &arguments);
    int show(Arguments &arguments);
    int remove(Arguments &arguments);

private:
    struct Wanted {
        QString typed;
        QJsonObject where; ///< as it is printed
        bool isAll() const { return typed.isEmpty() && where.isEmpty(); }
    };

    Wanted wantedIn(Arguments &arguments) const;
    bool fits(const QJsonObject &object, const Wanted &wanted) const;
    bool isFoundByIndex() const { return m_spec.reg == Register::Customer; }
    void eachRow(const Wanted &wanted, const std::function<bool(const store::NumberedRow &)> &take);
    QJsonObject json(const RegisterRow &row) const;
    store::NumberedRow find(const QString &name);
    void refuseFixed() const;
    void put(const Id &row, const QJsonObject &given, bool isNew);

    Session &m_session;
    const RegisterSpec &m_spec;
    store::Reader &m_reader;
    const FieldText m_text;
};

QJsonObject RegisterCommand::json(const RegisterRow &row) const
{
    QJsonObject object = m_text.json(m_spec.fields, row.values);
    object.insert(u"id"_s, row.id.toHex());
    return object;
}

RegisterCommand::Wanted RegisterCommand::wantedIn(Arguments &arguments) const
{
    Wanted wanted{arguments.option(u"--search"_s), {}};
    const QJsonObject where = readAssignments(arguments.options(u"--where"_s));
    for (auto at = where.begin(); at != where.end(); ++at) {
        const FieldSpec *spec = m_spec.fields.find(at.key());
        if (!spec)
            refuseUnknownField(at.key(), m_spec.fields, m_spec.titleText());
        const QVariant value = m_text.parse(*spec, *at);
        wanted.where.insert(at.key(), value.isValid() ? m_text.json(*spec, value) : QJsonValue());
    }
    return wanted;
}

bool RegisterCommand::fits(const QJsonObject &object, const Wanted &wanted) const
{
    for (auto at = wanted.where.begin(); at != wanted.where.end(); ++at) {
        if (at->isNull() ? object.contains(at.key()) : object[at.key()] != *at)
            return false;
    }
    if (wanted.typed.isEmpty() || isFoundByIndex())
        return true;
    return std::any_of(object.begin(), object.end(), [&](const QJsonValue &value) {
        return value.toVariant().toString().contains(wanted.typed, Qt::CaseInsensitive);
    });
}

void RegisterCommand::eachRow(
    const Wanted &wanted, const std::function<bool(const store::NumberedRow &)> &take)
{
    if (isFoundByIndex() && !wanted.typed.isEmpty()) {
        const auto found = m_session.deskWithPeople().read().findCustomers(
            wanted.typed, std::numeric_limits<int>::max());
        std::all_of(found.begin(), found.end(), take);
        return;
    }
    // A code leads to its row at once, however long the register is.
    const FieldSpec *code = m_spec.code ? m_spec.fields.find(m_spec.code) : nullptr;
    if (code && wanted.where.contains(code->name()) && !wanted.where[code->name()].isNull()) {
        const auto row = m_reader.findRowByCode(m_spec.reg, wanted.where[code->name()].toString());
        if (row)
            take(*row);
    } else {
        m_reader.eachRow(m_spec.reg, take);
    }
    m_session.checkReading();
}

int RegisterCommand::list(Arguments &arguments)
{
    const Wanted wanted = wantedIn(arguments);
    const ListPage page = ListPage::from(arguments);
    arguments.done();
    if (page.onlyCount && wanted.isAll()) {
        m_session.print(QJsonObject{{u"count"_s, m_reader.countRows(m_spec.reg)}});
        return 0;
    }
    qint64 place = 0;
    eachRow(wanted, [&](const store::NumberedRow &row) {
        const QJsonObject object = json(row.row);
        if (!fits(object, wanted))
            return true;
        if (!page.onlyCount && page.holds(place))
            m_session.print(FieldText::covered(m_spec.fields, object));
        ++place;
        return page.onlyCount || page.limit < 0 || place < page.offset + page.limit;
    });
    m_session.checkReading();
    if (page.onlyCount)
        m_session.print(QJsonObject{{u"count"_s, place}});
    return 0;
}

store::NumberedRow RegisterCommand::find(const QString &name)
{
    auto row = m_reader.findRowByCode(m_spec.reg, name);
    if (const auto id = row ? std::nullopt : Id::fromHex(name))
        row = m_reader.findRow(*id);
    m_session.checkReading();
    if (row && row->row.reg == m_spec.reg && !row->row.removed)
        return *row;
    refuse({{}, Words::tr("%1: there is no row \"%2\".").arg(m_spec.titleText(), name),
        Words::tr("See: griddeskctl %1").arg(QString::fromLatin1(m_spec.key)), Refusal::Unknown});
}

/// The company comes by founding only.
void RegisterCommand::refuseFixed() const
{
    if (m_spec.reg == Register::Company) {
        refuse({{},
            Words::tr("%1: rows are neither added nor removed by hand.").arg(m_spec.titleText()),
            Words::tr("Change what is there with set.")});
    }
}

void RegisterCommand::put(const Id &id, const QJsonObject &given, bool isNew)
{
    PutRow command{m_spec.reg, id, m_text.parse(m_spec.fields, given, m_spec.titleText()), {}};
    for (auto at = given.begin(); at != given.end(); ++at) {
        if (const FieldSpec *spec = m_spec.fields.find(at.key()); !command.values.has(spec->id))
            command.cleared.append(spec->id);
    }
    if (isNew)
        command.row = idOfRow(m_spec, command.values, id);
    mustAccept(m_session.desk().submit(command).result());
    for (const Oddity &odd : odditiesOf(m_spec, command.values))
        m_session.say(
            QStringLiteral("%1: %2").arg(m_spec.fields.find(odd.field)->name(), odd.what));
    const auto row = m_reader.findRow(command.row);
    m_session.checkReading();
    m_session.print(json(row->row));
}

int RegisterCommand::add(Arguments &arguments)
{
    refuseFixed();
    put(m_session.desk().freshId(), readAssignments(arguments.rest()), true);
    return 0;
}

int RegisterCommand::set(Arguments &arguments)
{
    const store::NumberedRow row = find(arguments.word(Words::tr("The row's id or code")));
    put(row.row.id, readAssignments(arguments.rest()), false);
    return 0;
}

int RegisterCommand::show(Arguments &arguments)
{
    const store::NumberedRow row = find(arguments.word(Words::tr("The row's id or code")));
    arguments.done();
    const bool isCustomer = m_spec.reg == Register::Customer;
    // What others rang from is nobody's business here; the window shows it to whoever calls back.
    const bool isClear =
        isCustomer ? m_session.mayShow(row.row.id, {}, u"file"_s) : m_spec.reg != Register::DutyLog;
    m_session.print(isClear ? json(row.row) : FieldText::covered(m_spec.fields, json(row.row)));
    return 0;
}

int RegisterCommand::remove(Arguments &arguments)
{
    refuseFixed();
    const store::NumberedRow row = find(arguments.word(Words::tr("The row's id or code")));
    arguments.done();
    mustAccept(m_session.desk().submit(RemoveRow{m_spec.reg, row.row.id}).result());
    m_session.print(QJsonObject{{u"removed"_s, row.row.id.toHex()}});
    return 0;
}

} // namespace

int runRegister(Session &session, Arguments &arguments)
{
    const RegisterSpec &spec = *findRegister(arguments.word(Words::tr("The register")));
    static const std::pair<const char16_t *, int (RegisterCommand::*)(Arguments &)> verbs[] = {
        {u"add", &RegisterCommand::add}, {u"set", &RegisterCommand::set},
        {u"show", &RegisterCommand::show}, {u"remove", &RegisterCommand::remove}};
    RegisterCommand command(session, spec);
    const QString first = arguments.first();
    for (const auto &[verb, run] : verbs) {
        if (first == QStringView(verb)) {
            arguments.word(first);
            return (command.*run)(arguments);
        }
    }
    return command.list(arguments);
}

} // namespace ctl
