#include "core/rules/college.h"

#include "core/base/text.h"

namespace zsb {

const Code *findCollege(const CodeTable &colleges, std::string_view given, const std::vector<std::string> &suffixes)
{
    given = trimmed(given);
    for (const std::string &suffix : suffixes) {
        if (given.ends_with(suffix)) {
            if (const Code *row = colleges.find(given.substr(0, given.size() - suffix.size())))
                return row;
        }
    }
    return colleges.find(given);
}

} // namespace zsb
