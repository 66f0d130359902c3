// SPDX-License-Identifier: GPL-3.0-or-later
#include "desks/invitation_sheet.h"

#include "paper/slip.h"

#include <QCoreApplication>

namespace ui::desks
{

using paper::Pages;

namespace
{

struct Words {
    Q_DECLARE_TR_FUNCTIONS(ui::desks::InvitationSheet)
};

} // namespace

QString inLines(const QString &code, int groups)
{
    const QStringList all = code.split(u'-');
    QString lines;
    for (qsizetype i = 0; i < all.size(); ++i) {
        lines += all[i];
        if (i + 1 < all.size())
            lines += (i + 1) % groups == 0 ? QChar(QChar::LineSeparator) : QChar(u'-');
    }
    return lines;
}

Pages invitationPages(const InvitationSheet &sheet)
{
    paper::Slip slip{.company = sheet.company,
        .title = Words::tr("Invitation of a desk"),
        .number = inLines(sheet.code, 2),
        .qrContent = sheet.code,
        .qrCaption = Words::tr("Scan instead of typing"),
        .parts = {},
        .footer = {}};
    slip.parts << paper::SlipRows{
        {{Words::tr("New desk"), sheet.newDesk}, {Words::tr("Invited by"), sheet.invitingDesk},
            {Words::tr("Address"), sheet.addresses.join(QStringLiteral(", "))},
            {Words::tr("Good until"), sheet.until}}};
    slip.parts << paper::SlipSection{Words::tr("At the new computer")};
    slip.parts << paper::Terms{Words::tr(
        "Start Griddesk, choose \"Join our company\", type the address and the code. It is "
        "good for one computer and ten minutes; afterwards this sheet is worth nothing.")};
    return layOut(QList<paper::Slip>{slip}, paper::Format::A5);
}

QString invitationText(const InvitationSheet &sheet)
{
    return Words::tr("%1: join as \"%2\". Address: %3. Code: %4. Good until %5.")
        .arg(sheet.company, sheet.newDesk, sheet.addresses.join(QStringLiteral(", ")), sheet.code,
            sheet.until);
}

} // namespace ui::desks
