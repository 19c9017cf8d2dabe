#pragma once

#include <cstdint>
#include <string_view>

namespace zsb {

/// What is wrong with the entropy-coded data of a JPEG, which its segments do not tell.
struct JpegData
{
    int faults = 0; ///< places whose data cannot be what was written: a decoder goes on with grey or shifted blocks
    std::int64_t extra = 0; ///< bytes that no block needed; some cameras leave a few before a marker
};

/// By following all the data, without making a picture of it: about a third of the cost of decoding. Changed bits that
/// still read as some picture cannot be told. Needs the memory of decoding; of what is no JPEG it tells nothing.
[[nodiscard]] JpegData readJpegData(std::string_view bytes);

} // namespace zsb
