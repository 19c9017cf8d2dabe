#pragma once

#include "core/exchange/cellvalue.h"
#include "core/exchange/ziparchive.h"

#include <string>
#include <string_view>
#include <vector>

namespace zsb {

/// What an .xlsx says about itself before any sheet is read.
struct XlsxWorkbook
{
    struct Sheet
    {
        std::string name;
        std::string part; ///< entry of the container
    };
    std::vector<Sheet> sheets;
    DateSystem dates = DateSystem::From1900;
    std::string sharedTextsPart; ///< "" when there is none
    std::string stylesPart;      ///< "" when there is none
};

/// Errors: Invalid (no workbook, damaged), and those of the container.
[[nodiscard]] Result<XlsxWorkbook> readWorkbook(const ZipArchive &archive, const ReadLimits &limits);

/// For each cell style, whether its numbers are dates.
[[nodiscard]] Result<std::vector<bool>> readDateStyles(const ZipArchive &archive, const XlsxWorkbook &workbook,
                                                       const ReadLimits &limits);

/// The texts cells share, in one block. Phonetic guides are left out.
class SharedTexts
{
public:
    [[nodiscard]] static Result<SharedTexts> read(const ZipArchive &archive, const XlsxWorkbook &workbook,
                                                  const ReadLimits &limits);

    [[nodiscard]] std::size_t size() const { return m_ends.size(); }
    /// Valid as long as this.
    [[nodiscard]] std::string_view at(std::size_t index) const;
    /// Whether all of them are UTF-8; texts of a part that is not are to be looked at one by one.
    [[nodiscard]] bool isSound() const { return m_isSound; }

private:
    std::string m_text;
    std::vector<std::size_t> m_ends;
    bool m_isSound = true;
};

} // namespace zsb
