// SPDX-License-Identifier: GPL-3.0-or-later
#include "returns/returns_page.h"

#include "domain/ticket_code.h"
#include "domain/words.h"
#include "look/desk_style.h"
#include "look/measures.h"
#include "returns/due_steps.h"
#include "returns/sitting_model.h"
#include "returns/slip_form.h"
#include "widgets/empty_page.h"
#include "widgets/form_grid.h"
#include "widgets/list_view.h"
#include "widgets/time_words.h"

#include <QDateTime>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QShortcut>
#include <QTableView>
#include <QVBoxLayout>

namespace ui::returns
{

using namespace domain;

namespace
{

constexpr int codeWidth = 440;

} // namespace

ReturnsPage::ReturnsPage(Desk &desk, QWidget *parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_codeForm(new widgets::FormGrid(this))
    , m_code(new QLineEdit(this))
    , m_ticket(new QLabel(this))
    , m_place(new QWidget(this))
    , m_save(new QPushButton(tr("Save and next") + QStringLiteral("  Ctrl+Enter"), this))
    , m_sitting(new SittingModel(this))
    , m_empty(new widgets::EmptyPage({QStringLiteral("tickets"), tr("No slip typed yet"),
                                         tr("Scan the code on a returned slip, or type its number. "
                                            "What was typed in this sitting will stand here.")},
          this))
    , m_list(new QTableView(this))
{
    layOut();
    layOutList();
    connect(m_code, &QLineEdit::returnPressed, this, &ReturnsPage::open);
    connect(m_code, &QLineEdit::textEdited, this, [this] { m_codeForm->clearRefusals(); });
    connect(m_save, &QPushButton::clicked, this, &ReturnsPage::save);
    for (const Qt::Key enter : {Qt::Key_Return, Qt::Key_Enter}) {
        auto *key = new QShortcut(Qt::CTRL | enter, this);
        key->setContext(Qt::WidgetWithChildrenShortcut);
        connect(key, &QShortcut::activated, this, &ReturnsPage::save);
    }
    auto *back = new QShortcut(Qt::Key_Escape, this);
    back->setContext(Qt::WidgetWithChildrenShortcut);
    connect(back, &QShortcut::activated, this, &ReturnsPage::backToCode);
}

void ReturnsPage::layOut()
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(look::margin, look::margin, look::margin, 0);
    column->setSpacing(look::gap);
    m_code->setPlaceholderText(tr("Number, or scan the slip; Enter opens it"));
    m_codeForm->addRow(tr("Slip"), m_code);
    m_codeForm->setFixedWidth(codeWidth);
    auto *top = new QHBoxLayout;
    top->setSpacing(look::margin);
    top->addWidget(m_codeForm);
    m_ticket->setFixedHeight(look::fieldHeight);
    top->addWidget(m_ticket, 1, Qt::AlignTop);
    column->addLayout(top);
    auto *place = new QVBoxLayout(m_place);
    place->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_place);
    m_save->setProperty(look::DeskStyle::primaryProperty, true);
    m_save->setFocusPolicy(Qt::NoFocus);
    m_save->hide();
    column->addWidget(m_save, 0, Qt::AlignLeft);
    column->addWidget(m_list, 1);
    column->addWidget(m_empty, 1);
    setFocusProxy(m_code);
    showEmpty();
}

void ReturnsPage::layOutList()
{
    m_list->setModel(m_sitting);
    widgets::dressAsList(*m_list, tr("Typed in this sitting"));
    QHeaderView *header = m_list->horizontalHeader();
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    header->setStretchLastSection(true);
    const int widths[] = {90, 150, 200, 240};
    for (int column = 0; column < SittingModel::Result; ++column)
        header->resizeSection(column, widths[column]);
}

void ReturnsPage::showEmpty()
{
    const bool typed = m_sitting->rowCount() > 0;
    m_list->setVisible(typed);
    m_empty->setVisible(!typed);
}

void ReturnsPage::openCode(const QString &code)
{
    m_code->setText(code);
    open();
}

void ReturnsPage::open()
{
    // A number typed by hand is no code, but its step follows from the ticket.
    const QString typed = m_code->text().trimmed();
    const TicketCode code = TicketCode::parse(typed).value_or(TicketCode{typed.toUpper(), {}});
    showSlip(nullptr);
    const auto refuse = [this](const QString &what) {
        m_codeForm->showRefusal(m_code, what);
        m_code->selectAll();
    };
    if (typed.isEmpty())
        return;
    const auto found = m_desk.read().findTicket(code.number);
    if (!found)
        return refuse(tr("There is no ticket %1. Check the number on the slip.").arg(code.number));
    auto *slip = new SlipForm(m_desk, found->ticket, code.action, m_place);
    if (!slip->hasSteps()) {
        delete slip;
        if (!dueSteps(found->ticket, code.action, m_desk.who(), {}).empty()) {
            return refuse(tr("None of the steps of %1 is among your rights. Hand the slip to the "
                             "clerk or the grid chief who may.")
                              .arg(code.number));
        }
        return refuse(tr("%1 is \"%2\": no slip is missing.")
                          .arg(code.number, stateWord(found->ticket.state)));
    }
    showSlip(slip);
}

void ReturnsPage::showSlip(SlipForm *slip)
{
    if (m_slip)
        m_slip->deleteLater();
    m_slip = slip;
    m_save->setVisible(slip);
    m_ticket->setVisible(slip);
    m_codeForm->clearRefusals();
    if (!slip)
        return;
    showTicket();
    m_place->layout()->addWidget(slip);
    connect(slip, &SlipForm::finished, this, &ReturnsPage::save);
    slip->show();
    slip->start();
}

void ReturnsPage::showTicket()
{
    const Values &values = m_slip->ticket().values;
    QStringList words{values.text(field::Category),
        m_desk.read().open(field::Address, values[field::Address]),
        stateWord(m_slip->ticket().state)};
    words.removeAll(QString());
    m_ticket->setText(words.join(QStringLiteral(" · ")));
}

void ReturnsPage::save()
{
    if (!m_slip || m_isSaving)
        return;
    const auto commands = m_slip->commands();
    if (!commands)
        return;
    m_isSaving = true;
    m_desk.submitAll(*commands).then(
        this, [this, commands](const QVector<store::Verdict> &verdicts) {
            m_isSaving = false;
            saved(*commands, verdicts);
        });
}

void ReturnsPage::saved(const QVector<Command> &commands, const QVector<store::Verdict> &verdicts)
{
    if (!m_slip)
        return;
    note(commands, verdicts);
    if (m_slip->showVerdicts(commands, verdicts))
        return backToCode();
    showTicket();
}

void ReturnsPage::note(const QVector<Command> &commands, const QVector<store::Verdict> &verdicts)
{
    SittingModel::Slip slip;
    const QTimeZone zone = m_desk.read().zone();
    slip.time = QDateTime::fromMSecsSinceEpoch(m_desk.clock().now_ms(), zone)
                    .toString(QStringLiteral("HH:mm:ss"));
    slip.number = m_slip->ticket().values.text(field::Number);
    slip.matter = m_slip->ticket().values.text(field::Category);
    QStringList steps;
    for (qsizetype at = 0; at < verdicts.size() && !slip.isRefused; ++at) {
        if (const Refusal *refusal = store::refused(verdicts.at(at))) {
            slip.isRefused = true;
            slip.result = refusal->text();
        } else {
            steps << actionWord(std::get<ActOnTicket>(commands.at(at)).action);
            slip.result = stateWord(store::accepted(verdicts.at(at))->ticket.state);
        }
    }
    slip.steps = steps.join(tr(", "));
    m_sitting->add(slip);
    showEmpty();
}

void ReturnsPage::backToCode()
{
    showSlip(nullptr);
    m_code->clear();
    m_code->setFocus(Qt::OtherFocusReason);
}

} // namespace ui::returns
