// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/key_keeper.h"

#include <QWidget>

class QGridLayout;
class QPushButton;

namespace ui::widgets
{
class IconText;
}

namespace ui::backups
{

// How the desk's key is kept, one line for each way to it: what it is now, and the button that changes it.
class KeyPanel : public QWidget
{
    Q_OBJECT

public:
    explicit KeyPanel(items::KeyKeeper &keeper, QWidget *parent = nullptr);

    QPushButton *passphraseButton() const { return m_passphrase.button; }

Q_SIGNALS:
    void passphraseAsked();
    void codeAsked();
    void keyringAsked(bool on);
    void openAsked();

private:
    struct Line {
        widgets::IconText *state = nullptr;
        QPushButton *button = nullptr;
    };
    Line addLine(const QString &label);
    void renew();
    void showStart();

    items::KeyKeeper &m_keeper;
    QGridLayout *m_grid;
    Line m_start;
    Line m_passphrase;
    Line m_code;
    Line m_keyring;
};

} // namespace ui::backups
