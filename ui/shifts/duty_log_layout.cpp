// SPDX-License-Identifier: GPL-3.0-or-later
#include "shifts/duty_log_panel.h"

#include "domain/words.h"
#include "look/measures.h"
#include "look/type.h"
#include "shifts/state_delegate.h"
#include "widgets/choice_strip.h"
#include "widgets/empty_page.h"
#include "widgets/enter_walk.h"
#include "widgets/keyboard.h"
#include "widgets/list_view.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QShortcut>
#include <QTableView>

// How the duty log stands on the page, and which keys it answers.

namespace ui::shifts
{

using namespace domain;
using items::DutyLogModel;

namespace
{

constexpr int whenWidth = 92, kindWidth = 104, byWidth = 68, stateWidth = 112;
constexpr int phoneWidth = 150;
constexpr Qt::Key openKey = Qt::Key_O;

} // namespace

QWidget *DutyLogPanel::makeEntry()
{
    m_entry = new QWidget(this);
    m_kind = new widgets::ChoiceStrip(tr("What came in"), m_entry);
    m_kind->setObjectName(QStringLiteral("dutyKind"));
    QList<widgets::Choice> kinds;
    for (const Word &word : wordsOf(List::DutyKind))
        kinds.append({QString::fromLatin1(word.code), word.text(), {}});
    m_kind->setChoices(kinds);
    m_kind->setCurrent(QStringLiteral("call"));
    m_phone = new QLineEdit(m_entry);
    m_phone->setObjectName(QStringLiteral("dutyPhone"));
    m_phone->setPlaceholderText(tr("Phone, sealed"));
    m_phone->setAccessibleName(tr("Phone"));
    m_phone->setFixedWidth(phoneWidth);
    m_what = new QLineEdit(m_entry);
    m_what->setObjectName(QStringLiteral("dutyWhat"));
    m_what->setPlaceholderText(tr("What happened; Enter records it"));
    m_what->setAccessibleName(tr("What happened"));
    m_open = new QCheckBox(tr("Still to be done"), m_entry);
    m_open->setToolTip(QKeySequence(Qt::ALT | openKey).toString(QKeySequence::NativeText));
    auto *save = new QPushButton(tr("Record") + QStringLiteral("  Enter"), m_entry);
    save->setObjectName(QStringLiteral("recordLine"));
    auto *fields = new QHBoxLayout;
    fields->setSpacing(look::gap);
    fields->addWidget(m_phone);
    fields->addWidget(m_what, 1);
    fields->addWidget(m_open);
    fields->addWidget(save);
    auto *column = new QVBoxLayout(m_entry);
    column->setContentsMargins(look::margin, look::gap, look::margin, look::gap);
    column->setSpacing(look::gap);
    auto *head = new QHBoxLayout;
    head->setSpacing(look::gap);
    head->addWidget(m_kind);
    head->addWidget(makeKindKeys(int(kinds.size())));
    head->addStretch();
    column->addLayout(head);
    column->addLayout(fields);
    auto *walk = new widgets::EnterWalk({m_kind, m_phone, m_what}, this);
    connect(walk, &widgets::EnterWalk::finished, this, &DutyLogPanel::record);
    connect(save, &QPushButton::clicked, this, &DutyLogPanel::record);
    connect(m_kind, &widgets::ChoiceStrip::currentChanged, this, &DutyLogPanel::kindChanged);
    for (const Qt::Key enter : {Qt::Key_Return, Qt::Key_Enter}) {
        auto *recording = new QShortcut(Qt::CTRL | enter, m_entry);
        recording->setContext(Qt::WidgetWithChildrenShortcut);
        connect(recording, &QShortcut::activated, this, &DutyLogPanel::record);
    }
    auto *open = new QShortcut(Qt::ALT | openKey, m_entry);
    open->setContext(Qt::WidgetWithChildrenShortcut);
    connect(open, &QShortcut::activated, m_open, &QCheckBox::toggle);
    return m_entry;
}

/// Alt and a digit choose what came in and go straight on to the words, from wherever one is.
QLabel *DutyLogPanel::makeKindKeys(int kinds)
{
    for (int place = 0; place < kinds; ++place) {
        auto *key = new QShortcut(QKeyCombination(Qt::ALT, Qt::Key(Qt::Key_1 + place)), m_entry);
        connect(key, &QShortcut::activated, this, [this, place] {
            m_kind->setCurrent(QString::fromLatin1(wordsOf(List::DutyKind)[size_t(place)].code));
            kindChanged();
            giveKeyboardToLine();
        });
    }
    auto *hint =
        new QLabel(QStringLiteral("%1…%2")
                       .arg(QKeySequence(Qt::ALT | Qt::Key_1).toString(QKeySequence::NativeText))
                       .arg(kinds),
            m_entry);
    hint->setFont(look::type(look::TypeSize::Small));
    hint->setForegroundRole(QPalette::PlaceholderText);
    return hint;
}

QWidget *DutyLogPanel::makeDays()
{
    auto *days = new QWidget(this);
    auto *row = new QHBoxLayout(days);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(look::gap);
    m_day = new QLabel(days);
    const auto add = [this, days, row](const QString &text, Qt::Key key, int step) {
        auto *button = new QPushButton(text, days);
        const QKeySequence keys(Qt::ALT | key);
        button->setToolTip(keys.toString(QKeySequence::NativeText));
        connect(new QShortcut(keys, this), &QShortcut::activated, button, &QPushButton::click);
        connect(button, &QPushButton::clicked, this, [this, step] { turn(step); });
        row->addWidget(button);
    };
    add(tr("Day before"), Qt::Key_Left, -1);
    row->addWidget(m_day);
    add(tr("Day after"), Qt::Key_Right, 1);
    row->addStretch();
    return days;
}

QWidget *DutyLogPanel::makeList()
{
    auto *list = new QWidget(this);
    m_view = widgets::makeListView(
        m_model, tr("Duty log of the day"), {whenWidth, kindWidth, 0, byWidth, stateWidth}, list);
    m_view->setItemDelegate(new StateDelegate(DutyLogModel::State, m_view));
    m_empty = new widgets::EmptyPage({QStringLiteral("clock"), tr("Nothing in the log of this day"),
                                         tr("What comes in while somebody is on duty stands here, "
                                            "and what is still to be done stays open."),
                                         Qt::CTRL | Qt::Key_N, tr("types the first line")},
        list);
    auto *column = new QVBoxLayout(list);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_view, 1);
    column->addWidget(m_empty, 1);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
        &DutyLogPanel::showCurrent);
    connect(m_view, &QTableView::activated, this, [this] {
        if (!m_settling->isHidden())
            widgets::giveKeyboard(m_result);
    });
    return list;
}

QWidget *DutyLogPanel::makeSettling()
{
    m_settling = new QWidget(this);
    m_about = new QLabel(m_settling);
    m_about->setTextFormat(Qt::PlainText);
    m_about->setWordWrap(true);
    m_result = new QLineEdit(m_settling);
    m_result->setObjectName(QStringLiteral("dutyResult"));
    m_result->setAccessibleName(tr("What came of it"));
    m_result->setPlaceholderText(tr("What came of it; Enter settles the line"));
    auto *settle = new QPushButton(tr("Settle") + QStringLiteral("  Enter"), m_settling);
    auto *fields = new QHBoxLayout;
    fields->setSpacing(look::gap);
    fields->addWidget(m_result, 1);
    fields->addWidget(settle);
    auto *column = new QVBoxLayout(m_settling);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(look::unit);
    column->addWidget(m_about);
    column->addLayout(fields);
    auto *walk = new widgets::EnterWalk({m_result}, this);
    connect(walk, &widgets::EnterWalk::finished, this, &DutyLogPanel::settle);
    connect(settle, &QPushButton::clicked, this, &DutyLogPanel::settle);
    auto *leave = new QShortcut(Qt::Key_Escape, m_result);
    leave->setContext(Qt::WidgetShortcut);
    connect(leave, &QShortcut::activated, this, [this] { widgets::giveKeyboard(m_view); });
    m_settling->hide();
    return m_settling;
}

} // namespace ui::shifts
