#pragma once

#include "core/base/result.h"

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace zsb {

/// Why a table as a whole cannot be read, or not to its end. The words for people are in core/batch/inputmessages.h.
enum class TableFault : std::uint8_t
{
    Missing,         ///< no such file
    Unreadable,      ///< the device or its rights
    Empty,           ///< no bytes, or no row at all
    MissingPart,     ///< a container without a part it names
    NotATable,       ///< neither text nor a workbook: a picture, a PDF, an archive
    Markup,          ///< a web page or XML under a spreadsheet's name
    OtherDocument,   ///< an Office container of something else: .docx, .ods, .xlsb
    OldWorkbook,     ///< Excel 4 and before
    Damaged,         ///< cut short or broken
    Locked,          ///< under a password
    TooLarge,        ///< beyond a limit of ReadLimits
    Bomb,            ///< inflates to many times its size
    Declaration,     ///< XML with a document type declaration, which no spreadsheet program writes
    NoSuchSheet,     ///< the sheet asked for is not there
    UnknownEncoding, ///< the encoding asked for is none of ours
    NoHeader,        ///< none of the first rows names a known column
    HeaderUnseen,    ///< nor in any of the sheets that were looked at, and there are more
};

[[nodiscard]] const std::array<TableFault, 17> &allTableFaults();
/// `locked`, `too-large`; stable.
[[nodiscard]] std::string_view tableFaultId(TableFault fault);

/// The fault as an error, `detail` in front of its id: `workbook: the container cannot be read [damaged]`.
[[nodiscard]] Error tableError(TableFault fault, std::string_view detail);
/// NoSuchSheet, with the sheets there are.
[[nodiscard]] Error noSuchSheet(const std::vector<std::string> &sheets);
/// An error of reading with its fault behind the detail, where it has none yet.
[[nodiscard]] Error asTableError(const Error &error);
/// The fault of an error, whatever else its detail says; by the error's code where it names none.
[[nodiscard]] TableFault tableFaultOf(const Error &error);

} // namespace zsb
