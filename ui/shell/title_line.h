// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QMenu;
class QToolButton;

namespace ui::shell
{

// The line at the top: product and company at the left, person and role with their menu at the right.
class TitleLine : public QWidget
{
    Q_OBJECT

public:
    explicit TitleLine(QWidget *parent = nullptr);

    void setCompany(const QString &company);
    void setPerson(const QString &name, const QString &role);
    QMenu *personMenu() const { return m_menu; }
    void addTool(QWidget *tool); // before the person

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QLabel *m_company;
    QToolButton *m_person;
    QMenu *m_menu;
};

} // namespace ui::shell
