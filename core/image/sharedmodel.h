#pragma once

#include "core/image/portraitreader.h"

#include <memory>
#include <mutex>

namespace zsb {

/// The landmark model of this machine, some 100 MB, loaded once for all who measure and when the first one asks. Any
/// thread.
class SharedModel
{
public:
    /// Null: it is not installed.
    [[nodiscard]] std::shared_ptr<const LandmarkModel> get()
    {
        std::call_once(m_loading, [this] {
            if (auto model = LandmarkModel::load(LandmarkModel::defaultPath()))
                m_model = *std::move(model);
        });
        return m_model;
    }

private:
    std::once_flag m_loading;
    std::shared_ptr<const LandmarkModel> m_model;
};

} // namespace zsb
