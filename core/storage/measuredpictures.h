#pragma once

#include "core/base/result.h"

#include <map>
#include <string>

namespace zsb {

class Store;

/// By the hash of their bytes what was measured on pictures (ImageFacts::measured).
struct MeasuredPictures
{
    std::map<std::string, std::string, std::less<>> portraits;
    std::map<std::string, std::string, std::less<>> materials;
};

/// Of the pictures that applications hold now, so that no bytes are measured twice. Those nobody measured are left
/// out. Thread of the store. Errors: those of Store.
[[nodiscard]] Result<MeasuredPictures> measuredPictures(const Store &store);

} // namespace zsb
