#pragma once

#include "app/check/commandline.h"
#include "core/policy/text.h"

#include <optional>

namespace zsb {

// Options that several commands have. What cannot be used is told to `err`, in both languages.

/// `--lang zh|en`, Chinese unless asked. Nothing when it is neither.
[[nodiscard]] std::optional<Language> languageOf(const CommandLine &line, QTextStream &err);

/// Whether `--files` is a folder, or needs not be one: not given, or `--no-images`.
[[nodiscard]] bool isFilesFolderUsable(const CommandLine &line, QTextStream &err);

} // namespace zsb
