// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk.h"
#include "items/background.h"
#include "items/privacy_lists.h"

#include <QSortFilterProxyModel>
#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;
class QTableView;

namespace ui::widgets
{
class Banner;
class ChoiceStrip;
} // namespace ui::widgets

namespace ui::privacy
{

/// What supervisors and managers answer for about personal data: who looked at whose, which erasures wait for a second
/// person, and whose data are no longer needed. Three lists on one page, each found by typing.
class PrivacyPage : public QWidget
{
    Q_OBJECT

public:
    explicit PrivacyPage(Desk &desk, QWidget *parent = nullptr);

    enum class List { Looks, Erasures, Due };
    void showList(List list);
    items::TextTableModel &model() { return m_model; }

Q_SIGNALS:
    void customerAsked(qint64 customer);
    void ticketAsked(const QString &number);

private:
    QWidget *makeTop();
    QWidget *makeBottom();
    QPushButton *addButton(const QString &text, void (PrivacyPage::*act)());
    void read();
    void take(const items::TextTable &table);
    void showButtons();
    const items::TextTable::Row *current() const;
    void open();
    void approve();
    void refuse();
    void answer(bool isApproved, const QString &words);
    void askErasure();
    void tell(const store::Verdict &verdict, const QString &done);

    Desk &m_desk;
    items::Background m_background;
    items::TextTableModel m_model;
    QSortFilterProxyModel m_found;
    List m_list = List::Looks;
    quint64 m_asked = 0;

    widgets::Banner *m_banner;
    widgets::ChoiceStrip *m_which;
    widgets::ChoiceStrip *m_since;
    QLineEdit *m_typed;
    QLabel *m_count;
    QTableView *m_table;
    QLabel *m_nothing;
    QWidget *m_bottom = nullptr;
    QPushButton *m_open = nullptr;
    QPushButton *m_approve = nullptr;
    QPushButton *m_refuse = nullptr;
    QPushButton *m_ask = nullptr;
};

} // namespace ui::privacy
