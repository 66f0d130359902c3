// SPDX-License-Identifier: GPL-3.0-or-later
#include "customers/register_form.h"

#include "customers/groups_edit.h"
#include "domain/register_rules.h"
#include "look/desk_style.h"
#include "look/measures.h"
#include "look/type.h"
#include "widgets/enter_walk.h"
#include "widgets/form_grid.h"
#include "widgets/icon_text.h"

#include <QDate>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QShortcut>
#include <QVBoxLayout>

#include <algorithm>

namespace ui::customers
{

using namespace domain;
using tickets::FieldEditor;
using widgets::FormGrid;

namespace
{

const QString dayFormat = QStringLiteral("yyyy-MM-dd");

/// A day that may be left open, typed as it is written. What is no day is kept as text, for the refusal.
FieldEditor dayEditor(const QTimeZone &zone, QWidget *parent)
{
    auto *edit = new QLineEdit(parent);
    edit->setPlaceholderText(QDate(2026, 1, 31).toString(dayFormat));
    const auto value = [edit, zone]() -> QVariant {
        const QDate day = QDate::fromString(edit->text().trimmed(), dayFormat);
        if (day.isValid())
            return day.startOfDay(zone).toMSecsSinceEpoch();
        return edit->text().trimmed();
    };
    return {
        0, edit, value, [edit, zone](const QVariant &at_ms) {
            edit->setText(at_ms.isValid()
                    ? QDateTime::fromMSecsSinceEpoch(at_ms.toLongLong(), zone).toString(dayFormat)
                    : QString());
        }};
}

FieldEditor severalEditor(const FieldSpec &spec, QWidget *parent)
{
    auto *edit = new GroupsEdit(spec, parent);
    return {0, edit, [edit] { return QVariant(edit->value()); },
        [edit](const QVariant &value) { edit->setValue(value.toString()); }};
}

} // namespace

RegisterForm::RegisterForm(tickets::Office &office, QWidget *parent)
    : QWidget(parent)
    , m_office(office)
    , m_title(new QLabel(this))
    , m_refusal(new widgets::IconText(this))
    , m_save(new QPushButton(tr("Save"), this))
{
    m_title->setFont(look::type(look::TypeSize::Body, QFont::DemiBold));
    m_refusal->setWraps();
    m_save->setProperty(look::DeskStyle::primaryProperty, true);
    m_save->setToolTip(QKeySequence(Qt::CTRL | Qt::Key_Return).toString(QKeySequence::NativeText));
    auto *cancel = new QPushButton(tr("Give up"), this);
    cancel->setToolTip(QKeySequence(Qt::Key_Escape).toString(QKeySequence::NativeText));
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_save);
    buttons->addWidget(cancel);
    buttons->addStretch();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, look::gap, 0, look::gap);
    column->setSpacing(look::gap);
    column->addWidget(m_title);
    column->addWidget(m_refusal);
    column->addLayout(buttons);
    connect(m_save, &QPushButton::clicked, this, &RegisterForm::save);
    connect(cancel, &QPushButton::clicked, this, &RegisterForm::giveUp);
    const auto bind = [this](const QKeySequence &keys, auto act) {
        auto *shortcut = new QShortcut(keys, this);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, act);
    };
    bind(QKeySequence(Qt::CTRL | Qt::Key_Return), &RegisterForm::save);
    bind(QKeySequence(Qt::CTRL | Qt::Key_Enter), &RegisterForm::save);
    bind(QKeySequence(Qt::Key_Escape), &RegisterForm::giveUp);
    hide();
}

void RegisterForm::begin(const FormSubject &subject)
{
    m_subject = subject;
    m_title->setText(subject.title);
    setAccessibleName(subject.title);
    build();
    m_begun = typed();
    warn();
    m_save->setEnabled(true);
    show();
    m_grid->fields().constFirst()->setFocus(Qt::OtherFocusReason);
}

void RegisterForm::build()
{
    delete m_grid;
    m_grid = new FormGrid(this);
    // It stands on a page that scrolls: there is no need to be small.
    m_grid->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    m_editors.clear();
    m_refusal->hide();
    static_cast<QVBoxLayout *>(layout())->insertWidget(2, m_grid);
    const RegisterSpec &spec = registerSpec(m_subject.row.reg);
    for (const QVector<quint8> &line : m_subject.fields) {
        for (qsizetype i = 0; i < line.size(); ++i)
            addEditor(*spec.fields.find(line.at(i)), i > 0);
    }
    auto *walk = new widgets::EnterWalk(m_grid->fields(), m_grid);
    connect(walk, &widgets::EnterWalk::finished, m_save,
        [this] { m_save->setFocus(Qt::TabFocusReason); });
}

void RegisterForm::addEditor(const FieldSpec &spec, bool beside)
{
    FieldEditor editor = spec.is(Several) ? severalEditor(spec, m_grid)
        : spec.type == FieldType::Time    ? dayEditor(m_office.desk.read().zone(), m_grid)
                                          : tickets::makeEditor(spec, m_office, m_grid);
    editor.field = spec.id;
    editor.widget->setObjectName(spec.name());
    editor.widget->setAccessibleName(labelOf(spec));
    editor.setValue(m_subject.row.values[spec.id]);
    const auto need = spec.is(Required) ? FormGrid::Need::Required : FormGrid::Need::Optional;
    if (beside)
        m_grid->addBeside(labelOf(spec), editor.widget, need);
    else
        m_grid->addRow(labelOf(spec), editor.widget, need);
    if (auto *line = qobject_cast<QLineEdit *>(editor.widget);
        line && (spec.is(Dialled) || spec.is(Identity)))
        connect(line, &QLineEdit::textChanged, this, &RegisterForm::warn);
    m_editors.append(editor);
}

Values RegisterForm::typed() const
{
    Values values;
    for (const FieldEditor &editor : m_editors)
        values.set(editor.field, editor.value());
    return values;
}

PutRow RegisterForm::command() const
{
    PutRow command{m_subject.row.reg, m_subject.row.id, {}, {}};
    const Values now = typed();
    if (m_subject.isNew)
        command.values = m_subject.row.values;
    for (const FieldEditor &editor : m_editors) {
        if (now.has(editor.field) && now[editor.field] != m_begun[editor.field])
            command.values.set(editor.field, now[editor.field]);
        else if (!now.has(editor.field) && m_begun.has(editor.field))
            command.cleared.append(editor.field);
    }
    return command;
}

bool RegisterForm::isTouched() const
{
    return isOpen() && typed() != m_begun;
}

/// Says what is odd as soon as a number is whole, beside it.
void RegisterForm::warn()
{
    Values values = m_subject.row.values;
    values.merge(typed());
    const auto odd = odditiesOf(registerSpec(m_subject.row.reg), values);
    for (const FieldEditor &editor : m_editors) {
        const auto at = std::ranges::find(odd, editor.field, &Oddity::field);
        if (at != odd.end())
            m_grid->showWarning(editor.widget, tr("%1 It is saved all the same.").arg(at->what));
        else
            m_grid->clearRefusal(editor.widget);
    }
}

void RegisterForm::save()
{
    if (!isOpen() || !m_save->isEnabled())
        return;
    for (const FieldEditor &editor : m_editors) {
        const FieldSpec &spec = *registerSpec(m_subject.row.reg).fields.find(editor.field);
        if (spec.type == FieldType::Time && editor.value().typeId() == QMetaType::QString
            && !editor.value().toString().isEmpty())
            return showRefusal({spec.name(), tr("That is no day."), tr("Write it as 2026-01-31.")});
    }
    const PutRow wanted = command();
    if (wanted.values.isEmpty() && wanted.cleared.isEmpty() && !m_subject.isNew)
        return giveUp();
    m_save->setEnabled(false);
    m_office.desk.submit(wanted).then(this, [this](const store::Verdict &verdict) {
        m_save->setEnabled(true);
        if (const Refusal *refusal = store::refused(verdict))
            return showRefusal(*refusal);
        close();
        Q_EMIT saved(store::accepted(verdict)->subject);
    });
}

void RegisterForm::showRefusal(const Refusal &refusal)
{
    const auto at = std::ranges::find_if(m_editors,
        [&](const FieldEditor &editor) { return editor.widget->objectName() == refusal.field; });
    if (at != m_editors.end()) {
        m_grid->showRefusal(at->widget, refusal.text());
        at->widget->setFocus(Qt::OtherFocusReason);
        return;
    }
    m_refusal->setContent(QStringLiteral("warning"), refusal.text(), look::Tone::Late);
    m_refusal->show();
}

void RegisterForm::close()
{
    hide();
    delete m_grid;
    m_grid = nullptr;
    m_editors.clear();
}

void RegisterForm::giveUp()
{
    if (!isOpen())
        return;
    close();
    Q_EMIT left();
}

} // namespace ui::customers
