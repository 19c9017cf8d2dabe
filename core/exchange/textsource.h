#pragma once

#include "core/exchange/bytesource.h"
#include "core/exchange/tablereader.h"

#include <memory>
#include <string>
#include <string_view>

namespace zsb {

/// What one pass over a text file found out.
struct TextSurvey
{
    TextEncoding encoding = TextEncoding::Utf8;
    std::size_t markBytes = 0;  ///< length of the byte-order mark
    std::int64_t badPlaces = 0; ///< places that break the encoding
    std::int64_t nulBytes = 0;  ///< of single-byte encodings
    bool looksLikeText = true;  ///< false: too many control bytes
};

/// Reads the file to its end and tells how it is encoded. A byte-order mark decides; then NUL bytes in every other
/// place (UTF-16 without a mark); then strictly valid UTF-8; then UTF-8 with fewer than one broken place in ten
/// characters; otherwise GB 18030. `name` overrules all but the mark's length. Errors: Invalid (unknown name),
/// Unreadable, NotFound.
[[nodiscard]] Result<TextSurvey> surveyText(const std::string &path, std::string_view name);

/// The file as UTF-8 without its byte-order mark. Broken UTF-8 passes as it is; broken text of another encoding
/// comes as U+FFFD.
[[nodiscard]] Result<std::unique_ptr<ByteSource>> openText(const std::string &path, const TextSurvey &survey);

/// `text` with every broken byte as U+FFFD, and how many places that were.
struct RepairedText
{
    std::string text;
    int badPlaces = 0;
};
[[nodiscard]] RepairedText repairUtf8(std::string_view text);

} // namespace zsb
