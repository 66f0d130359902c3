// SPDX-License-Identifier: GPL-3.0-or-later
#include "signin/curtain.h"

#include "domain/words.h"
#include "look/desk_style.h"
#include "look/measures.h"
#include "look/palette.h"
#include "look/type.h"
#include "signin/caps_hint.h"
#include "tickets/candidates.h"
#include "widgets/form_grid.h"
#include "widgets/icon_text.h"
#include "widgets/type_ahead_edit.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace ui::signin
{

using namespace domain;
using widgets::Candidate;

namespace
{

constexpr int cardWidth = 100 * look::unit;
constexpr int cardHeight =
    76 * look::unit; // a refusal or the password take from its room, so nothing moves
constexpr int second_ms = 1'000;

QString waitWords(qint64 wait_ms)
{
    const int seconds = int((wait_ms + second_ms - 1) / second_ms);
    if (seconds < 60)
        return Curtain::tr("%n seconds", nullptr, seconds);
    return Curtain::tr("%1 min %2 s").arg(seconds / 60).arg(seconds % 60);
}

/// The one quiet surface on the curtain.
class Card : public QWidget
{
public:
    using QWidget::QWidget;

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(look::hairlineColor(palette()));
        painter.setBrush(palette().color(QPalette::Base));
        painter.drawRoundedRect(
            QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), look::corner, look::corner);
    }
};

} // namespace

Curtain::Curtain(Desk &desk, QWidget *parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_company(new QLabel(this))
    , m_title(new QLabel(this))
{
    setAccessibleName(tr("Sign in"));
    layOut();
    m_second.setInterval(second_ms);
    connect(&m_second, &QTimer::timeout, this, &Curtain::tick);
    connect(m_who, &widgets::TypeAheadEdit::chosenChanged, this, [this] {
        m_hasJustChosen = chosen();
        personChanged();
    });
    connect(m_who, &QLineEdit::textEdited, this, &Curtain::personChanged);
    connect(m_password, &QLineEdit::textEdited, this, [this] {
        if (!m_second.isActive())
            m_form->clearRefusals();
    });
    connect(m_enter, &QPushButton::clicked, this, &Curtain::submit);
    connect(m_back, &QPushButton::clicked, this, &Curtain::giveUp);
    m_password->installEventFilter(this);
}

void Curtain::layOut()
{
    auto *card = new Card(this);
    card->setFixedWidth(cardWidth);
    card->setMinimumHeight(cardHeight);
    m_company->setForegroundRole(QPalette::PlaceholderText);
    m_company->setWordWrap(true);
    m_title->setFont(look::type(look::TypeSize::Large, QFont::DemiBold));
    m_title->setWordWrap(true);
    auto *inside = new QVBoxLayout(card);
    inside->setContentsMargins(
        2 * look::margin, 2 * look::margin, 2 * look::margin, 2 * look::margin);
    inside->setSpacing(look::gap);
    inside->addWidget(m_company);
    inside->addWidget(m_title);
    inside->addSpacing(look::gap);
    inside->addWidget(makeFields(card), 1);
    auto *row = new QHBoxLayout(this);
    row->addStretch();
    row->addWidget(card, 0, Qt::AlignVCenter);
    row->addStretch();
    setFocusProxy(m_who);
}

QWidget *Curtain::makeFields(QWidget *card)
{
    auto *fields = new QWidget(card);
    m_form = new widgets::FormGrid(fields);
    m_who = new widgets::TypeAheadEdit(m_form);
    m_who->setObjectName(QStringLiteral("who"));
    m_who->setPlaceholderText(tr("Name, login or pinyin initials"));
    m_who->setMatch(tickets::matchesName);
    m_password = new QLineEdit(m_form);
    m_password->setObjectName(QStringLiteral("password"));
    m_password->setEchoMode(QLineEdit::Password);
    m_form->addRow(tr("Who"), m_who);
    m_form->addRow(tr("Password"), m_password);
    m_hint = new widgets::IconText(fields);
    m_hint->setFont(look::type(look::TypeSize::Small));
    m_hint->setWraps();
    m_enter = new QPushButton(fields);
    m_enter->setProperty(look::DeskStyle::primaryProperty, true);
    m_back = new QPushButton(tr("Back to work") + QStringLiteral("  Esc"), fields);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_hint, 1);
    buttons->addWidget(m_back);
    buttons->addWidget(m_enter);
    auto *column = new QVBoxLayout(fields);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(look::gap);
    column->addWidget(m_form);
    column->addStretch();
    column->addLayout(buttons);
    return fields;
}

void Curtain::setCompany(const QString &company)
{
    m_company->setText(company);
    m_company->setVisible(!company.isEmpty());
}

void Curtain::showTitle()
{
    switch (m_why) {
    case Why::Start:
        m_title->setText(tr("Who works at this desk?"));
        break;
    case Why::Locked:
        m_title->setText(tr("The desk is locked"));
        break;
    case Why::Change:
        m_title->setText(tr("Who takes over?"));
        break;
    }
}

void Curtain::ask(Why why, const Id &proposed)
{
    m_why = why;
    ++m_asking;
    m_second.stop();
    m_form->clearRefusals();
    m_sitters = items::findSitters(m_desk.read());
    QList<Candidate> people;
    for (const items::Sitter &sitter : m_sitters)
        people.append({QVariant::fromValue(sitter.id), sitter.login, sitter.name,
            wordFor(List::Role, sitter.role)});
    m_who->setCandidates(people);
    m_who->clearChoice();
    if (!proposed.isNull())
        m_who->chooseId(QVariant::fromValue(proposed));
    m_hasJustChosen = false;
    m_back->setVisible(why == Why::Change);
    setChecking(false);
    showTitle();
    personChanged();
    focusFirst();
}

/// The password where one is asked for; a person who has none goes on with Enter.
void Curtain::focusFirst()
{
    QWidget *first = !chosen() ? static_cast<QWidget *>(m_who)
        : asksPassword()       ? static_cast<QWidget *>(m_password)
                               : static_cast<QWidget *>(m_enter);
    setFocusProxy(first);
    first->setFocus(Qt::OtherFocusReason);
}

const items::Sitter *Curtain::chosen() const
{
    if (!m_who->chosen())
        return nullptr;
    const auto known =
        std::ranges::find(m_sitters, m_who->chosen()->id.value<Id>(), &items::Sitter::id);
    return known == m_sitters.end() ? nullptr : &*known;
}

/// Nobody learns from the curtain whether a login that isn't in the list is there.
bool Curtain::asksPassword() const
{
    const items::Sitter *sitter = chosen();
    return !sitter || sitter->hasPassword;
}

QString Curtain::login() const
{
    const items::Sitter *sitter = chosen();
    return sitter ? sitter->login : m_who->text().trimmed();
}

void Curtain::personChanged()
{
    m_password->clear();
    m_form->clearRefusals();
    m_second.stop();
    m_form->setRowVisible(m_password, asksPassword());
    const bool hasNone = chosen() && !asksPassword();
    say(hasNone ? "help" : "", hasNone ? tr("No password set: Enter signs in.") : QString());
}

void Curtain::say(const char *icon, const QString &words)
{
    m_hint->setContent(QString::fromLatin1(icon), words, look::Tone::Muted);
}

void Curtain::setChecking(bool checking)
{
    m_isChecking = checking;
    // The fields keep the focus: a disabled one would lose it.
    m_who->setReadOnly(checking);
    m_password->setReadOnly(checking);
    m_enter->setText(checking ? tr("Checking…") : tr("Sign in"));
}

void Curtain::enter()
{
    const bool hasJustChosen = std::exchange(m_hasJustChosen, false);
    if (!m_who->hasFocus() || login().isEmpty())
        return submit();
    if (asksPassword())
        return m_password->setFocus(Qt::TabFocusReason);
    // A name that was just taken from the list is looked at once before it sits down.
    if (hasJustChosen)
        return m_enter->setFocus(Qt::TabFocusReason);
    submit();
}

void Curtain::submit()
{
    if (m_isChecking)
        return;
    if (login().isEmpty()) {
        m_form->showRefusal(m_who, tr("Who are you? Type your name or login."));
        return m_who->setFocus(Qt::OtherFocusReason);
    }
    setChecking(true);
    m_desk.signIn(login(), asksPassword() ? m_password->text() : QString())
        .then(this, [this, asking = m_asking](const store::SignedIn &signedIn) {
            // It may have been given up, or drawn again, meanwhile.
            if (asking == m_asking)
                answer(signedIn);
        });
}

void Curtain::answer(const store::SignedIn &answer)
{
    setChecking(false);
    if (const auto *refusal = std::get_if<Refusal>(&answer))
        return refuse(*refusal);
    m_password->clear();
    m_desk.sitDown(std::get<store::Identity>(answer));
    Q_EMIT satDown();
}

void Curtain::refuse(const Refusal &refusal)
{
    QLineEdit *field = refusal.field == u"login" ? m_who : m_password;
    if (!asksPassword())
        field = m_who;
    m_form->showRefusal(field, refusal.text());
    m_password->selectAll();
    field->setFocus(Qt::OtherFocusReason);
    if (items::signInWait_ms(m_desk.folder(), m_desk.secrets(), login(), m_desk.clock().now_ms())) {
        m_second.start();
        tick();
    }
}

void Curtain::tick()
{
    const qint64 wait_ms =
        items::signInWait_ms(m_desk.folder(), m_desk.secrets(), login(), m_desk.clock().now_ms());
    QLineEdit *field = asksPassword() ? m_password : m_who;
    if (wait_ms > 0) {
        m_form->showRefusal(field,
            tr("Wrong too often. Try again in %1. Somebody else may sign in meanwhile.")
                .arg(waitWords(wait_ms)));
        return;
    }
    m_second.stop();
    m_form->clearRefusals();
    say("help", tr("You may try again now."));
}

bool Curtain::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_password && event->type() == QEvent::KeyPress) {
        const Caps caps = capsSeenIn(*static_cast<QKeyEvent *>(event));
        if (caps == Caps::On)
            say("warning", tr("Caps Lock is on."));
        else if (caps == Caps::Off)
            say("", {});
    }
    return QWidget::eventFilter(watched, event);
}

void Curtain::giveUp()
{
    if (m_why != Why::Change)
        return;
    ++m_asking;
    m_password->clear();
    Q_EMIT givenUp();
}

void Curtain::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        return enter();
    case Qt::Key_Escape:
        return giveUp();
    default:
        // Nothing that is typed here reaches what is behind.
        event->accept();
    }
}

} // namespace ui::signin
