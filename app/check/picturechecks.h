#pragma once

#include "core/batch/filefacts.h"
#include "core/batch/lender.h"
#include "core/image/portraitreader.h"
#include "core/rules/rulebook.h"

#include <memory>
#include <mutex>

namespace zsb {

/// How the pictures of a table are looked at: what they are and look like, and what is measured to be wrong with
/// portraits. The landmark model is loaded with the first portrait. Any number of threads.
class PictureChecks
{
public:
    explicit PictureChecks(std::shared_ptr<const RuleBook> book);

    // This object must outlive what they return.
    [[nodiscard]] ImageInspector materials() const;
    [[nodiscard]] PortraitInspector portraits();

private:
    [[nodiscard]] CheckedPortrait portrait(const std::string &path);

    std::shared_ptr<const RuleBook> m_book;
    std::once_flag m_loading;
    std::shared_ptr<const LandmarkModel> m_model;
    Lender<PortraitReader> m_readers;
};

} // namespace zsb
