// SPDX-License-Identifier: GPL-3.0-or-later
#include "tickets/bulk_bar.h"

#include "domain/words.h"
#include "items/gates.h"
#include "look/measures.h"
#include "widgets/banner.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace ui::tickets
{

using namespace domain;

namespace
{

constexpr const char *bulkActions[] = {"accept", "dispatch", "file"};
/// Those by which a matter is given to a person.
constexpr const char *givingActions[] = {"dispatch", "pass_on", "name"};
constexpr int refusalsShown = 5;

} // namespace

BulkBar::BulkBar(Office &office, QWidget *parent)
    : QWidget(parent)
    , m_office(office)
    , m_run(office.desk)
    , m_row(new QWidget(this))
    , m_assign(new QPushButton(tr("Assign by proposal…"), m_row))
    , m_nothing(new QLabel(tr("None of it is among your rights."), m_row))
    , m_words(new QLabel(m_row))
    , m_form(new ActionForm(office, this))
    , m_proposals(new AssignmentSheet(office, this))
    , m_banner(new widgets::Banner(this))
{
    setAccessibleName(tr("Chosen tickets"));
    auto *row = new QHBoxLayout(m_row);
    row->setContentsMargins(look::margin, look::unit, look::gap, look::unit);
    row->setSpacing(look::gap);
    row->addWidget(m_words);
    for (const char *action : bulkActions) {
        const QString code = QString::fromLatin1(action);
        auto *button = new QPushButton(actionWord(code), m_row);
        button->setObjectName(QStringLiteral("bulk_") + code);
        button->setAutoDefault(false);
        connect(button, &QPushButton::clicked, this, [this, code] { openForm(code); });
        row->addWidget(button);
        m_buttons << button;
    }
    m_assign->setObjectName(QStringLiteral("bulk_propose"));
    m_assign->setAutoDefault(false);
    m_assign->setToolTip(QKeySequence(proposalsKey).toString(QKeySequence::NativeText));
    row->addWidget(m_assign);
    m_nothing->setForegroundRole(QPalette::PlaceholderText);
    row->addWidget(m_nothing);
    row->addStretch();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_banner);
    column->addWidget(m_row);
    column->addWidget(m_form);
    column->addWidget(m_proposals, 1);
    m_form->setContentsMargins(look::margin, 0, look::margin, 0);
    m_row->hide();
    connectParts();
    offerActions();
}

void BulkBar::connectParts()
{
    connect(m_form, &ActionForm::filled, this,
        [this](const ActionForm::Filled &filled) { m_run.start(m_tickets, filled); });
    connect(m_form, &ActionForm::closed, this, &BulkBar::left);
    connect(&m_run, &BulkRun::finished, this, [this](const BulkRun::Summary &summary) {
        m_form->close();
        report(summary.done, summary.refused.size(), summary.refused);
    });
    connect(m_assign, &QPushButton::clicked, this, &BulkBar::openProposals);
    connect(m_proposals, &AssignmentSheet::opened, this, [this] {
        m_row->hide();
        Q_EMIT proposalsShown(true);
    });
    connect(m_proposals, &AssignmentSheet::closed, this, [this] {
        m_row->setVisible(m_count > 1);
        Q_EMIT proposalsShown(false);
        Q_EMIT left();
    });
    connect(m_proposals, &AssignmentSheet::finished, this,
        [this](const items::BatchRun::Summary &summary) {
            report(summary.done, summary.refused, summary.refusals);
        });
    connect(&m_office.desk, &Desk::satDown, this, &BulkBar::offerActions);
}

/// What the person may do on some ticket; each one is judged by itself then.
void BulkBar::offerActions()
{
    bool isAny = false;
    for (qsizetype at = 0; at < m_buttons.size(); ++at) {
        const bool may = items::mayActSomewhere(
            bulkActions[at], m_office.desk.who(), m_office.desk.read().grants());
        m_buttons.at(at)->setVisible(may);
        isAny = isAny || may;
    }
    const bool mayGive = std::ranges::any_of(givingActions, [this](const char *action) {
        return items::mayActSomewhere(action, m_office.desk.who(), m_office.desk.read().grants());
    });
    m_assign->setVisible(mayGive);
    m_nothing->setVisible(!isAny && !mayGive);
}

void BulkBar::setChosen(qsizetype count, std::function<QVector<qint64>()> chosen)
{
    m_chosen = std::move(chosen);
    m_count = count;
    m_words->setText(tr("%n chosen", nullptr, int(count)));
    m_row->setVisible(count > 1 && !m_proposals->isOpen());
}

void BulkBar::openForm(const QString &action)
{
    const ActionSpec *spec = workflowForKind(u"repair").findAction(action);
    if (!spec || m_count < 2
        || !items::mayActSomewhere(action, m_office.desk.who(), m_office.desk.read().grants()))
        return;
    if (areTooMany())
        return;
    m_tickets = m_chosen();
    m_form->begin(
        *spec, {}, tr("%1: %n tickets", nullptr, int(m_tickets.size())).arg(actionWord(action)));
}

bool BulkBar::areTooMany()
{
    if (m_count <= BulkRun::most)
        return false;
    m_banner->showMessage(
        widgets::Mood::Late, tr("At most %1 go together. Choose fewer.").arg(BulkRun::most));
    return true;
}

void BulkBar::openProposals()
{
    if (!m_chosen || m_count < 1 || m_assign->isHidden() || m_form->isOpen()
        || m_proposals->isOpen() || areTooMany())
        return;
    m_banner->dismiss();
    m_proposals->begin(m_chosen());
}

void BulkBar::report(qint64 done, qint64 refused, const QStringList &refusals)
{
    if (refused == 0) {
        m_banner->showMessage(
            widgets::Mood::Done, tr("Recorded for %n tickets.", nullptr, int(done)));
        return;
    }
    QStringList lines{tr("Recorded for %n tickets,", nullptr, int(done)) + u' '
        + tr("refused for %n:", nullptr, int(refused))};
    lines << refusals.mid(0, refusalsShown);
    if (const qint64 more = refused - refusalsShown; more > 0)
        lines << tr("and %n more", nullptr, int(more));
    m_banner->showMessage(widgets::Mood::Late, lines.join(u'\n'));
}

} // namespace ui::tickets
