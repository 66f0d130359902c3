// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <functional>

class QLabel;
class QToolButton;
class QVBoxLayout;

namespace ui::customers
{

/// A part of a customer's file under a heading with a count: lines of words, each with what may be done about it.
/// Without lines it says in one sentence what will stand there.
class FileSection : public QWidget
{
    Q_OBJECT

public:
    struct Deed {
        QString text;
        std::function<void()> act;
    };
    struct Line {
        QString words; ///< what is read first
        QString more; ///< quieter, below; may be empty
        QList<Deed> deeds;
    };

    FileSection(const QString &title, const QString &whenEmpty, QWidget *parent = nullptr);

    /// A button beside the heading.
    void setDeed(const Deed &deed, const QKeySequence &key);
    void setLines(const QList<Line> &lines);

private:
    void addLine(const Line &line);

    const QString m_title;
    const QString m_whenEmpty;
    QLabel *m_head;
    QToolButton *m_deed;
    QVBoxLayout *m_lines;
};

} // namespace ui::customers
