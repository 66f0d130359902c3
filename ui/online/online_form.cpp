// SPDX-License-Identifier: GPL-3.0-or-later
#include "online/online_form.h"

#include "look/desk_style.h"
#include "look/measures.h"
#include "look/type.h"
#include "widgets/enter_walk.h"
#include "widgets/form_grid.h"
#include "widgets/icon_text.h"

#include <QCheckBox>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QShortcut>
#include <QSpinBox>
#include <QVBoxLayout>

#include <tuple>

namespace ui::online
{

using domain::Refusal;
using items::OnlineSetup;
using items::OnlineSource;
using widgets::FormGrid;

namespace
{

constexpr int mostMinutes = 90 * 24 * 60;
constexpr int usualInterval_min = 15;
constexpr int usualOverlap_min = 1440;
constexpr int longestName = 60;

bool isSame(const OnlineSetup &one, const OnlineSetup &other)
{
    const auto fields = [](const OnlineSetup &of) {
        return std::tie(of.name, of.address, of.jurisdiction, of.key, of.mapping, of.overlap_min,
            of.interval_min, of.tellsStatus);
    };
    return fields(one) == fields(other);
}

} // namespace

OnlineForm::OnlineForm(items::OnlineChannel &channel, QWidget *parent)
    : QWidget(parent)
    , m_channel(channel)
    , m_title(new QLabel(this))
    , m_refusal(new widgets::IconText(this))
    , m_form(new FormGrid(this))
    , m_name(new QLineEdit(m_form))
    , m_folder(new QLineEdit(m_form))
    , m_address(new QLineEdit(m_form))
    , m_jurisdiction(new QLineEdit(m_form))
    , m_key(new QLineEdit(m_form))
    , m_mapping(new QLineEdit(m_form))
    , m_noKey(new QCheckBox(tr("Forget the key"), m_form))
    , m_usualMapping(new QCheckBox(tr("Forget its mapping"), m_form))
    , m_tells(new QCheckBox(tr("send status and reply back"), m_form))
    , m_interval(new QSpinBox(m_form))
    , m_overlap(new QSpinBox(m_form))
    , m_save(new QPushButton(tr("Save"), this))
{
    makeFields();
    layOut();
    const auto bind = [this](const QKeySequence &keys, auto act) {
        auto *shortcut = new QShortcut(keys, this);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, act);
    };
    bind(Qt::CTRL | Qt::Key_Return, &OnlineForm::save);
    bind(Qt::CTRL | Qt::Key_Enter, &OnlineForm::save);
    bind(Qt::Key_Escape, &OnlineForm::close);
    hide();
}

void OnlineForm::makeFields()
{
    const std::pair<QLineEdit *, const char *> names[] = {{m_name, "name"}, {m_folder, "folder"},
        {m_address, "url"}, {m_jurisdiction, "jurisdiction"}, {m_key, "key"},
        {m_mapping, "mapping"}};
    for (const auto &[edit, name] : names) {
        edit->setObjectName(QString::fromLatin1(name));
        connect(edit, &QLineEdit::textChanged, this, [this, edit] {
            m_form->clearRefusal(edit == m_folder ? m_folderRow
                    : edit == m_mapping           ? m_mappingRow
                                                  : edit);
        });
    }
    m_name->setMaxLength(longestName);
    m_name->setPlaceholderText(tr("As you call it: citizens' hotline"));
    m_address->setPlaceholderText(QStringLiteral("https://HOST/open311/v2"));
    m_jurisdiction->setPlaceholderText(tr("Only where the service has several"));
    m_key->setEchoMode(QLineEdit::Password);
    m_mapping->setPlaceholderText(tr("Only where its kinds have other names"));
    m_interval->setRange(0, mostMinutes);
    m_interval->setSpecialValueText(tr("only when somebody asks"));
    m_interval->setSuffix(tr(" min"));
    m_interval->setObjectName(QStringLiteral("interval"));
    m_tells->setToolTip(
        tr("A form to requests/NUMBER.json with the key. Basic GeoReport has no such way; ask the "
           "operator whether the service takes it."));
    m_overlap->setRange(0, mostMinutes);
    m_overlap->setSuffix(tr(" min"));
    m_overlap->setToolTip(tr("Requests that appear late are found by asking for this much again "
                             "each time; none is taken in twice."));
    m_folderRow = withChooser(m_folder, true);
    m_mappingRow = withChooser(m_mapping, false);
    for (QLineEdit *edit : {m_key, m_address})
        connect(edit, &QLineEdit::textChanged, this, &OnlineForm::warnOfPlainKey);
}

QWidget *OnlineForm::withChooser(QLineEdit *edit, bool isFolder)
{
    auto *line = new QWidget(m_form);
    auto *choose = new QPushButton(tr("Choose…"), line);
    auto *row = new QHBoxLayout(line);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(look::unit);
    row->addWidget(edit, 1);
    row->addWidget(choose);
    line->setFocusProxy(edit);
    connect(choose, &QPushButton::clicked, this, [this, edit, isFolder] {
        auto *dialog = new QFileDialog(this, isFolder ? tr("Folder to empty") : tr("Mapping file"));
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->setFileMode(isFolder ? QFileDialog::Directory : QFileDialog::ExistingFile);
        connect(dialog, &QFileDialog::fileSelected, edit, &QLineEdit::setText);
        dialog->open();
    });
    return line;
}

void OnlineForm::layOut()
{
    m_title->setFont(look::type(look::TypeSize::Body, QFont::DemiBold));
    m_refusal->setWraps();
    m_form->addRow(tr("Folder"), m_folderRow, FormGrid::Need::Required);
    m_form->addRow(tr("Name"), m_name, FormGrid::Need::Required);
    m_form->addRow(tr("Address"), m_address, FormGrid::Need::Required);
    m_form->addRow(tr("Jurisdiction"), m_jurisdiction);
    m_form->addRow(tr("Key"), m_key);
    m_form->addRow(tr("Mapping file"), m_mappingRow);
    m_form->addRow(tr("Ask every"), m_interval);
    m_form->addRow(tr("Ask again for the last"), m_overlap);
    m_form->addRow(tr("When it is closed"), m_tells);
    m_form->addRow(QString(), m_noKey);
    m_form->addRow(QString(), m_usualMapping);
    auto *leave = new QPushButton(tr("Close"), this);
    leave->setToolTip(QKeySequence(Qt::Key_Escape).toString(QKeySequence::NativeText));
    m_save->setProperty(look::DeskStyle::primaryProperty, true);
    m_save->setToolTip(QKeySequence(Qt::CTRL | Qt::Key_Return).toString(QKeySequence::NativeText));
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_save);
    buttons->addWidget(leave);
    buttons->addStretch();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(look::margin, look::gap, look::margin, look::gap);
    column->setSpacing(look::gap);
    column->addWidget(m_title);
    column->addWidget(m_refusal);
    column->addWidget(m_form);
    column->addLayout(buttons);
    column->addStretch();
    connect(m_save, &QPushButton::clicked, this, &OnlineForm::save);
    connect(leave, &QPushButton::clicked, this, &OnlineForm::close);
    auto *walk =
        new widgets::EnterWalk({m_name, m_folder, m_address, m_jurisdiction, m_key, m_mapping,
                                   m_interval, m_overlap, m_tells, m_noKey, m_usualMapping},
            this);
    connect(walk, &widgets::EnterWalk::finished, this, &OnlineForm::save);
}

void OnlineForm::add(OnlineSource::Kind kind)
{
    OnlineSource fresh;
    fresh.kind = kind;
    fresh.interval_min = usualInterval_min;
    fresh.overlap_min = usualOverlap_min;
    begin(fresh, true);
}

void OnlineForm::change(const OnlineSource &source)
{
    begin(source, false);
}

void OnlineForm::begin(const OnlineSource &source, bool isNew)
{
    m_before = source;
    m_isNew = isNew;
    ++m_turn;
    m_title->setText(!isNew ? source.name : isFolder() ? tr("New drop folder") : tr("New service"));
    setAccessibleName(m_title->text());
    m_name->setText(isFolder() ? QString() : source.name);
    m_folder->setText(isFolder() ? source.name : QString());
    m_address->setText(source.address);
    m_jurisdiction->setText(source.jurisdiction);
    m_key->clear();
    m_key->setPlaceholderText(
        source.hasKey ? tr("The one that is kept stays") : tr("Only where its operator gave one"));
    m_mapping->setText(isFolder() ? source.mapping : QString());
    m_interval->setValue(source.interval_min);
    m_overlap->setValue(source.overlap_min);
    m_tells->setChecked(source.tellsStatus);
    for (QCheckBox *box : {m_noKey, m_usualMapping})
        box->setChecked(false);
    m_form->clearRefusals();
    m_refusal->hide();
    m_save->setEnabled(true);
    m_begun = typed();
    m_isOpen = true;
    showWhatFits();
    show();
    QWidget *first = isFolder() ? m_folder : m_isNew ? m_name : m_address;
    first->setFocus(Qt::OtherFocusReason);
}

/// What names it stays as it is: under it is kept how far it is.
void OnlineForm::showWhatFits()
{
    m_name->setEnabled(m_isNew);
    m_folderRow->setEnabled(m_isNew);
    m_form->setRowVisible(m_folderRow, isFolder());
    for (QWidget *field : std::initializer_list<QWidget *>{
             m_name, m_address, m_jurisdiction, m_key, m_overlap, m_tells})
        m_form->setRowVisible(field, !isFolder());
    m_form->setRowVisible(m_noKey, m_before.hasKey);
    m_form->setRowVisible(m_usualMapping, !isFolder() && m_before.hasMapping);
    if (!isFolder() && m_before.hasMapping)
        m_mapping->setPlaceholderText(tr("The one that is kept stays"));
    else
        m_mapping->setPlaceholderText(isFolder() ? tr("For files that have none beside them")
                                                 : tr("Only where its kinds have other names"));
    if (isFolder() && !m_isNew)
        m_mapping->setFocus(Qt::OtherFocusReason);
}

void OnlineForm::warnOfPlainKey()
{
    const bool isOpen = m_address->text().trimmed().startsWith(u"http://");
    if (isOpen && !m_key->text().isEmpty()) {
        m_form->showWarning(
            m_key, tr("The key will go over the line in the open: the address has no https."));
    } else {
        m_form->clearRefusal(m_key);
    }
}

OnlineSetup OnlineForm::typed() const
{
    OnlineSetup setup;
    setup.kind = m_before.kind;
    setup.isNew = m_isNew;
    setup.name = (isFolder() ? m_folder : m_name)->text().trimmed();
    setup.address = m_address->text().trimmed();
    setup.jurisdiction = m_jurisdiction->text().trimmed();
    if (!m_key->text().isEmpty())
        setup.key = m_key->text().trimmed();
    else if (m_noKey->isChecked())
        setup.key = QString();
    const QString mapping = m_mapping->text().trimmed();
    if (isFolder() || !mapping.isEmpty())
        setup.mapping = mapping;
    else if (m_usualMapping->isChecked())
        setup.mapping = QString();
    setup.interval_min = m_interval->value();
    setup.overlap_min = m_overlap->value();
    setup.tellsStatus = m_tells->isChecked();
    return setup;
}

void OnlineForm::save()
{
    if (!m_save->isEnabled())
        return;
    m_save->setEnabled(false);
    m_refusal->hide();
    const OnlineSetup setup = typed();
    const auto answer = [this, setup, turn = m_turn](const std::optional<Refusal> &refusal) {
        // Another form may stand here by now.
        if (turn != m_turn)
            return;
        m_save->setEnabled(true);
        if (refusal)
            return refuse(*refusal);
        close();
        Q_EMIT saved(setup.name);
    };
    m_channel.put(setup).then(this, answer);
}

bool OnlineForm::isTouched() const
{
    return m_isOpen && !isSame(typed(), m_begun);
}

void OnlineForm::close()
{
    // A key that wasn't saved is kept nowhere.
    m_key->clear();
    ++m_turn;
    m_isOpen = false;
    hide();
    Q_EMIT left();
}

void OnlineForm::refuse(const Refusal &refusal)
{
    const QHash<QString, QWidget *> fields{{QStringLiteral("name"), m_name},
        {QStringLiteral("url"), m_address}, {QStringLiteral("folder"), m_folderRow},
        {QStringLiteral("mapping"), m_mappingRow}, {QStringLiteral("overlap"), m_overlap},
        {QStringLiteral("interval"), m_interval}};
    QWidget *field = fields.value(refusal.field);
    if (!field) {
        m_refusal->setContent(QStringLiteral("warning"), refusal.text(), look::Tone::Late);
        return m_refusal->show();
    }
    m_form->showRefusal(field, refusal.text());
    field->setFocus(Qt::OtherFocusReason);
}

} // namespace ui::online
