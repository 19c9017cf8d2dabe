#include "core/batch/namedfiles.h"

#include "core/batch/orderedpool.h"

#include <optional>

namespace zsb {
namespace {

/// A view into the names: they stay while files are looked at.
struct OneFile
{
    std::string_view name;
    bool isPortrait = false;
};

} // namespace

void FileNames::add(const Record &record)
{
    if (!record.isEmpty(Field::Portrait))
        portraits.emplace_back(record.text(Field::Portrait));
    for (const MaterialView &material : record.materials)
        materials.emplace_back(material.fileName);
}

void NamedFiles::add(const FileNames &names)
{
    m_portraits.insert(names.portraits.begin(), names.portraits.end());
    m_materials.insert(names.materials.begin(), names.materials.end());
}

std::int64_t NamedFiles::lookAtAll(FileFacts &files, int jobs, const std::stop_token &stop,
                                   const std::function<void(std::int64_t done)> &progress) const
{
    std::int64_t looked = 0;
    OrderedPool<OneFile, bool> pool(jobs, [&files](const OneFile &file) {
        return (file.isPortrait ? files.portrait(file.name) : files.facts(file.name)) != nullptr;
    });
    auto portrait = m_portraits.begin();
    auto material = m_materials.begin();
    pool.run(
        [&]() -> std::optional<OneFile> {
            if (stop.stop_requested() || (portrait == m_portraits.end() && material == m_materials.end()))
                return std::nullopt;
            return portrait != m_portraits.end() ? OneFile{*portrait++, true} : OneFile{*material++, false};
        },
        [&](bool) {
            progress(++looked);
            return true;
        });
    return looked;
}

} // namespace zsb
