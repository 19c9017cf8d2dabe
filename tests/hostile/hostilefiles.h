#pragma once

#include <functional>
#include <string>
#include <vector>

namespace zsb::test {

/// A spreadsheet as an office, or somebody who means harm, produces it, and what the check makes of it.
struct HostileFile
{
    std::string name;    ///< with its ending
    std::string hazard;  ///< a row of docs/input-hazards.md, in both languages
    std::string does;    ///< what the program does
    std::string message; ///< rule of the finding (`input.…`, or of the pack), or the id of a TableFault
    int checked = 1;     ///< rows that are checked all the same; -1: the file as a whole is refused
    std::function<std::string()> bytes;
};

/// Every hazard the product promises to survive; text tables, workbooks, old workbooks. Made-up people only.
[[nodiscard]] std::vector<HostileFile> hostileFiles();

[[nodiscard]] std::vector<HostileFile> hostileTexts();
[[nodiscard]] std::vector<HostileFile> hostileWorkbooks();
[[nodiscard]] std::vector<HostileFile> hostileOldWorkbooks();
[[nodiscard]] std::vector<HostileFile> hostileContainers();

} // namespace zsb::test
