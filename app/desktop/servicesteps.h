#pragma once

#include "app/desktop/filewalk.h"
#include "core/storage/store.h"

#include <string>
#include <vector>

namespace zsb {

/// What a desktop is put through at a trial service, each as steps at the end of a script, which tell on stdout what
/// came of them: a line each.
class ServiceSteps
{
public:
    ServiceSteps(Script &script, QString joinFile, QString folder)
        : m_script(script), m_files(script), m_joinFile(std::move(joinFile)), m_folder(std::move(folder))
    {
    }

    void enter();
    void take(int count);
    /// At least so many, taken by an earlier walk; they are what is worked on then.
    [[nodiscard]] bool stillHolds(int count);
    void handBack();
    void setPaused(bool paused);
    /// With a judgement of somebody who has looked at everything.
    void approve(std::function<ApplicationId()> file);
    void giveBack(std::function<ApplicationId()> file);
    void send();
    void compare();

    [[nodiscard]] Script &script() const { return m_script; }
    [[nodiscard]] const Store &store() const;
    [[nodiscard]] const std::vector<ApplicationId> &taken() const { return m_taken; }
    [[nodiscard]] int decided() const { return m_files.decided(); }
    /// Asks the service now and then, sooner than the desktop would by itself: there somebody waits.
    void hurryNowAndThen();
    static void tell(const QString &what);

private:
    [[nodiscard]] Desktop &desktop() const { return m_script.desktop(); }
    [[nodiscard]] bool isAtRest() const;
    /// With every picture, so that they can be decided whatever becomes of the line.
    [[nodiscard]] bool hasTaken(int count) const;
    void noteTaken();
    void open(std::function<ApplicationId()> file, std::function<void()> then);

    Script &m_script;
    FileWalk m_files;
    QString m_joinFile;
    QString m_folder;
    std::vector<ApplicationId> m_taken{};
    int m_pulses = 0;
};

} // namespace zsb
