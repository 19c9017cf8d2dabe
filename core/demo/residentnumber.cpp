#include "core/demo/residentnumber.h"

#include <array>

namespace zsb {

char residentCheckDigit(std::string_view seventeen)
{
    static constexpr std::array weights = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    int sum = 0;
    for (std::size_t i = 0; i < weights.size(); ++i)
        sum += weights[i] * (seventeen[i] - '0');
    return "10X98765432"[sum % 11];
}

} // namespace zsb
