// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/unlock_task.h"

#include <QtConcurrent>

namespace items
{

using domain::Refusal;
using Loaded = std::variant<store::Secrets, Refusal>;

UnlockTask::UnlockTask(const store::DeskFolder &folder, store::Keyring *keyring,
    domain::Random &random, QObject *parent)
    : QObject(parent)
    , m_folder(folder)
    , m_keyring(keyring)
    , m_random(random)
{
    m_thread.setMaxThreadCount(1);
}

UnlockTask::~UnlockTask()
{
    m_thread.waitForDone();
}

void UnlockTask::open(const QString &typed)
{
    store::Unlocking unlocking = store::typed(typed);
    unlocking.keyring = m_keyring;
    unlocking.random = &m_random;
    run(unlocking);
}

void UnlockTask::run(const store::Unlocking &unlocking)
{
    QtConcurrent::run(&m_thread, [folder = m_folder, unlocking]() -> Loaded {
        try {
            return store::loadSecrets(folder, unlocking);
        } catch (const std::bad_alloc &) {
            return Refusal{{}, tr("There is not enough memory for this."),
                tr("Close other programs, and try again."), Refusal::Device};
        }
    }).then(this, [this](const Loaded &loaded) {
        if (const auto *refusal = std::get_if<Refusal>(&loaded)) {
            Q_EMIT failed(*refusal);
            return;
        }
        m_secrets = std::get<store::Secrets>(loaded);
        Q_EMIT opened();
    });
}

} // namespace items
