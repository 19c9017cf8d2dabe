#pragma once

#include "core/base/result.h"
#include "core/image/facefinder.h"

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace zsb {

/// A word as read, with its box in px of the picture.
struct ReadWord
{
    std::string text;
    double confidence = 0; ///< 0–100, as the engine says
    int line = 0;          ///< words of one line share it
    int left = 0;
    int top = 0;
    int width = 0;
    int height = 0;
};

enum class TextKind : std::uint8_t
{
    Chinese,
    Digits, ///< 0–9 and X only
};

enum class TextShape : std::uint8_t
{
    Line,
    Page,
};

/// The part that is Tesseract, behind a plain interface. It is optional twice over: at build time, and by the language
/// data of its own packages at run time.
///
/// One a thread. Costs about 30 MB; a line takes some 20 ms, a page a second or more: off the GUI thread.
class TextReader
{
public:
    /// Whether this build knows how to read at all.
    [[nodiscard]] static bool isBuilt();
    /// Errors: NotFound (not built in, or no Chinese language data here).
    [[nodiscard]] static Result<std::unique_ptr<TextReader>> open();

    ~TextReader();
    TextReader(const TextReader &) = delete;
    TextReader &operator=(const TextReader &) = delete;

    [[nodiscard]] std::vector<ReadWord> read(const GreyView &picture, TextKind kind, TextShape shape);

private:
    struct Engines;
    explicit TextReader(std::unique_ptr<Engines> engines);
    std::unique_ptr<Engines> d;
};

} // namespace zsb
