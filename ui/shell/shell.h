// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shell/hit.h"
#include "shell/key_table.h"

#include <QHash>
#include <QMainWindow>
#include <QPointer>

class QMenu;
class QShortcut;
class QStackedWidget;

namespace ui::widgets
{
class Banner;
}

namespace ui::shell
{

class Finder;
class Navigation;
class Settings;
class StatusLine;
class TitleLine;

// A page as the shell knows it before anyone has looked at it.
struct PageSpec {
    QKeySequence key; // may be empty
    QString id; // stable: geometry, keys and counts are kept under it
    QString title;
    QString icon;
    std::function<QWidget *(QWidget *parent)> factory; // called once, at the first visit
    std::function<bool()> isOpen = {}; // to whoever sits here; without it, to everybody
};

// A command that may be called from any page, by key or from the finder.
struct CommandSpec {
    QKeySequence key;
    QString id;
    QString title;
    QString icon;
    std::function<void()> run;
};

// Does this text fit what was typed? Injected, so that pinyin initials are understood too.
using TextMatch = std::function<bool(const QString &text, const QString &typed)>;

// The window's frame: title line, navigation, the page, status line, and the finder over them. It knows
// pages and commands by name only, and remembers its size and the page through the settings. A curtain may
// stand in the place of all that: what is behind it is not shown, takes no key and stays as it is.
class Shell : public QMainWindow
{
    Q_OBJECT

public:
    // The settings must outlive the shell.
    explicit Shell(Settings &settings, QWidget *parent = nullptr);

    void addPage(const PageSpec &page);
    void addCommand(const CommandSpec &command);
    void setMatch(TextMatch match);

    void showPage(const QString &id); // an id that is not there, or not open, changes nothing
    // Asks anew which pages are open. One that isn't stands in no navigation and answers no key.
    void renewPages();
    void
    restore(); // size and page of last time, else the first page; call when all pages are added
    QString currentPage() const { return m_current; }
    QWidget *page(const QString &id) const; // null before the first visit
    void setCount(const QString &id, int count); // things that wait on that page; 0 shows none

    void setCurtain(QWidget *curtain); // the shell takes it
    void drawCurtain();
    void openCurtain();
    bool isCurtainDrawn() const;

    void setCompany(const QString &company);
    void setPerson(const QString &name, const QString &role);
    QMenu *personMenu() const;
    void addTool(QWidget *tool); // into the title line, before the person; the shell takes it
    QWidget *frame() const; // all that the curtain hides, for what lies over the page

    StatusLine &statusLine() { return *m_statusLine; }
    widgets::Banner &notice() { return *m_notice; } // over whichever page stands there
    Finder &finder() { return *m_finder; }
    KeyTable &keys() { return m_keys; }

Q_SIGNALS:
    void pageShown(const QString &id);
    void curtainChanged();

protected:
    void closeEvent(QCloseEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    struct Named {
        QString id;
        QString title;
        QString icon;
        std::function<void()> run;
    };

    void name(const Named &named, const QKeySequence &key);
    void bindKeys(const QString &id);
    void renewShortcuts();
    void showLastPage();
    const PageSpec *findPage(const QString &id) const;
    bool isOpen(const QString &id) const; // commands are always
    QList<Hit> findNamed(const QString &typed);
    void remember();

    Settings &m_settings;
    KeyTable m_keys;
    TextMatch m_match;
    TitleLine *m_titleLine;
    Navigation *m_navigation;
    QStackedWidget *m_layers; // the frame, and the curtain in its place
    widgets::Banner *m_notice;
    QStackedWidget *m_stack;
    StatusLine *m_statusLine;
    Finder *m_finder = nullptr;
    QWidget *m_curtain = nullptr;
    QPointer<QWidget> m_before; // what had the focus when the curtain was drawn
    QList<PageSpec> m_pages;
    QList<Named> m_named;
    QHash<QString, QWidget *> m_made;
    QHash<QString, QShortcut *> m_shortcuts;
    QString m_current;
};

} // namespace ui::shell
