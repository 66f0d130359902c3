// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "start/foundation.h"

#include <QFuture>
#include <QWidget>

class QLabel;
class QProgressBar;
class QPushButton;
class QStackedWidget;

namespace ui::widgets
{
class Banner;
}

namespace ui::start
{

class ChoiceStep;
class CompanyStep;
class StartStep;
class SummaryStep;
class TableStep;

/// What the program around the first start can do for it; what is missing is not offered.
struct Beginnings {
    /// Founds the sample company in a folder. Runs on a thread of its own.
    std::function<std::optional<domain::Refusal>(const QString &folder)> foundSample;
    /// Makes this computer a desk of a company that works already; calls back when it can be opened.
    std::function<void(const QString &folder, QWidget *window, std::function<void()> done)> join;
    /// Asks for a backup and puts it into the folder; calls back when a desk is there.
    std::function<void(const QString &folder, QWidget *window, std::function<void()> done)> restore;
};

/// The first start, where there is no desk: one question after the other, Back always possible, and nothing in the
/// desk's folder before the last answer. Ends with finished(), when a desk is there, or by being closed.
class StartWindow : public QWidget
{
    Q_OBJECT

public:
    /// Clock and chance must outlive the window.
    StartWindow(const QString &folder, domain::Clock &clock, domain::Random &random,
        Beginnings beginnings, QWidget *parent = nullptr);
    ~StartWindow() override;

    StartStep *step() const;
    Foundation &foundation() { return m_foundation; }

    void next();
    void back();

Q_SIGNALS:
    /// A desk stands in the folder; its founder's login, empty for the sample.
    void finished(const QString &login);

protected:
    void closeEvent(QCloseEvent *event) override;

private:
    void addSteps();
    void addTables();
    void layOut();
    QWidget *makeButtons();
    void addStep(StartStep *step);
    void begin(const QString &choice);
    void foundSample();
    void showStep(int place);
    void showWords();
    void leaveTable();
    void built();
    void open();
    void fail(const QString &why);
    void setBusy(bool busy);
    TableStep *table() const;
    QVector<transfer::ImportJob> jobsUpTo(int place);

    const QString m_folder;
    const Beginnings m_beginnings;
    Foundation m_foundation;
    QFuture<std::optional<domain::Refusal>> m_sample;
    bool m_isBusy = false;

    widgets::Banner *m_banner;
    QLabel *m_title;
    QLabel *m_hint;
    QLabel *m_place;
    QStackedWidget *m_steps;
    CompanyStep *m_company;
    QPushButton *m_back;
    QPushButton *m_next;
    QPushButton *m_cancel;
    QProgressBar *m_progress;
    QLabel *m_said;
};

} // namespace ui::start
