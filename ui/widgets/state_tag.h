// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/mood.h"

#include <QWidget>

class QFontMetrics;
class QPainter;

namespace ui::widgets
{

// A state as a word with a shape on a faint surface of its colour.
class StateTag : public QWidget
{
    Q_OBJECT

public:
    explicit StateTag(QWidget *parent = nullptr);

    void setState(Mood mood, const QString &word);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Mood m_mood = Mood::Open;
    QString m_word;
};

// The same tag for item delegates: drawn at the left of `area`, centred in its height.
void paintStateTag(
    QPainter *painter, const QRect &area, Mood mood, const QString &word, const QPalette &palette);
int stateTagWidth(const QString &word, const QFontMetrics &metrics);

} // namespace ui::widgets
