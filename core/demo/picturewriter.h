#pragma once

#include "core/demo/drawdesk.h"
#include "core/demo/flaws.h"
#include "core/demo/plainportraits.h"
#include "core/demo/season.h"

#include <QString>

#include <atomic>
#include <mutex>
#include <vector>

namespace zsb {

/// Draws and writes the pictures of people, on as many threads as asked for.
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
    void work(const std::vector<FlawedPerson> &people);
    Done writePerson(DrawDesk &desk, PlainPortraits &portraits, const FlawedPerson &flawed);
    Done writePortrait(const FlawedPerson &flawed, const QImage &portrait);
    Done write(const FlawedPerson &flawed, std::string_view slot, std::string bytes);

    const Pack &m_pack;
    const SeasonOptions &m_options;
    QString m_folder;
    std::shared_ptr<const LandmarkModel> m_model; ///< null: this build has none
    std::atomic<int> m_next = 0;
    std::atomic<int> m_done = 0;
    std::atomic<int> m_pictures = 0;
    std::mutex m_mutex;
    Done m_result = done();
};

} // namespace zsb
