// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/registers.h"
#include "domain/ticket_fields.h"
#include "domain/values.h"
#include "domain/words.h"

#include <QSet>
#include <QTest>

using namespace domain;

class ValuesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsFieldsInOrder()
    {
        const Values values{
            {field::Title, QStringLiteral("漏水")}, {field::Kind, QStringLiteral("repair")}};
        QCOMPARE(values.begin()->field, quint8(field::Kind));
        QCOMPARE(values.text(field::Title), QStringLiteral("漏水"));
    }

    void anEmptyValueTakesTheFieldOut()
    {
        Values values{{field::Title, QStringLiteral("漏水")}};
        values.set(field::Title, QString());
        QVERIFY(values.isEmpty());
        QVERIFY(!values[field::Title].isValid());
    }

    void mergingReplacesAndKeeps()
    {
        Values values{{field::Title, QStringLiteral("a")}, {field::Line, QStringLiteral("water")}};
        values.merge({{field::Title, QStringLiteral("b")}});
        QCOMPARE(values.text(field::Title), QStringLiteral("b"));
        QCOMPARE(values.text(field::Line), QStringLiteral("water"));
    }

    void everyFieldHasItsOwnNumberAndKey()
    {
        const auto check = [](const FieldTable &table) {
            QSet<int> numbers;
            QSet<QString> keys;
            for (const FieldSpec &spec : table) {
                QVERIFY2(!numbers.contains(spec.id) && !keys.contains(spec.name()), spec.key);
                numbers.insert(spec.id);
                keys.insert(spec.name());
                QCOMPARE(table.find(spec.id), &spec);
                QCOMPARE(table.find(spec.name()), &spec);
            }
        };
        check(ticketFields());
        for (const RegisterSpec &spec : allRegisters()) {
            QCOMPARE(&registerSpec(spec.reg), &spec);
            QCOMPARE(findRegister(QString::fromLatin1(spec.key)), &spec);
            check(spec.fields);
        }
    }

    void everyChoiceHasWords()
    {
        for (const FieldSpec &spec : ticketFields()) {
            if (spec.type == FieldType::Choice)
                QVERIFY2(!wordsOf(spec.list).empty(), spec.key);
        }
    }
};

QTEST_GUILESS_MAIN(ValuesTest)
#include "values_test.moc"
