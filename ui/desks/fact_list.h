// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QGridLayout;

namespace ui::desks
{

// What is known of one thing, a line each: its name at the left, quiet, and what is so beside it, which can be copied.
class FactList : public QWidget
{
    Q_OBJECT

public:
    using Facts = QList<std::pair<QString, QString>>;

    explicit FactList(QWidget *parent = nullptr);

    void setFacts(const Facts &facts); // those without a value are left out

private:
    QGridLayout *m_grid;
    Facts m_facts;
};

} // namespace ui::desks
