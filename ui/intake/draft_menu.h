// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/drafts.h"

#include <QToolButton>

namespace ui::intake
{

/// The drafts that wait, by who and what they are about, the newest first.
class DraftMenu : public QToolButton
{
    Q_OBJECT

public:
    explicit DraftMenu(items::Drafts &drafts, QWidget *parent = nullptr);

    /// The draft that stands in the form is not offered.
    void setCurrent(const domain::Id &id);

Q_SIGNALS:
    void picked(const domain::Id &id);

private:
    void renew();

    items::Drafts &m_drafts;
    domain::Id m_current;
};

} // namespace ui::intake
