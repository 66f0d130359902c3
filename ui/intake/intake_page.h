// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk.h"
#include "intake/attachment_list.h"
#include "items/caller_lookup.h"
#include "items/drafts.h"
#include "items/looks.h"

#include <QWidget>

class QKeySequence;
class QPushButton;
class QStackedWidget;

namespace ui::widgets
{
class Banner;
class IconText;
} // namespace ui::widgets

namespace ui::tickets
{
class EmergencyCard;
}

namespace ui::intake
{

class AnswersPanel;
class DispatchBar;
class DraftMenu;
class IntakeForm;
class SavedView;
struct Dispatchee;

/// The intake: from the first ring to the receipt by keys alone. The form stands at the left and what
/// the desk already knows at the right; after saving the number and the promise stand there to be
/// read out. What is being typed is kept as a draft over a crash.
class IntakePage : public QWidget
{
    Q_OBJECT

public:
    /// Keeps one attachment of a saved ticket; it reports failures itself.
    using StoreAttachment =
        std::function<void(const domain::Id &ticket, const Attachment &attachment)>;

    /// Both must outlive the page.
    IntakePage(Desk &desk, items::Drafts &drafts, QWidget *parent = nullptr);
    ~IntakePage() override;

    void setAttachmentStore(StoreAttachment store) { m_storeAttachment = std::move(store); }
    /// Begins a matter of a customer on file; what was being typed is kept among the drafts.
    void beginFor(const domain::Id &customer);

Q_SIGNALS:
    void saved(const QString &number);
    /// Print the receipt of these tickets, which one contact brought.
    void printSlip(const QStringList &numbers);
    /// An emergency is to become an outage.
    void outageAsked(const domain::Id &ticket);

private:
    enum class After { Show, AnotherMatter };

    /// The matters of one contact share the id of the first as their group.
    struct Contact {
        domain::Id first;
        QStringList numbers;
    };

    void layOut();
    QWidget *makeFormSide();
    QWidget *makeButtons();
    void addKeys();
    void addKey(const QKeySequence &key, void (IntakePage::*does)());

    void formChanged();
    void showWarnings();
    void askDispatchee();
    void saveDraft();
    void keepNumbersSealed();
    void openDrafts();
    void enterTickets();
    void takeInAndShow();
    void takeInAndGoOn();
    void takeIn(const Dispatchee *whom, After after);
    void takenIn(const store::Verdict &verdict, After after);
    void showSaved(const domain::Ticket &ticket);
    void join(const store::TicketLine &ticket);
    void joined(const store::Verdict &verdict);
    void joinOutage(const items::OutageLine &outage);
    void addOutage(domain::Values &values) const;
    void refuse(const domain::Refusal &refusal);

    void beginNext(const QString &typed = {});
    void beginAnotherMatter();
    void beginForm(const domain::Id &id);
    void resume(const domain::Id &draft);
    void resumeAfterCrash();

    Desk &m_desk;
    items::Drafts &m_drafts;
    items::Looks m_looks;
    items::CallerLookup m_lookup;
    std::optional<items::OutageLine>
        m_outage; ///< to which the ticket that is being taken in belongs
    items::CallerAnswer m_answer;
    StoreAttachment m_storeAttachment;
    domain::Id m_ticket; ///< the id that the matter in the form will get; its draft has the same
    Contact m_contact;
    bool m_isSaving = false;

    widgets::Banner *m_banner;
    QStackedWidget *m_stack;
    IntakeForm *m_form;
    SavedView *m_saved;
    tickets::EmergencyCard *m_emergency;
    AnswersPanel *m_answers;
    widgets::IconText *m_warnings;
    DispatchBar *m_dispatch;
    DraftMenu *m_draftMenu;
};

} // namespace ui::intake
