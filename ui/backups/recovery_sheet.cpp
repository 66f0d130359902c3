// SPDX-License-Identifier: GPL-3.0-or-later
#include "backups/recovery_sheet.h"

#include "paper/slip.h"

#include <QCoreApplication>

namespace ui::backups
{

using paper::Pages;

namespace
{

struct Words {
    Q_DECLARE_TR_FUNCTIONS(ui::backups::RecoverySheet)
};

/// Two groups a line, always: left to itself a line breaks only before letters, and no two sheets look alike.
QString inLines(const QString &code)
{
    const QStringList groups = code.split(u'-');
    QString lines;
    for (qsizetype i = 0; i < groups.size(); ++i) {
        lines += groups[i];
        if (i + 1 < groups.size())
            lines += u'-';
        if (i % 2 == 1 && i + 1 < groups.size())
            lines += QChar(QChar::LineSeparator);
    }
    return lines;
}

} // namespace

Pages recoveryPages(const RecoverySheet &sheet)
{
    const QString when = sheet.madeAt.toString(QStringLiteral("yyyy-MM-dd HH:mm"));
    paper::Slip slip{.company = sheet.company,
        .title = Words::tr("Recovery code"),
        .number = inLines(sheet.code),
        .qrContent = sheet.code,
        .qrCaption = Words::tr("Scan instead of typing"),
        .parts = {},
        .footer = Words::tr("Printed %1").arg(when)};
    slip.parts << paper::SlipRows{{{Words::tr("Desk"), sheet.deskName}, {Words::tr("Made"), when},
        {Words::tr("Opens"), Words::tr("this desk, and every backup that it makes from now on")}}};
    slip.parts << paper::SlipSection{Words::tr("When it is needed")};
    slip.parts << paper::SlipRows{
        {{Words::tr("Passphrase forgotten"),
             Words::tr("Type this code where the passphrase is asked, then set a new passphrase.")},
            {Words::tr("Computer lost or broken"),
                Words::tr("Install Griddesk on another computer, choose the latest backup, and "
                          "type this code.")}}};
    slip.parts << paper::SlipSection{Words::tr("Keep it safe")};
    slip.parts << paper::Terms{
        Words::tr("Keep this sheet locked away, not at the computer and not as a photo. Whoever "
                  "has it and a backup can read all customers' data. A newer code takes its "
                  "place: then destroy this sheet, unless older backups are still kept.")};
    slip.parts << paper::WriteIn{Words::tr("Where it is kept, and who knows"), 2};
    slip.parts << paper::Signatures{{Words::tr("Administrator"), Words::tr("Kept by")}};
    return layOut(QList<paper::Slip>{slip}, paper::Format::A5);
}

} // namespace ui::backups
