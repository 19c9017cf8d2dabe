#include "core/exchange/ziparchive.h"

#include "core/exchange/tablefault.h"

#include <zip.h>

#include <algorithm>

namespace zsb {
namespace {

class ZipEntry final : public ByteSource
{
public:
    /// `maxBytes` is the limit asked for, `maxInflated` what the packed size makes believable.
    ZipEntry(zip_file_t *file, std::int64_t maxBytes, std::int64_t maxInflated)
        : m_file(file), m_maxBytes(maxBytes), m_maxInflated(maxInflated)
    {
    }

    [[nodiscard]] Result<std::size_t> read(char *data, std::size_t size) override
    {
        const zip_int64_t got = zip_fread(m_file.get(), data, size);
        if (got < 0)
            return Error{ErrorCode::Invalid, "workbook: a part is damaged"};
        m_bytes += got;
        if (m_bytes > m_maxInflated)
            return tableError(TableFault::Bomb, "workbook: a part inflates to many times its size");
        if (m_bytes > m_maxBytes)
            return tableError(TableFault::TooLarge, "workbook: a part inflates beyond the limit");
        return std::size_t(got);
    }

private:
    struct Close
    {
        void operator()(zip_file_t *file) const { zip_fclose(file); }
    };
    std::unique_ptr<zip_file_t, Close> m_file;
    std::int64_t m_maxBytes;
    std::int64_t m_maxInflated;
    std::int64_t m_bytes = 0;
};

} // namespace

void ZipArchive::Discard::operator()(zip *archive) const
{
    zip_discard(archive);
}

Result<std::unique_ptr<ZipArchive>> ZipArchive::open(const std::string &path, const ReadLimits &limits)
{
    int reason = 0;
    auto archive = std::make_unique<ZipArchive>();
    archive->m_zip.reset(zip_open(path.c_str(), ZIP_RDONLY, &reason));
    if (!archive->m_zip) {
        const bool device = reason == ZIP_ER_OPEN || reason == ZIP_ER_READ;
        return Error{device ? ErrorCode::Unreadable : ErrorCode::Invalid, "workbook: the container cannot be read"};
    }
    archive->m_limits = limits;
    if (zip_get_num_entries(archive->m_zip.get(), 0) > limits.maxEntries)
        return Error{ErrorCode::Refused, "workbook: more parts than the limit"};
    return archive;
}

bool ZipArchive::has(const std::string &name) const
{
    return zip_name_locate(m_zip.get(), name.c_str(), ZIP_FL_NOCASE) >= 0;
}

Result<std::unique_ptr<ByteSource>> ZipArchive::entry(const std::string &name, std::int64_t maxBytes) const
{
    const zip_int64_t index = zip_name_locate(m_zip.get(), name.c_str(), ZIP_FL_NOCASE);
    if (index < 0)
        return tableError(TableFault::MissingPart, "workbook: a part is missing: " + name);
    zip_file_t *file = zip_fopen_index(m_zip.get(), zip_uint64_t(index), 0);
    if (file == nullptr) {
        const int reason = zip_error_code_zip(zip_get_error(m_zip.get()));
        const bool encrypted = reason == ZIP_ER_NOPASSWD || reason == ZIP_ER_WRONGPASSWD;
        return tableError(encrypted ? TableFault::Locked : TableFault::Damaged,
                          "workbook: a part cannot be read: " + name);
    }
    zip_stat_t stat = {};
    const bool known = zip_stat_index(m_zip.get(), zip_uint64_t(index), 0, &stat) == 0;
    constexpr zip_uint64_t believable = zip_uint64_t(1) << 40; // a size may lie
    const bool sized = known && (stat.valid & ZIP_STAT_COMP_SIZE) != 0;
    const auto packed = sized ? std::int64_t(std::min<zip_uint64_t>(stat.comp_size, believable)) : std::int64_t(0);
    const std::int64_t maxInflated = std::max(m_limits.freelyInflatedBytes, packed * m_limits.maxInflation);
    return std::unique_ptr<ByteSource>(std::make_unique<ZipEntry>(file, maxBytes, maxInflated));
}

} // namespace zsb
