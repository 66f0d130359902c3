// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/empty_page.h"

#include "look/icons.h"
#include "look/measures.h"
#include "look/type.h"
#include "widgets/key_cap.h"

#include <QLabel>
#include <QPainter>
#include <QVBoxLayout>

namespace ui::widgets
{

namespace
{

class Emblem : public QWidget
{
public:
    Emblem(const QString &icon, QWidget *parent)
        : QWidget(parent)
        , m_icon(icon)
    {
        setFixedSize(12 * look::unit, 12 * look::unit);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        look::paintIcon(&painter, rect(), m_icon, look::fieldBorder(palette()));
    }

private:
    QString m_icon;
};

QLabel *line(const QString &text, const QFont &font, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    label->setFont(font);
    label->setAlignment(Qt::AlignHCenter);
    return label;
}

} // namespace

EmptyPage::EmptyPage(const Words &words, QWidget *parent)
    : QWidget(parent)
{
    setAccessibleName(words.title);
    setAccessibleDescription(words.text);
    auto *column = new QVBoxLayout(this);
    column->addStretch(2);
    column->addWidget(new Emblem(words.icon, this), 0, Qt::AlignHCenter);
    column->addSpacing(look::unit);
    column->addWidget(line(words.title, look::type(look::TypeSize::Large), this));
    QLabel *text = line(words.text, look::type(look::TypeSize::Body), this);
    text->setForegroundRole(QPalette::PlaceholderText);
    text->setWordWrap(true);
    text->setFixedWidth(100 * look::unit);
    // A centred label isn't asked how high its words stand once they wrap.
    text->setMinimumHeight(text->heightForWidth(text->width()));
    column->addWidget(text, 0, Qt::AlignHCenter);
    if (!words.key.isEmpty()) {
        column->addSpacing(look::gap);
        m_key = new QWidget(this);
        auto *row = new QHBoxLayout(m_key);
        row->setContentsMargins(0, 0, 0, 0);
        row->addStretch();
        row->addWidget(new KeyCap(words.key, m_key));
        row->addWidget(new QLabel(words.keyText, m_key));
        row->addStretch();
        column->addWidget(m_key);
    }
    column->addStretch(3);
}

void EmptyPage::offerKey(bool offer)
{
    if (m_key)
        m_key->setVisible(offer);
}

} // namespace ui::widgets
