#include "core/image/picturelist.h"

#include "core/image/byteview.h"

#include <algorithm>

namespace zsb {
namespace {

constexpr std::string_view mark("MPF\0", 4);
constexpr std::size_t entryBytes = 12;   ///< of the index
constexpr std::size_t pictureBytes = 16; ///< of the table of pictures
constexpr std::size_t mostEntries = 200;

/// The first directory of the list: a block of TIFF.
class PictureIndex
{
public:
    explicit PictureIndex(std::string_view tiff) : m_tiff(tiff), m_little(m_tiff.isAt(0, "II")) {}

    /// Size and place of each picture, the place from the beginning of the block.
    [[nodiscard]] std::vector<ListedPicture> pictures() const
    {
        constexpr std::size_t tableOfPictures = 0xB002;
        std::vector<ListedPicture> all;
        const std::size_t at = u32(4);
        const std::size_t entries = std::min(u16(at), mostEntries);
        for (std::size_t i = 0; i < entries; ++i) {
            const std::size_t entry = at + 2 + entryBytes * i;
            if (u16(entry) != tableOfPictures)
                continue;
            const std::size_t count = std::min(u32(entry + 4) / pictureBytes, mostEntries);
            for (std::size_t picture = u32(entry + 8); all.size() < count; picture += pictureBytes)
                all.push_back({u32(picture + 8), u32(picture + 4)});
            break;
        }
        return all;
    }

private:
    [[nodiscard]] std::size_t u16(std::size_t at) const { return m_little ? m_tiff.le16(at) : m_tiff.be16(at); }
    [[nodiscard]] std::size_t u32(std::size_t at) const { return m_little ? m_tiff.le32(at) : m_tiff.be32(at); }

    ByteView m_tiff;
    bool m_little;
};

} // namespace

bool isPictureList(std::string_view content)
{
    return content.starts_with(mark);
}

std::vector<ListedPicture> listedPictures(std::string_view file, std::string_view list)
{
    if (!isPictureList(list))
        return {};
    const std::string_view tiff = list.substr(mark.size());
    const std::size_t start = std::size_t(tiff.data() - file.data());
    const ByteView bytes(file);
    std::vector<ListedPicture> all = PictureIndex(tiff).pictures();
    std::erase_if(all, [](const ListedPicture &picture) { return picture.at == 0; }); // the first one
    for (ListedPicture &picture : all)
        picture.at += start;
    std::erase_if(all, [&bytes](const ListedPicture &picture) {
        return !bytes.has(picture.at, picture.size) || !bytes.isAt(picture.at, "\xFF\xD8\xFF");
    });
    std::ranges::sort(all, {}, &ListedPicture::at);
    return all;
}

} // namespace zsb
