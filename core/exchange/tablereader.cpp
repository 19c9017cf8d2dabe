#include "core/exchange/tablereader.h"

#include "core/base/hash.h"
#include "core/exchange/bytesource.h"
#include "core/exchange/csvreader.h"
#include "core/exchange/xlsreader.h"
#include "core/exchange/xlsxreader.h"

#include <array>

namespace zsb {
namespace {

constexpr std::string_view zipMark = "PK\x03\x04";
constexpr std::string_view compoundMark = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";

Result<std::string> headOf(const std::string &path)
{
    auto file = FileSource::open(path);
    if (!file)
        return file.error();
    std::array<char, 512> head = {};
    const auto got = (*file)->read(head.data(), head.size());
    if (!got)
        return got.error();
    return std::string(head.data(), *got);
}

/// A web page or XML under a spreadsheet's name, as many web systems export.
bool isMarkup(std::string_view head)
{
    const std::size_t start = head.find_first_not_of("\xEF\xBB\xBF \t\r\n");
    return start != std::string_view::npos && head[start] == '<';
}

} // namespace

TableReader::~TableReader() = default;

Result<std::unique_ptr<TableReader>> openTable(const std::string &path, const ReadOptions &options)
{
    const auto head = headOf(path);
    if (!head)
        return head.error();
    if (head->empty())
        return Error{ErrorCode::Invalid, "table: the file is empty"};
    if (head->starts_with(zipMark))
        return XlsxReader::open(path, options);
    if (head->starts_with(compoundMark))
        return XlsReader::open(path, options);
    if (isMarkup(*head))
        return Error{ErrorCode::Invalid, "table: a web page or XML, not a workbook"};
    return CsvReader::open(path, options);
}

Result<std::string> fileSha256(const std::string &path)
{
    auto file = FileSource::open(path);
    if (!file)
        return file.error();
    return sha256Hex((*file)->file());
}

} // namespace zsb
