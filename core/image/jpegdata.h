#pragma once

#include <cstdint>
#include <string_view>

namespace zsb {

/// What is wrong with the entropy-coded data of a JPEG, which its segments do not tell.
struct JpegData
{
    int faults = 0; ///< places that cannot be read, break off or are out of step: a decoder goes on with grey blocks
    /// Bytes at the end that no block needed and that are not all the same, as when damage has swallowed blocks: what
    /// follows it is in another place. Cameras that fill up to a round number are left alone. May be one or two short.
    std::int64_t extra = 0;
    double step = 0; ///< 0 to 1, how much it looks as if all levels were others from one place on: see `blockStep`
};

/// By following all the data, without making a picture of it: about a third of the cost of decoding. Changed bits that
/// still read as some picture are told only when they step so. Needs the memory of decoding; of what is no JPEG it
/// tells nothing.
[[nodiscard]] JpegData readJpegData(std::string_view bytes);

} // namespace zsb
