#pragma once

#include "core/policy/text.h"
#include "core/storage/blobcheck.h"
#include "core/storage/chain.h"
#include "core/storage/projectioncheck.h"

#include <QTextStream>

namespace zsb {

/// How much before the first fault is good, for none and one as well.
[[nodiscard]] Text goodBefore(std::int64_t count, const char *unit, const char *things);
/// What verifyLog() found, in Chinese and English. Numbers and hashes only.
void reportLog(QTextStream &out, const LogVerdict &verdict);
/// What verifyProjections() found. Application number and id only: no names, no numbers of persons.
void reportLists(QTextStream &out, const ProjectionVerdict &verdict);
/// What verifyBlobs() found: each bad file with where it lies and what to do, then how many of all are what. Of one
/// that was stopped, how many were not compared.
void reportFiles(QTextStream &out, const FilesVerdict &verdict);
/// The bad files of it alone.
void reportBadFiles(QTextStream &out, const FilesVerdict &verdict);

} // namespace zsb
