#pragma once

#include "app/check/commandline.h"
#include "core/base/result.h"
#include "core/policy/text.h"

#include <cstdint>
#include <optional>
#include <string>

namespace zsb {

// Options that several commands have. What cannot be used is told to `err`, in both languages.

/// Whether there are as many words beside the options as the command takes; `what` they name.
[[nodiscard]] bool hasWords(const CommandLine &line, qsizetype least, std::optional<qsizetype> most,
                            const QString &what, QTextStream &err);
/// Whether an option that is needed has a value.
[[nodiscard]] bool hasOption(const CommandLine &line, const QString &name, QTextStream &err);

/// `--lang zh|en`, Chinese unless asked. Nothing when it is neither.
[[nodiscard]] std::optional<Language> languageOf(const CommandLine &line, QTextStream &err);

/// Whether `--files` is a folder, or needs not be one: not given, or `--no-images`.
[[nodiscard]] bool isFilesFolderUsable(const CommandLine &line, QTextStream &err);

/// Why the pack of `--pack`, or the default one, cannot be used.
void explainPack(QTextStream &err, const Error &error, const CommandLine &line);

/// That of so many picture files not one is in the folder, and how to go on.
void explainNoPictures(QTextStream &err, const std::string &folder, std::int64_t named);

} // namespace zsb
