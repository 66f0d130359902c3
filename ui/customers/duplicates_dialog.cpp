// SPDX-License-Identifier: GPL-3.0-or-later
#include "customers/duplicates_dialog.h"

#include "customers/file_comparison.h"
#include "customers/pair_delegate.h"
#include "domain/register_rules.h"
#include "look/desk_style.h"
#include "look/measures.h"
#include "tickets/office.h"
#include "widgets/choice_strip.h"
#include "widgets/hairline.h"
#include "widgets/icon_text.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QProgressBar>
#include <QPushButton>
#include <QScrollArea>
#include <QShortcut>

namespace ui::customers
{

using namespace domain;
using items::DuplicateModel;

DuplicatesDialog::DuplicatesDialog(Desk &desk, QWidget *parent)
    : QDialog(parent)
    , m_desk(desk)
    , m_pairs(tickets::sourceOf(desk))
{
    setWindowTitle(tr("Files of one person"));
    resize(1000, 620);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(makeList());
    row->addWidget(makeDecision(), 1);
    setUpKeys();
    connect(&m_pairs, &DuplicateModel::progressed, m_progress, &QProgressBar::setValue);
    connect(&m_pairs, &DuplicateModel::completed, this, [this] {
        m_list->setCurrentIndex(m_pairs.index(0));
        showTotal();
        showPair();
    });
    showPair();
}

QWidget *DuplicatesDialog::makeList()
{
    m_side = new QWidget(this);
    m_list = new QListView(m_side);
    m_list->setModel(&m_pairs);
    m_list->setItemDelegate(new PairDelegate(m_list));
    m_list->setAccessibleName(tr("Pairs of files"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_total = new QLabel(m_side);
    m_total->setWordWrap(true);
    m_total->setForegroundRole(QPalette::PlaceholderText);
    m_progress = new QProgressBar(m_side);
    m_progress->setTextVisible(false);
    m_progress->setAccessibleName(tr("Progress of the search"));
    auto *column = new QVBoxLayout(m_side);
    column->setContentsMargins(look::gap, look::gap, look::gap, look::gap);
    column->addWidget(m_total);
    column->addWidget(m_progress);
    column->addWidget(m_list, 1);
    m_side->setFixedWidth(340);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
        &DuplicatesDialog::showPair);
    return m_side;
}

QWidget *DuplicatesDialog::makeDecision()
{
    auto *side = new QWidget(this);
    m_why = new widgets::IconText(side);
    m_comparison = new FileComparison(m_desk.read(), side);
    m_stays = new widgets::ChoiceStrip(tr("Which file goes on"), side);
    m_stays->setChoices({{QStringLiteral("one"), tr("The left file goes on"), {}},
        {QStringLiteral("other"), tr("The right file goes on"), {}}});
    m_reason = new QLineEdit(side);
    m_reason->setPlaceholderText(tr("Reason, for whoever looks at it later"));
    m_reason->setAccessibleName(tr("Reason"));
    m_merge = new QPushButton(tr("Merge"), side);
    m_merge->setProperty(look::DeskStyle::primaryProperty, true);
    m_merge->setToolTip(QKeySequence(Qt::CTRL | Qt::Key_Return).toString(QKeySequence::NativeText));
    m_apart = new QPushButton(tr("Two people"), side);
    m_apart->setToolTip(QKeySequence(Qt::ALT | Qt::Key_N).toString(QKeySequence::NativeText));
    auto *close = new QPushButton(tr("Close"), side);
    for (QPushButton *button : {m_merge, m_apart, close})
        button->setAutoDefault(false);
    auto *hint = new QLabel(
        tr("Tickets, premises and household of both then stand in one file. Nothing is moved; it "
           "can be taken back there."),
        side);
    hint->setWordWrap(true);
    hint->setForegroundRole(QPalette::PlaceholderText);
    auto *buttons = new QHBoxLayout;
    for (QPushButton *button : {m_merge, m_apart})
        buttons->addWidget(button);
    buttons->addStretch();
    buttons->addWidget(close);
    auto *scroll = new QScrollArea(side);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *body = new QWidget(scroll);
    auto *inside = new QVBoxLayout(body);
    inside->setContentsMargins(0, 0, look::gap, 0);
    inside->addWidget(m_comparison);
    inside->addStretch();
    scroll->setWidget(body);
    auto *column = new QVBoxLayout(side);
    column->setContentsMargins(look::margin, look::margin, look::margin, look::margin);
    column->setSpacing(look::gap);
    column->addWidget(m_why);
    column->addWidget(scroll, 1);
    column->addWidget(m_stays);
    column->addWidget(m_reason);
    column->addWidget(hint);
    column->addLayout(buttons);
    connect(m_merge, &QPushButton::clicked, this, &DuplicatesDialog::merge);
    connect(m_apart, &QPushButton::clicked, this, &DuplicatesDialog::keepApart);
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    return side;
}

void DuplicatesDialog::setUpKeys()
{
    const auto bind = [this](const QKeySequence &keys, auto act) {
        connect(new QShortcut(keys, this), &QShortcut::activated, this, act);
    };
    bind(QKeySequence(Qt::CTRL | Qt::Key_Return), &DuplicatesDialog::merge);
    bind(QKeySequence(Qt::CTRL | Qt::Key_Enter), &DuplicatesDialog::merge);
    bind(QKeySequence(Qt::ALT | Qt::Key_N), &DuplicatesDialog::keepApart);
    bind(QKeySequence(Qt::ALT | Qt::Key_1), [this] { m_stays->setCurrent(QStringLiteral("one")); });
    bind(QKeySequence(Qt::ALT | Qt::Key_2),
        [this] { m_stays->setCurrent(QStringLiteral("other")); });
}

void DuplicatesDialog::search()
{
    m_side->show();
    m_total->setText(tr("Looking through all customers …"));
    m_progress->show();
    m_list->setFocus(Qt::OtherFocusReason);
    m_pairs.search();
}

void DuplicatesDialog::askAbout(qint64 one, qint64 other)
{
    m_side->hide();
    std::tie(m_one, m_other) = std::minmax(one, other);
    m_why->setContent(QStringLiteral("customers"), tr("You chose these two."), look::Tone::Muted);
    m_comparison->show(m_one, m_other);
    m_stays->setCurrent(QStringLiteral("one"));
    m_stays->setFocus(Qt::OtherFocusReason);
    for (QPushButton *button : {m_merge, m_apart})
        button->setEnabled(true);
}

void DuplicatesDialog::showTotal()
{
    m_progress->setVisible(m_pairs.isSearching());
    m_total->setText(m_pairs.rowCount() ? tr("%n pair(s)", nullptr, m_pairs.rowCount())
                                        : tr("No two files look like one person's."));
}

void DuplicatesDialog::showPair()
{
    const QModelIndex at = m_list->currentIndex();
    m_one = at.isValid() ? at.data(DuplicateModel::OneRole).toLongLong() : 0;
    m_other = at.isValid() ? at.data(DuplicateModel::OtherRole).toLongLong() : 0;
    m_why->setVisible(at.isValid());
    if (at.isValid()) {
        m_why->setContent(QStringLiteral("customers"),
            QStringLiteral("%1: %2").arg(at.data(DuplicateModel::LikelihoodRole).toString(),
                at.data(DuplicateModel::ReasonRole).toString()),
            look::Tone::Accent);
    }
    m_comparison->show(m_one, m_other);
    // The older file is the one that others know.
    m_stays->setCurrent(QStringLiteral("one"));
    for (QPushButton *button : {m_merge, m_apart})
        button->setEnabled(at.isValid());
}

Id DuplicatesDialog::idOf(qint64 number) const
{
    const auto row = m_desk.read().findRow(number);
    return row ? row->row.id : Id();
}

void DuplicatesDialog::merge()
{
    if (!m_merge->isEnabled())
        return;
    const bool staysOne = m_stays->current() != u"other";
    const qint64 stays = staysOne ? m_one : m_other, goes = staysOne ? m_other : m_one;
    submit(mergedInto(idOf(goes), idOf(stays), m_reason->text().trimmed()), stays);
}

void DuplicatesDialog::keepApart()
{
    if (m_apart->isEnabled())
        submit(judgedDistinct(idOf(m_one), idOf(m_other), m_reason->text().trimmed()), 0);
}

void DuplicatesDialog::submit(const Command &command, qint64 stays)
{
    for (QPushButton *button : {m_merge, m_apart})
        button->setEnabled(false);
    m_desk.submit(command).then(this, [this, stays](const store::Verdict &verdict) {
        if (const Refusal *refusal = store::refused(verdict)) {
            m_why->show();
            m_why->setContent(QStringLiteral("warning"), refusal->text(), look::Tone::Late);
            for (QPushButton *button : {m_merge, m_apart})
                button->setEnabled(true);
            return;
        }
        m_reason->clear();
        if (stays)
            Q_EMIT merged(stays);
        if (m_side->isHidden())
            return accept();
        m_pairs.remove(m_list->currentIndex().row());
        showTotal();
        showPair();
        m_list->setFocus(Qt::OtherFocusReason);
    });
}

} // namespace ui::customers
