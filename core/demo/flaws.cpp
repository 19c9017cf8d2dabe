#include "core/demo/flaws.h"

#include "core/demo/flawparts.h"

namespace zsb {

std::vector<Flaw> allFlaws()
{
    std::vector<Flaw> flaws;
    for (const std::span<const Flaw> part : {identityFlaws(), formFlaws(), fileFlaws(), processFlaws()})
        flaws.insert(flaws.end(), part.begin(), part.end());
    return flaws;
}

} // namespace zsb
