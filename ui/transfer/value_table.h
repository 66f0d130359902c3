// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "transfer/import_task.h"

#include <QWidget>

class QLabel;
class QTableWidget;

namespace ui::transfer
{

class MappingDraft;

/// What the words of one column stand for: each word that the preview shows, and the word of ours that it
/// means. Only columns that feed a closed list have one.
class ValueTable : public QWidget
{
    Q_OBJECT

public:
    explicit ValueTable(QWidget *parent = nullptr);

    void show(const QString &column, const Preview &preview, const MappingDraft &draft);

Q_SIGNALS:
    void valueChosen(const QString &column, const QString &cell, const QString &value);

private:
    void addWord(const QString &column, const QString &cell, const MappingDraft &draft);

    QLabel *m_head;
    QTableWidget *m_words;
};

} // namespace ui::transfer
