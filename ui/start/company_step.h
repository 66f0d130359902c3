// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "start/foundation.h"
#include "start/start_step.h"

class QComboBox;
class QLineEdit;

namespace ui::widgets
{
class FormGrid;
}

namespace ui::start
{

/// The company, this desk, and whoever founds it. A login is proposed from the name until one is typed.
class CompanyStep : public StartStep
{
    Q_OBJECT

public:
    explicit CompanyStep(QWidget *parent = nullptr);

    CompanyFacts facts() const;

    QString title() const override;
    QString hint() const override;
    bool check() override;

private:
    void layOut();
    void fillZones();
    bool refuse(QWidget *field, const QString &text);

    widgets::FormGrid *m_form;
    QLineEdit *m_company;
    QLineEdit *m_deskName;
    QLineEdit *m_prefix;
    QComboBox *m_zone;
    QLineEdit *m_name;
    QLineEdit *m_login;
    QLineEdit *m_password;
    QLineEdit *m_again;
    bool m_hasOwnLogin = false;
};

} // namespace ui::start
