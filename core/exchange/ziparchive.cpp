#include "core/exchange/ziparchive.h"

#include <zip.h>

namespace zsb {
namespace {

class ZipEntry final : public ByteSource
{
public:
    ZipEntry(zip_file_t *file, std::int64_t maxBytes) : m_file(file), m_left(maxBytes) {}

    [[nodiscard]] Result<std::size_t> read(char *data, std::size_t size) override
    {
        const zip_int64_t got = zip_fread(m_file.get(), data, size);
        if (got < 0)
            return Error{ErrorCode::Invalid, "workbook: a part is damaged"};
        m_left -= got;
        if (m_left < 0)
            return Error{ErrorCode::Refused, "workbook: a part inflates beyond the limit"};
        return std::size_t(got);
    }

private:
    struct Close
    {
        void operator()(zip_file_t *file) const { zip_fclose(file); }
    };
    std::unique_ptr<zip_file_t, Close> m_file;
    std::int64_t m_left = 0;
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
        return Error{ErrorCode::NotFound, "workbook: a part is missing: " + name};
    zip_file_t *file = zip_fopen_index(m_zip.get(), zip_uint64_t(index), 0);
    if (file == nullptr) {
        const int reason = zip_error_code_zip(zip_get_error(m_zip.get()));
        const bool encrypted = reason == ZIP_ER_NOPASSWD || reason == ZIP_ER_WRONGPASSWD;
        return Error{encrypted ? ErrorCode::Refused : ErrorCode::Invalid, "workbook: a part cannot be read: " + name};
    }
    return std::unique_ptr<ByteSource>(std::make_unique<ZipEntry>(file, maxBytes));
}

} // namespace zsb
