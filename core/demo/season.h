#pragma once

#include "core/base/result.h"
#include "core/policy/pack.h"

#include <cstdint>
#include <functional>
#include <stop_token>
#include <string>

namespace zsb {

struct SeasonOptions
{
    int count = 60;
    std::uint64_t seed = 1;
    bool pictures = true;
    /// Share of files with a flaw, of every kind once before any occurs twice. A season with ten times as many people
    /// as there are kinds has every kind, however small the share.
    double flawedShare = 0.02;
    int jobs = 1;
    std::function<void(int done, int total)> progress; ///< called from any thread
    std::stop_token stop;
};

struct SeasonMade
{
    int people = 0;
    int flawed = 0;
    int pictures = 0;
};

/// Writes a made-up season below `folder`: `season.csv` and `season.xlsx` (the same rows), `labels.csv` (what a check
/// should say of which row, apart from hints), `portraits/` and `materials/`. All of it is drawn and made up; the same
/// pack, options, Qt and landmark model give the same bytes, whatever the number of jobs. Pictures need a
/// QGuiApplication for their fonts. Errors: Unreadable (the folder cannot be written), Invalid (the pack lacks a table
/// people are made of), Cancelled.
[[nodiscard]] Result<SeasonMade> makeSeason(const Pack &pack, const SeasonOptions &options, const std::string &folder);

} // namespace zsb
