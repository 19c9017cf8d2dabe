#pragma once

#include "core/domain/finding.h"
#include "core/image/scanreading.h"
#include "core/image/scantexts.h"
#include "core/policy/pack.h"
#include "ui/review/pictureloader.h"
#include "ui/tasks/taskrunner.h"

#include <QObject>

#include <compare>
#include <deque>
#include <list>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace zsb {

/// A material as it is to be studied: its bytes, what it was handed in as, and what the form says should stand on it.
struct ScanPicture
{
    std::string sha256;
    std::string slot;
    std::string type;                      ///< id of the candidate's type
    std::map<Field, std::string> expected; ///< texts are compared with; personal

    auto operator<=>(const ScanPicture &) const = default;
};

/// What was measured on one material and what the pack says of it (UX: hints, never a verdict).
struct ScanStudy
{
    ScanReading reading;
    std::vector<Finding> findings;
};

/// What was read on one material against the form.
struct ScanTexts
{
    bool isAvailable = false; ///< this build and machine can read at all
    std::vector<ReadText> texts;
    std::vector<Finding> findings; ///< for texts that differ; without the texts
};

/// Measures materials, and reads their texts when asked to, on one thread of its own: turning pages never waits for it.
/// Keeps the last ones by the hash of their bytes (and what they are said to be). What was asked for last is done
/// first; of what nobody came back to, the oldest is not done at all. GUI thread only.
class ScanStudies : public QObject
{
    Q_OBJECT

public:
    static constexpr std::size_t kept = 64;
    static constexpr std::size_t mostWaiting = 24;
    enum class Turn : std::uint8_t
    {
        Now,   ///< is on the screen
        Later, ///< may come next
    };

    /// `work`: memory that others who decode and measure share; null: nobody does.
    ScanStudies(PictureLoader::Read read, std::shared_ptr<const Pack> pack, std::shared_ptr<MemoryBudget> work = {},
                QObject *parent = nullptr);
    ~ScanStudies() override;

    /// The study if it is there; else null, and ready() follows unless something newer crowds it out.
    const ScanStudy *want(ScanPicture picture, Turn turn);
    [[nodiscard]] const ScanStudy *peek(ScanPicture picture) const;
    /// The same for its texts: a second or more a page.
    const ScanTexts *wantTexts(const ScanPicture &picture, Turn turn);
    [[nodiscard]] const ScanTexts *peekTexts(const ScanPicture &picture) const;
    [[nodiscard]] bool isBusy() const { return m_isRunning || !m_waiting.empty(); }

signals:
    void ready(const std::string &sha256); ///< its study, or its texts

private:
    class Workshop; ///< the engine that reads, and the thread's own work

    /// The newest things by their key.
    template<typename Value>
    class Shelf
    {
    public:
        [[nodiscard]] const Value *peek(const ScanPicture &picture) const
        {
            const auto found = m_values.find(picture);
            return found == m_values.end() ? nullptr : &found->second;
        }
        const Value *touch(const ScanPicture &picture);
        void keep(const ScanPicture &picture, Value value);

    private:
        std::map<ScanPicture, Value> m_values;
        std::list<ScanPicture> m_order; ///< newest first
    };
    struct Job
    {
        ScanPicture picture;
        bool isReading = false;

        bool operator==(const Job &) const = default;
    };
    struct Answer
    {
        ScanStudy study;
        std::optional<ScanTexts> texts;
    };

    void line(Job job, Turn turn);
    void startNext();
    void keep(const Job &job, Answer answer);

    PictureLoader::Read m_read;
    std::shared_ptr<Workshop> m_workshop;
    Shelf<ScanStudy> m_studies;
    Shelf<ScanTexts> m_texts;
    std::deque<Job> m_waiting; ///< the next one first
    bool m_isRunning = false;
    Job m_running;
    TaskRunner m_tasks{nullptr, 1}; ///< last: waits for its task
};

} // namespace zsb
