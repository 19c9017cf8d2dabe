#pragma once

#include "core/domain/field.h"
#include "core/domain/finding.h"
#include "core/image/scanreading.h"
#include "core/image/textreader.h"
#include "core/policy/scanpolicy.h"

#include <string>
#include <string_view>
#include <vector>

namespace zsb {

/// What the form says, to be found on the paper.
struct ExpectedText
{
    Field field = Field::Name;
    std::string text;
};

/// What was read in its place. A hint with its box, never a decision.
struct ReadText
{
    enum class State : std::uint8_t
    {
        Right,
        Unsure,
        Different, ///< another text, and sure of it
    };

    Field field = Field::Name;
    State state = State::Unsure;
    std::string text; ///< as read; personal
    double confidence = 0;
    ShareBox box;
};
[[nodiscard]] std::string_view readStateId(ReadText::State state); ///< right, unsure, different

/// Reads the fields that the paper's layout says stand on it and compares them with what is expected: in their region
/// where it is known, anywhere else. ID numbers are read twice, once with digits only, and count as different only when
/// both readings agree and the check digit is right. `reading` is that of the same bytes and paper.
[[nodiscard]] std::vector<ReadText> readTexts(std::string_view bytes, const ScanPaper &paper,
                                              const ScanReading &reading, const std::vector<ExpectedText> &expected,
                                              TextReader &reader);

/// A finding for each text that differs: `scan.text`, a person should compare. Neither text is in it.
[[nodiscard]] std::vector<Finding> judgeTexts(const std::vector<ReadText> &texts, const ScanPaper &paper,
                                              const ScanPolicy &policy);

/// GB 11643: 17 digits and a check character.
[[nodiscard]] bool isCheckedIdNumber(std::string_view number);

} // namespace zsb
