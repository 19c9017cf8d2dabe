#pragma once

#include "core/base/result.h"

#include <map>
#include <string>

namespace zsb {

class Store;

/// By the hash of a portrait's bytes what was measured on it (ImageFacts::measured).
using MeasuredPortraits = std::map<std::string, std::string, std::less<>>;

/// Of the portraits that applications hold now, so that no bytes are measured twice. Those nobody measured are left
/// out. Thread of the store. Errors: those of Store.
[[nodiscard]] Result<MeasuredPortraits> measuredPortraits(const Store &store);

} // namespace zsb
