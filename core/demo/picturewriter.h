#pragma once

#include "core/demo/drawdesk.h"
#include "core/demo/flaws.h"
#include "core/demo/plainportraits.h"
#include "core/demo/season.h"

#include <QString>

#include <atomic>
#include <cstddef>
#include <mutex>
#include <optional>
#include <vector>

namespace zsb {

/// Draws and writes the pictures of people, on as many threads as asked for. Nobody's face is taken for another's.
class PictureWriter
{
public:
    PictureWriter(const Pack &pack, const SeasonOptions &options, QString folder)
        : m_pack(pack), m_options(options), m_folder(std::move(folder))
    {
    }

    Done writeAll(const std::vector<FlawedPerson> &people);
    [[nodiscard]] int pictures() const { return m_pictures; }

private:
    /// How often somebody was drawn, and the last face.
    struct Take
    {
        int number = 0;
        std::optional<PerceptualHash> look{}; ///< none when the portrait is somebody else's
    };

    Done writeEach(const std::vector<FlawedPerson> &people, const std::vector<std::size_t> &todo);
    void work(const std::vector<FlawedPerson> &people, const std::vector<std::size_t> &todo);
    Done writePerson(DrawDesk &desk, PlainPortraits &portraits, const FlawedPerson &flawed, Take &take);
    [[nodiscard]] std::vector<std::size_t> doubles() const;
    Done writePortrait(const FlawedPerson &flawed, const QImage &portrait);
    Done writeShared(const FlawedPerson &flawed);
    Done write(const FlawedPerson &flawed, std::string_view slot, std::string bytes);

    const Pack &m_pack;
    const SeasonOptions &m_options;
    QString m_folder;
    std::shared_ptr<const LandmarkModel> m_model; ///< null: this build has none
    std::vector<Take> m_takes;                    ///< of everybody
    std::atomic<int> m_next = 0;
    std::atomic<int> m_done = 0;
    std::atomic<int> m_pictures = 0;
    std::mutex m_mutex;
    Done m_result = done();
};

} // namespace zsb
