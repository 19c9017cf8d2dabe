#include "tests/fuzz/targets.h"

#include <cstddef>
#include <cstdint>

/// The fuzzer of one target; ZSB_FUZZ_TARGET is its place in fuzzTargets().
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    // The library hands out bytes as unsigned; everything of ours reads char.
    zsb::test::fuzzTargets()[ZSB_FUZZ_TARGET].run({reinterpret_cast<const char *>(data), size});
    return 0;
}
