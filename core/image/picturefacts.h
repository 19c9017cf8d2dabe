#pragma once

#include "core/base/lender.h"
#include "core/base/memorybudget.h"
#include "core/domain/imagefacts.h"
#include "core/image/portraitreader.h"
#include "core/image/scanreading.h"
#include "core/image/sharedmodel.h"

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>

namespace zsb {

/// By the hash of their bytes the measured texts of pictures that need not be measured again; looks of such portraits
/// are not taken either.
struct KnownFigures
{
    using Texts = std::map<std::string, std::string, std::less<>>;
    Texts portraits{};
    Texts materials{};
};

/// What is known of a picture with all that a season keeps of it: its facts, what it looks like and what was measured
/// on it. Every program looks at pictures with this, so that none knows more than another.
///
/// Any number of threads, which share one budget of memory. The landmark model is loaded with the first portrait;
/// without it the figures hold no landmark measure, and the pack says what that means. Same bytes, same facts.
class PictureFacts
{
public:
    enum class Scans : std::uint8_t
    {
        Measured,
        Left, ///< as they are: the workbench measures what is opened
    };

    explicit PictureFacts(std::shared_ptr<SharedModel> model = std::make_shared<SharedModel>(), KnownFigures known = {},
                          Scans scans = Scans::Measured);

    [[nodiscard]] ImageFacts material(const std::string &path); ///< with its look
    [[nodiscard]] ImageFacts page(const std::string &path);     ///< without: it is taken later, by whoever has time
    [[nodiscard]] ImageFacts portrait(const std::string &path);
    /// The same of bytes at hand.
    [[nodiscard]] ImageFacts portraitOf(std::string_view bytes);

private:
    [[nodiscard]] ImageFacts factsOf(const std::string &path);
    void measure(std::string_view bytes, ImageFacts &facts);
    [[nodiscard]] bool isToMeasure(ImageFacts &facts) const;

    std::shared_ptr<SharedModel> m_model;
    const KnownFigures m_known;
    const Scans m_scans;
    Lender<PortraitReader> m_readers;
    MemoryBudget m_memory;
};

/// The text of its figures when the file is whole, even if it cannot be decoded, which is one of them; else empty. Of a
/// picture cut short that is said, and the rest is not the person.
[[nodiscard]] std::string measuredText(const PortraitReading &reading);
/// The same of a material. Of a picture so large that it was not decoded, empty: nothing is known to be wrong with it.
[[nodiscard]] std::string measuredText(const ScanReading &reading);

} // namespace zsb
