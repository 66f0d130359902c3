// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/online_channel.h"

#include <QWidget>

class QCheckBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QSpinBox;

namespace ui::widgets
{
class FormGrid;
class IconText;
} // namespace ui::widgets

namespace ui::online
{

// How one service or folder is set up, beside the list. A key is typed covered and never shown again; left empty, the one that is there
// stays. Ctrl+Enter saves, Esc closes.
class OnlineForm : public QWidget
{
    Q_OBJECT

public:
    // It must outlive the form.
    explicit OnlineForm(items::OnlineChannel &channel, QWidget *parent = nullptr);

    void add(items::OnlineSource::Kind kind);
    void change(const items::OnlineSource &source);
    void save();
    void close();
    // Open, and something in it is otherwise than when it began.
    bool isTouched() const;

Q_SIGNALS:
    void saved(const QString &name);
    void left();

private:
    void makeFields();
    void layOut();
    QWidget *withChooser(QLineEdit *edit, bool isFolder);
    void begin(const items::OnlineSource &source, bool isNew);
    void showWhatFits();
    void warnOfPlainKey();
    items::OnlineSetup typed() const;
    void refuse(const domain::Refusal &refusal);
    bool isFolder() const { return m_before.kind == items::OnlineSource::Kind::Folder; }

    items::OnlineChannel &m_channel;
    items::OnlineSource m_before; // as it was when the form began
    items::OnlineSetup m_begun; // what stood in the fields then
    bool m_isNew = true;
    bool m_isOpen = false;
    int m_turn = 0; // goes on each time the form opens or closes
    QLabel *m_title;
    widgets::IconText *m_refusal; // what belongs to no field
    widgets::FormGrid *m_form;
    QLineEdit *m_name, *m_folder, *m_address, *m_jurisdiction, *m_key, *m_mapping;
    QWidget *m_folderRow, *m_mappingRow;
    QCheckBox *m_noKey, *m_usualMapping, *m_tells;
    QSpinBox *m_interval, *m_overlap;
    QPushButton *m_save;
};

} // namespace ui::online
