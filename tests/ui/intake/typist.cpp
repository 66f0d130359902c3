// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/intake/typist.h"

#include "widgets/composition.h"

#include <QApplication>
#include <QInputMethodEvent>
#include <QtTest>

namespace support
{

Typist::Typist(QWidget &page)
    : m_page(page)
{
    qApp->installEventFilter(new ui::widgets::CompositionGuard(&page));
    page.resize(1100, 680);
    page.show();
    page.activateWindow();
    if (!QTest::qWaitForWindowActive(&page))
        qFatal("The page never got the keyboard.");
    page.setFocus();
}

QWidget *Typist::focus() const
{
    return QApplication::focusWidget() ? QApplication::focusWidget() : &m_page;
}

void Typist::keys(const QString &latin)
{
    for (QChar letter : latin)
        QTest::keyClick(focus(), letter.toLatin1());
}

void Typist::key(Qt::Key key, Qt::KeyboardModifiers modifiers)
{
    QTest::keyClick(focus(), key, modifiers);
}

void Typist::compose(const QString &letters)
{
    QInputMethodEvent preedit(letters, {});
    QApplication::sendEvent(focus(), &preedit);
}

void Typist::chinese(const QString &characters, const QString &letters)
{
    compose(letters);
    QInputMethodEvent commit;
    commit.setCommitString(characters);
    QApplication::sendEvent(focus(), &commit);
}

bool Typist::walkTo(const QString &name)
{
    constexpr int most = 60;
    QStringList passed;
    for (int i = 0; i < most; ++i) {
        for (const QWidget *widget = focus(); widget; widget = widget->parentWidget()) {
            if (widget->objectName() == name)
                return true;
        }
        passed << QString::fromLatin1(focus()->metaObject()->className()) + u'/'
                + focus()->objectName();
        key(Qt::Key_Tab);
    }
    qWarning("No Tab leads to %s, only to %s", qPrintable(name), qPrintable(passed.join(u' ')));
    return false;
}

void Typist::scan(const QString &code)
{
    key(Qt::Key_K, Qt::ControlModifier);
    keys(code);
    enter();
}

void Typist::shoot(const QString &name) const
{
    const QString folder = qEnvironmentVariable("GRIDDESK_SHOTS");
    if (!folder.isEmpty())
        m_page.grab().save(folder + u'/' + name + QStringLiteral(".png"));
}

} // namespace support
