// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "start/joiner.h"

#include <QDialog>

class QComboBox;
class QLabel;
class QLineEdit;
class QProgressBar;
class QPushButton;
class QStackedWidget;

namespace ui::widgets
{
class Banner;
class ChoiceStrip;
class FormGrid;
class IconText;
} // namespace ui::widgets

namespace ui::start
{

/// Joins a company from a new computer: with an invitation's code or face to face, then the record comes in. Accepted when the desk can
/// be opened.
class JoinDialog : public QDialog
{
    Q_OBJECT

public:
    /// The joiner must outlive it.
    explicit JoinDialog(Joiner &joiner, QWidget *parent = nullptr);

    /// An earlier start stopped in the middle of the record.
    void goOn();
    /// An earlier start asked to be let in and never heard the answer.
    void tellOfAnswerLost();

    QString digits() const { return m_shownDigits; }

    void reject() override;

private:
    enum Page { Asking, Calling, Comparing, Filling };

    QWidget *makeAsking();
    QWidget *makeCalling();
    QWidget *makeComparing();
    QWidget *makeFilling();
    QPushButton *makeCancel(QWidget *parent);
    void connectJoiner();
    void showWay();
    void showFound();
    void call();
    void showDigits(const QString &digits);
    void confirm();
    void fill();
    void showProgress(qint64 here, qint64 all);
    void failed(const domain::Refusal &why);
    bool isByCode() const;

    Joiner &m_joiner;
    QString m_shownDigits;
    widgets::Banner *m_banner;
    QStackedWidget *m_pages;
    widgets::ChoiceStrip *m_way = nullptr;
    widgets::FormGrid *m_form = nullptr;
    QComboBox *m_address = nullptr;
    QLineEdit *m_code = nullptr;
    QLabel *m_about = nullptr;
    QLabel *m_calling = nullptr;
    QLabel *m_digits = nullptr;
    QPushButton *m_same = nullptr;
    widgets::IconText *m_said = nullptr;
    QProgressBar *m_progress = nullptr;
    QLabel *m_count = nullptr;
    widgets::IconText *m_interrupted = nullptr;
};

} // namespace ui::start
