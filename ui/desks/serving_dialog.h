// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/serving.h"

#include <QDialog>

class QCheckBox;
class QLineEdit;
class QPlainTextEdit;
class QSpinBox;

namespace ui::widgets
{
class FormGrid;
}

namespace ui::desks
{

// How this desk alone is connected: whether others may call it, on which port, whether it makes itself known in the local network,
// whom it calls, how fast it sends, and where the hub is. No other desk learns of it.
class ServingDialog : public QDialog
{
    Q_OBJECT

public:
    // It must outlive the dialog.
    explicit ServingDialog(items::Serving &serving, QWidget *parent = nullptr);

    void accept() override;

private:
    void layOut();
    void fill();
    items::ServingSettings typed() const;
    void refuse(const domain::Refusal &refusal);

    items::Serving &m_serving;
    widgets::FormGrid *m_form;
    QCheckBox *m_serves;
    QSpinBox *m_port;
    QCheckBox *m_beacon;
    QPlainTextEdit *m_addresses;
    QSpinBox *m_limit;
    QLineEdit *m_hub;
};

} // namespace ui::desks
