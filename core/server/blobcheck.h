#pragma once

#include "core/image/sharedmodel.h"
#include "core/policy/pack.h"
#include "core/server/arrivals.h"

#include <memory>
#include <string>
#include <string_view>

namespace zsb {

/// Looks at files when they come, whatever their sender said of them. One for each reading thread.
class BlobCheck
{
public:
    /// Without a model nothing that needs landmarks is measured.
    explicit BlobCheck(std::shared_ptr<SharedModel> model) : m_model(std::move(model)) {}

    /// Measured and judged by the pack; a material by the limits that every slot shares.
    [[nodiscard]] BlobVerdict look(std::string_view bytes, std::string_view purpose, const Pack &pack);

private:
    std::shared_ptr<SharedModel> m_model;
    std::unique_ptr<PortraitReader> m_portraits; ///< made when the first one comes
};

/// A copy for the screen of at most 60 kB, as JPEG. Errors: Invalid (not a picture), Refused (a bomb).
[[nodiscard]] Result<std::string> previewOf(std::string_view bytes);

} // namespace zsb
