#include "core/exchange/tablefault.h"

namespace zsb {
namespace {

constexpr std::array<TableFault, 17> faults = {
    TableFault::Missing,     TableFault::Unreadable,  TableFault::Empty,           TableFault::MissingPart,
    TableFault::NotATable,   TableFault::Markup,      TableFault::OtherDocument,   TableFault::OldWorkbook,
    TableFault::Damaged,     TableFault::Locked,      TableFault::TooLarge,        TableFault::Bomb,
    TableFault::Declaration, TableFault::NoSuchSheet, TableFault::UnknownEncoding, TableFault::NoHeader,
    TableFault::HeaderUnseen};

ErrorCode codeOf(TableFault fault)
{
    switch (fault) {
    case TableFault::Missing:
    case TableFault::MissingPart:
        return ErrorCode::NotFound;
    case TableFault::Unreadable:
        return ErrorCode::Unreadable;
    case TableFault::Locked:
    case TableFault::TooLarge:
    case TableFault::Bomb:
    case TableFault::Declaration:
        return ErrorCode::Refused;
    case TableFault::Empty:
    case TableFault::NotATable:
    case TableFault::Markup:
    case TableFault::OtherDocument:
    case TableFault::OldWorkbook:
    case TableFault::Damaged:
    case TableFault::NoSuchSheet:
    case TableFault::UnknownEncoding:
    case TableFault::NoHeader:
    case TableFault::HeaderUnseen:
        return ErrorCode::Invalid;
    }
    return ErrorCode::Internal;
}

} // namespace

const std::array<TableFault, 17> &allTableFaults()
{
    return faults;
}

std::string_view tableFaultId(TableFault fault)
{
    switch (fault) {
    case TableFault::Missing:
        return "missing";
    case TableFault::Unreadable:
        return "unreadable";
    case TableFault::Empty:
        return "empty";
    case TableFault::MissingPart:
        return "missing-part";
    case TableFault::NotATable:
        return "not-a-table";
    case TableFault::Markup:
        return "markup";
    case TableFault::OtherDocument:
        return "other-document";
    case TableFault::OldWorkbook:
        return "old-workbook";
    case TableFault::Damaged:
        return "damaged";
    case TableFault::Locked:
        return "locked";
    case TableFault::TooLarge:
        return "too-large";
    case TableFault::Bomb:
        return "bomb";
    case TableFault::Declaration:
        return "declaration";
    case TableFault::NoSuchSheet:
        return "no-such-sheet";
    case TableFault::UnknownEncoding:
        return "unknown-encoding";
    case TableFault::NoHeader:
        return "no-header";
    case TableFault::HeaderUnseen:
        return "header-unseen";
    }
    return "";
}

Error tableError(TableFault fault, std::string_view detail)
{
    return {codeOf(fault), std::string(detail) + " [" + std::string(tableFaultId(fault)) + "]"};
}

Error noSuchSheet(const std::vector<std::string> &sheets)
{
    std::string detail = "workbook: no such sheet; there are: ";
    for (const std::string &sheet : sheets)
        detail += (&sheet == &sheets.front() ? "" : ", ") + sheet;
    return tableError(TableFault::NoSuchSheet, detail);
}

TableFault tableFaultOf(const Error &error)
{
    const std::string_view detail = error.detail;
    if (const std::size_t open = detail.rfind('['); open != std::string_view::npos && detail.ends_with(']')) {
        const std::string_view id = detail.substr(open + 1, detail.size() - open - 2);
        for (const TableFault fault : faults)
            if (tableFaultId(fault) == id)
                return fault;
    }
    switch (error.code) {
    case ErrorCode::NotFound:
        return TableFault::Missing;
    case ErrorCode::Invalid:
        return TableFault::Damaged;
    case ErrorCode::Refused:
        return TableFault::TooLarge;
    case ErrorCode::Unreadable:
    case ErrorCode::Conflict:
    case ErrorCode::Unreachable:
    case ErrorCode::Cancelled:
    case ErrorCode::Internal:
        return TableFault::Unreadable;
    }
    return TableFault::Unreadable;
}

Error asTableError(const Error &error)
{
    const TableFault fault = tableFaultOf(error);
    const bool isNamed = error.detail.ends_with('[' + std::string(tableFaultId(fault)) + ']');
    return isNamed ? error : tableError(fault, error.detail);
}

} // namespace zsb
