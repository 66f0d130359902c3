// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QString;
class QWidget;

// Sample pages made of the reusable widgets, without data behind them.
namespace gallery
{

QWidget *emptyPage(const QString &icon, QWidget *parent);
QWidget *intakePage(QWidget *parent);
QWidget *ticketsPage(QWidget *parent);
QWidget *partsPage(QWidget *parent);

} // namespace gallery
