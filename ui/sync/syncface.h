#pragma once

#include "core/sync/syncstatus.h"
#include "ui/models/tone.h"

#include <QCoreApplication>
#include <QString>

namespace zsb {

/// The five things the pill, the status bar and the tray say (UX 7.2). One machine makes them out of one SyncStatus.
enum class SyncPhase
{
    UpToDate,  ///< 已同步
    Syncing,   ///< 同步中 n%
    Paused,    ///< 已暂停
    Offline,   ///< 离线
    Attention, ///< 需处理
};

/// How the sync looks.
struct SyncFace
{
    SyncPhase phase = SyncPhase::Offline;
    int percent = -1; ///< of what was to be sent when it began; -1: nobody knows how much there is
    std::int64_t waiting = 0;
    SyncTrouble trouble = SyncTrouble::None;
    SyncMood mood = SyncMood::Offline;

    bool operator==(const SyncFace &) const = default;
};

/// Follows the status of one season and says how it looks. Knows how much there was to send when sending began.
class SyncProgress
{
public:
    [[nodiscard]] SyncFace next(const SyncStatus &status, bool paused);

private:
    std::int64_t m_most = 0; ///< ops that waited, since the last time none did
};

/// What of it is said to a person.
class SyncWords
{
    Q_DECLARE_TR_FUNCTIONS(zsb::SyncWords)

public:
    [[nodiscard]] static QString pill(const SyncFace &face);
    [[nodiscard]] static Tone tone(const SyncFace &face);
    /// One sentence: what it means, and what can be done.
    [[nodiscard]] static QString sentence(const SyncFace &face);
    [[nodiscard]] static QString trouble(SyncTrouble trouble);
    [[nodiscard]] static QString remedy(SyncTrouble trouble);
    /// Why the service lets nobody in; id of a ProblemType.
    [[nodiscard]] static QString signInProblem(const QString &problem);
    [[nodiscard]] static QString outcome(const std::string &outcome);
    /// What a command is called; id of a kind.
    [[nodiscard]] static QString command(std::string_view kind);
    /// Why an original did not come; id of a ProblemType or of a SyncTrouble.
    [[nodiscard]] static QString pictureProblem(const std::string &problem);
    [[nodiscard]] static QString note(const std::string &what, const std::string &detail);
};

} // namespace zsb
