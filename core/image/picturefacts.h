#pragma once

#include "core/base/lender.h"
#include "core/base/memorybudget.h"
#include "core/domain/imagefacts.h"
#include "core/image/portraitreader.h"
#include "core/image/sharedmodel.h"

#include <map>
#include <memory>
#include <string>
#include <string_view>

namespace zsb {

/// What is known of a picture with all that a season keeps of it: its facts, what it looks like and, of a portrait,
/// what was measured on it. Every program looks at portraits with this, so that none knows more than another.
///
/// Any number of threads, which share one budget of memory. The landmark model is loaded with the first portrait;
/// without it the figures hold no landmark measure, and the pack says what that means. Same bytes, same facts.
class PictureFacts
{
public:
    /// By their hash the measured texts of portraits that need not be measured again; their look is not taken either.
    using Known = std::map<std::string, std::string, std::less<>>;

    explicit PictureFacts(std::shared_ptr<SharedModel> model = std::make_shared<SharedModel>(), Known known = {});

    [[nodiscard]] ImageFacts material(const std::string &path);
    [[nodiscard]] ImageFacts portrait(const std::string &path);
    /// The same of bytes at hand.
    [[nodiscard]] ImageFacts portraitOf(std::string_view bytes);

private:
    [[nodiscard]] ImageFacts factsOf(const std::string &path);
    void measure(std::string_view bytes, ImageFacts &facts);

    std::shared_ptr<SharedModel> m_model;
    const Known m_known;
    Lender<PortraitReader> m_readers;
    MemoryBudget m_memory;
};

/// The text of its figures when the file is whole, even if it cannot be decoded, which is one of them; else empty. Of a
/// picture cut short that is said, and the rest is not the person.
[[nodiscard]] std::string measuredText(const PortraitReading &reading);

} // namespace zsb
