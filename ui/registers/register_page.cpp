// SPDX-License-Identifier: GPL-3.0-or-later
#include "registers/register_page.h"

#include "look/measures.h"
#include "registers/register_form.h"
#include "widgets/banner.h"
#include "widgets/choice_strip.h"
#include "widgets/empty_page.h"
#include "widgets/hairline.h"
#include "widgets/keyboard.h"
#include "widgets/list_view.h"

#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QShortcut>
#include <QTableView>
#include <QVBoxLayout>

namespace ui::registers
{

using namespace domain;

namespace
{

constexpr int formWidth = 380;
constexpr int leastColumn = 72;
constexpr int mostColumn = 260;
constexpr int rowsMeasured =
    100; // a register of half a million isn't read to find the width of a column

} // namespace

RegisterPage::RegisterPage(Desk &desk, const QVector<Register> &registers, QWidget *parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_office(desk)
    , m_registers(registers)
    , m_page(new QVBoxLayout(this))
    , m_banner(new widgets::Banner(this))
    , m_which(new widgets::ChoiceStrip(tr("Register"), this))
    , m_typed(new QLineEdit(this))
    , m_count(new QLabel(this))
    , m_table(new QTableView(this))
    , m_form(new RegisterForm(m_office, RegisterForm::Place::BesideTable, this))
    , m_empty(new widgets::EmptyPage(
          {QStringLiteral("registers"), tr("Nothing here yet"),
              tr("What the company keeps a list of stands here. Whole tables come in on the page "
                 "Import."),
              QKeySequence::New, tr("adds the first one")},
          this))
{
    layOut();
    bindKeys();
    connect(m_typed, &QLineEdit::textChanged, this,
        [this](const QString &typed) { m_model->find(typed); });
    connect(m_typed, &QLineEdit::returnPressed, m_table, qOverload<>(&QWidget::setFocus));
    connect(m_table, &QTableView::activated, this, &RegisterPage::editRow);
    connect(m_form, &RegisterForm::saved, this, &RegisterPage::takeSaved);
    connect(m_form, &RegisterForm::left, this, [this] { widgets::giveKeyboard(m_table); });
    connect(m_which, &widgets::ChoiceStrip::currentChanged, this, [this](const QString &key) {
        if (const RegisterSpec *spec = findRegister(key))
            showRegister(spec->reg);
    });
    connect(&m_desk, &Desk::satDown, this, &RegisterPage::showRights);
    showRegister(m_registers.constFirst());
}

RegisterPage::~RegisterPage() = default;

void RegisterPage::layOut()
{
    QVBoxLayout *page = m_page;
    page->setContentsMargins(0, 0, 0, 0);
    page->setSpacing(0);
    page->addWidget(m_banner);
    page->addWidget(makeTop());
    page->addWidget(new widgets::Hairline(Qt::Horizontal, this));
    auto *middle = new QHBoxLayout;
    middle->setSpacing(0);
    middle->addWidget(m_table, 1);
    middle->addWidget(m_empty, 1);
    m_empty->hide();
    middle->addWidget(m_form);
    m_form->setFixedWidth(formWidth);
    page->addLayout(middle, 1);
    page->addWidget(new widgets::Hairline(Qt::Horizontal, this));
    page->addWidget(makeBottom());
    widgets::dressAsList(*m_table, QString());
    m_table->setHorizontalScrollMode(QTableView::ScrollPerPixel);
    m_table->horizontalHeader()->setResizeContentsPrecision(rowsMeasured);
    setFocusProxy(m_typed);
}

void RegisterPage::addNote(QWidget *note)
{
    m_page->insertWidget(0, note);
}

QWidget *RegisterPage::makeTop()
{
    auto *top = new QWidget(this);
    auto *row = new QHBoxLayout(top);
    row->setContentsMargins(look::margin, look::gap, look::margin, look::gap);
    row->setSpacing(look::margin);
    QList<widgets::Choice> choices;
    for (Register reg : m_registers) {
        const RegisterSpec &spec = registerSpec(reg);
        choices.append({QString::fromLatin1(spec.key), spec.titleText(), {}});
    }
    m_which->setChoices(choices);
    m_typed->setPlaceholderText(tr("Words or pinyin initials"));
    m_typed->setAccessibleName(tr("Find"));
    m_typed->setClearButtonEnabled(true);
    m_count->setForegroundRole(QPalette::PlaceholderText);
    row->addWidget(m_which);
    row->addWidget(m_typed, 1);
    row->addWidget(m_count);
    return top;
}

QWidget *RegisterPage::makeBottom()
{
    auto *bottom = new QWidget(this);
    m_buttons = new QHBoxLayout(bottom);
    m_buttons->setContentsMargins(look::margin, look::gap, look::margin, look::gap);
    m_buttons->setSpacing(look::gap);
    const std::tuple<QString, QKeySequence, void (RegisterPage::*)()> acts[] = {
        {tr("Add"), QKeySequence::New, &RegisterPage::addRow},
        {tr("Change"), Qt::Key_Return, &RegisterPage::editRow},
        {tr("Remove"), Qt::Key_Delete, &RegisterPage::removeRow}};
    for (const auto &[text, key, act] : acts) {
        auto *button = new QPushButton(text, bottom);
        button->setToolTip(key.toString(QKeySequence::NativeText));
        connect(button, &QPushButton::clicked, this, act);
        m_buttons->addWidget(button);
        m_edits.append(button);
    }
    m_buttons->addStretch();
    auto *out = new QPushButton(tr("Export"), bottom);
    connect(out, &QPushButton::clicked, this,
        [this] { Q_EMIT exportAsked(m_model->spec().reg, m_model->numbers()); });
    m_buttons->addWidget(out);
    return bottom;
}

void RegisterPage::bindKeys()
{
    const auto bind = [this](const QKeySequence &key, QWidget *where, auto act) {
        auto *shortcut = new QShortcut(key, where);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, act);
    };
    bind(QKeySequence::New, this, &RegisterPage::addRow);
    bind(QKeySequence::Find, this, [this] { m_typed->setFocus(); });
    bind(Qt::Key_Delete, m_table, &RegisterPage::removeRow);
    bind(Qt::Key_Return, m_table, &RegisterPage::editRow);
    bind(Qt::Key_Enter, m_table, &RegisterPage::editRow);
}

void RegisterPage::showRegister(Register reg)
{
    if (m_model && m_model->spec().reg == reg)
        return;
    m_form->giveUp();
    m_table->setModel(nullptr);
    m_model = std::make_unique<items::RegisterTableModel>(tickets::sourceOf(m_desk), reg);
    connect(&m_desk, &Desk::committed, m_model.get(), &items::RegisterTableModel::takeIn);
    connect(m_model.get(), &items::RegisterTableModel::found, this, &RegisterPage::showFound);
    m_table->setModel(m_model.get());
    m_table->setAccessibleName(m_model->spec().titleText());
    // What somebody has in hand stands beside the name and the role.
    if (reg == Register::Staff)
        m_table->horizontalHeader()->moveSection(m_model->columnCount() - 1, 3);
    m_which->setCurrent(QString::fromLatin1(m_model->spec().key));
    m_typed->clear();
    m_count->clear();
    showRights();
}

void RegisterPage::showRights()
{
    m_mayKeep = mayKeep(m_model->spec().reg, m_desk.who(), m_desk.read().grants());
    for (QPushButton *edit : std::as_const(m_edits))
        edit->setVisible(m_mayKeep);
    if (!m_mayKeep)
        m_form->giveUp();
}

void RegisterPage::showFound()
{
    const bool isNone = m_model->total() == 0 && m_typed->text().trimmed().isEmpty();
    m_table->setVisible(!isNone);
    m_empty->setVisible(isNone);
    m_count->setText(tr("%1 rows").arg(m_model->total()));
    m_table->resizeColumnsToContents();
    for (int column = 0; column < m_model->columnCount(); ++column)
        m_table->setColumnWidth(
            column, std::clamp(m_table->columnWidth(column) + look::gap, leastColumn, mostColumn));
    if (!m_goTo.isNull())
        goTo(std::exchange(m_goTo, {}));
    else if (!m_table->currentIndex().isValid() && m_model->total() > 0)
        m_table->setCurrentIndex(m_model->index(0, 0));
}

void RegisterPage::openRow(Register reg, const Id &row)
{
    showRegister(reg);
    m_typed->clear();
    m_goTo = row;
    m_model->find({});
    widgets::giveKeyboard(m_table);
}

void RegisterPage::goTo(const Id &row)
{
    if (const int place = m_model->placeOf(row); place >= 0) {
        m_table->setCurrentIndex(m_model->index(place, 0));
        m_table->scrollTo(m_table->currentIndex());
    }
}

const RegisterRow *RegisterPage::currentRow() const
{
    const store::NumberedRow *row = m_model->rowAt(m_table->currentIndex().row());
    return row ? &row->row : nullptr;
}

void RegisterPage::addRow()
{
    m_banner->dismiss();
    if (!m_mayKeep)
        return;
    const RegisterSpec &spec = m_model->spec();
    m_form->begin({{m_desk.freshId(), spec.reg, {}, false}, true, allFields(spec),
        tr("New: %1").arg(spec.titleText())});
}

void RegisterPage::editRow()
{
    m_banner->dismiss();
    const RegisterRow *current = m_mayKeep ? currentRow() : nullptr;
    if (!current)
        return;
    const RegisterSpec &spec = m_model->spec();
    RegisterRow row = *current;
    for (const auto &[field, value] : current->values) {
        if (const FieldSpec *known = spec.fields.find(field); known && known->is(Personal))
            row.values.set(field, m_desk.read().open(field, value));
    }
    m_form->begin({row, false, allFields(spec), spec.titleText()});
}

void RegisterPage::takeSaved(const Id &row)
{
    m_goTo = row;
    m_model->find(m_typed->text());
    widgets::giveKeyboard(m_table);
}

void RegisterPage::removeRow()
{
    const RegisterRow *current = m_mayKeep ? currentRow() : nullptr;
    if (!current)
        return;
    const RegisterRow row = *current;
    m_desk.submit(RemoveRow{row.reg, row.id})
        .then(this, [this, row](const store::Verdict &verdict) {
            if (const Refusal *refusal = store::refused(verdict))
                return m_banner->showMessage(widgets::Mood::Late, refusal->text());
            const RegisterSpec &spec = registerSpec(row.reg);
            const QString name = row.values.text(spec.name ? spec.name : spec.code);
            m_banner->showUndoable(tr("Removed: %1").arg(name), [this, row] { restore(row); });
        });
}

/// A row that was removed comes back as it was; the record keeps both.
void RegisterPage::restore(const RegisterRow &row)
{
    m_desk.submit(PutRow{row.reg, row.id, row.values, {}})
        .then(this, [this, id = row.id](const store::Verdict &verdict) {
            if (const Refusal *refusal = store::refused(verdict))
                m_banner->showMessage(widgets::Mood::Late, refusal->text());
            else
                takeSaved(id);
        });
}

} // namespace ui::registers
