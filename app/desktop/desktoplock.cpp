#include "app/desktop/desktop.h"
#include "app/desktop/season.h"
#include "app/desktop/syncdesk.h"
#include "core/base/clock.h"
#include "ui/review/reviewpage.h"
#include "ui/shell/lockdialog.h"
#include "ui/shell/lockscreen.h"
#include "ui/shell/mainwindow.h"
#include "ui/widgets/actionregistry.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace zsb {

void Desktop::bindLock()
{
    m_actions->bind("file.lock", m_window.get(), [this] { lock(); });
    m_actions->bind("file.lockSettings", m_window.get(), [this] { editLock(); });
}

/// Made-up people need no hiding, and a newcomer should not be shut out by reading slowly.
void Desktop::watchIdle()
{
    const bool real = m_season && !m_season->demo;
    m_idle.setLimit(std::chrono::minutes(real && !m_locked ? m_settings.lock.idleMinutes : 0));
}

void Desktop::editLock()
{
    auto *dialog = new LockDialog(m_settings.lock, m_clock, secureRandom(), m_window.get());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &LockDialog::chosen, this, &Desktop::setLockSettings);
    dialog->open();
}

void Desktop::setLockSettings(const LockSettings &settings)
{
    m_settings.lock = settings;
    saveSettings();
    watchIdle();
}

void Desktop::lock()
{
    if (std::exchange(m_locked, true))
        return;
    if (m_reviewPage)
        m_reviewPage->forgetCopied();
    coverWindow();
    watchIdle();
}

void Desktop::coverWindow()
{
    LockScreen &screen = m_window->cover();
    connect(&screen, &LockScreen::unlockWanted, this, &Desktop::unlock);
    screen.start(m_sync || !m_settings.lock.secret.isEmpty(), lockWait(m_settings.lock, m_clock()));
}

void Desktop::unlock(const QString &pin)
{
    if (m_sync && m_settings.lock.secret.isEmpty()) {
        m_sync->checkPassword(pin, [this](bool isRight) {
            if (isRight)
                reveal();
            else
                m_window->findChild<LockScreen *>()->refuse(std::chrono::seconds(0));
        });
        return;
    }
    const LockSettings before = m_settings.lock;
    const Unlock answer = tryUnlock(m_settings.lock, pin, m_clock());
    if (m_settings.lock != before)
        saveSettings();
    if (answer != Unlock::Opened) {
        m_window->findChild<LockScreen *>()->refuse(lockWait(m_settings.lock, m_clock()));
        return;
    }
    reveal();
}

void Desktop::reveal()
{
    m_locked = false;
    m_window->uncover();
    watchIdle();
}

} // namespace zsb
