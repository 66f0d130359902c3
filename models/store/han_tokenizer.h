// SPDX-License-Identifier: GPL-3.0-or-later
// Full text as clerks search it: any two characters that stand side by side are found (漏水, 水管).
// SQLite's FTS5 gets the tokenizer "han": every Han character, kana, hangul, mark and symbol is a
// token, a run of other letters and digits is one token without case and width, a run of blanks
// (spaces, line ends, controls, zero-width characters) is one, too. As nothing is skipped, a
// phrase is found exactly where its characters stand in the text: 漏水 neither in 漏，水 nor in
// 漏 水. Two things remain: how many blanks stand between is all the same, and letters and digits
// are found from the beginning of their run only ("123" in 1234, not in 0123).
#pragma once

#include <QByteArray>
#include <QByteArrayList>
#include <QStringView>

struct sqlite3;

namespace store
{

// Makes tokenize='han' known to the connection. Returns a result code of SQLite: SQLITE_ERROR
// where the library has no FTS5.
int registerHanTokenizer(sqlite3 *connection);

// What stands right of MATCH to find the typed text as a phrase in the columns, or in any when
// none is named. Nothing typed can be taken for an operator. Ends in letters or digits? Then
// whatever begins with them is found. Empty when nothing but blanks was typed.
QByteArray hanMatchExpression(QStringView typed, const QByteArrayList &columns = {});

} // namespace store
