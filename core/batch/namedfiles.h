#pragma once

#include "core/batch/filefacts.h"
#include "core/batch/rowrecord.h"
#include "core/domain/record.h"

#include <cstdint>
#include <functional>
#include <set>
#include <stop_token>
#include <string>
#include <vector>

namespace zsb {

/// The files some rows name.
struct FileNames
{
    std::vector<std::string> portraits;
    std::vector<std::string> materials;

    void add(const Record &record);
};

/// The files a whole table names, each once: known before the first of them is looked at, so that somebody can be told
/// how many there are.
class NamedFiles
{
public:
    void add(const FileNames &names);
    [[nodiscard]] std::int64_t count() const { return std::int64_t(m_portraits.size() + m_materials.size()); }

    /// Looks at all of them on so many threads, until `stop` is asked for; `files` knows them then. `progress` is told
    /// how many are done, on the calling thread. Gives how many that were.
    std::int64_t lookAtAll(FileFacts &files, int jobs, const std::stop_token &stop,
                           const std::function<void(std::int64_t done)> &progress) const;

private:
    std::set<std::string, std::less<>> m_portraits;
    std::set<std::string, std::less<>> m_materials;
};

} // namespace zsb
