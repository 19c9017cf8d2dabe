#pragma once

#include <array>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace zsb::test {

/// What a fuzzer feeds with any bytes and what must then neither crash, hang nor read out of bounds. The same functions
/// run over the kept corpus in the ordinary tests.
struct FuzzTarget
{
    const char *name; ///< also the folder below corpus/
    void (*run)(std::string_view input);
    /// Small inputs that reach every corner, by file name. The kept corpus holds them, and what was once found.
    std::vector<std::pair<std::string, std::string>> (*seeds)();
};

/// csv: the file. xls: the file. xlsx: the file, or four pieces of one with U+001E between them: what stands inside
/// the worksheet, the styles, the shared texts, and the attributes of the workbook's properties (a container's
/// checksums would keep a fuzzer out). pack: the name of a pack's file in the first line, then its bytes. labels:
/// cells, one a line, read as a header and as the content of every field. portrait, scan: the file. token: a token,
/// its claims, a note or its text, the query of a page. bundle: the file, its header, its content,
/// or the parcel in it.
/// http: what comes on a connection. ops: JSON of the protocol. range: a size, a newline, a Range field.
[[nodiscard]] const std::array<FuzzTarget, 12> &fuzzTargets();

} // namespace zsb::test
