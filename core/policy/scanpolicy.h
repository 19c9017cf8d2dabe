#pragma once

#include "core/domain/finding.h"
#include "core/policy/measurebound.h"
#include "core/policy/placeholders.h"
#include "core/policy/text.h"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace zsb {

/// What a pack makes of the measures of a material: when all bounds speak, the clause is not kept, or a person should
/// look. Several limits may share an id; the first that speaks gives the finding. A guess only warns.
struct ScanLimit
{
    std::string id; ///< findings are filed under it: `scan.sharp`
    std::string clause;
    std::string quote; ///< verbatim words of a document in the pack's `sources/`
    Severity severity = Severity::Warning;
    Outcome outcome = Outcome::NeedsReview; ///< or Fail
    bool guess = false;
    std::vector<std::string> forSlots; ///< material slots it belongs to; empty: all
    std::vector<MeasureBound> when;
    Text title;
    Text message; ///< `{value}`, `{limit}` and the measures' ids stand for evidence
};

/// A rectangle on a sheet of paper, in mm from its upper left corner.
struct PaperBox
{
    double left = 0;
    double top = 0;
    double width = 0;
    double height = 0;
    bool operator==(const PaperBox &) const = default;
};

/// A named place on a paper.
struct PaperRegion
{
    std::string id;
    Text name;
    PaperBox box;
};

/// A seal or signature that a paper must bear.
struct PaperMark
{
    enum class Kind
    {
        Seal,
        Signature,
    };

    Kind kind = Kind::Seal;
    std::string region;             ///< of the same paper; empty: anywhere on it (seals only)
    int count = 1;                  ///< how many at least
    std::vector<std::string> types; ///< candidate types that need it; empty: all
    std::string clause;
    std::string quote;
    Severity severity = Severity::Warning;
    bool guess = false;
};

/// A field whose text stands on a paper, for comparing with the form. Without a region it is looked for everywhere.
struct PaperText
{
    Field field = Field::Name;
    std::string region;
    std::string clause; ///< under which a difference is told
};

/// What is told of marks: where a seal still counts, and below which value it is faint, cut or nothing. Data of the
/// pack, with a reason for each.
struct MarkLimits
{
    double reachMm = 0;        ///< a seal so far beside its region belongs to it
    double faintInk = 0;       ///< below: faint; 1 is full ink
    double wholeSeal = 0;      ///< share of a seal on page and picture; below: cut off
    double leastSignature = 0; ///< pen ink as a share of the region; below: not signed
    bool operator==(const MarkLimits &) const = default;
};

/// What is expected of the paper in one slot.
struct ScanPaper
{
    std::string slot;
    double widthMm = 0; ///< as printed; 0: not known
    double heightMm = 0;
    std::optional<PaperBox> frame; ///< the outer lines of its printed table, by which regions are found
    bool guess = false;            ///< the layout is not from a source
    std::vector<PaperRegion> regions;
    std::vector<PaperMark> marks;
    std::vector<PaperText> texts;
    MarkLimits limits; ///< the same for every paper of a pack

    [[nodiscard]] const PaperRegion *region(std::string_view id) const; ///< null if none
};

/// scan.json: what the measures of materials mean (A1.5.2–A1.5.7, A3.2, A3.3).
struct ScanPolicy
{
    std::vector<ScanLimit> limits;
    std::vector<ScanPaper> papers;
    std::map<std::string, Text, std::less<>> messages; ///< of marks and texts, by scanMessageKeys()

    [[nodiscard]] const ScanPaper *paper(std::string_view slot) const; ///< null if none
    [[nodiscard]] Text message(std::string_view key) const;            ///< the key itself when there is none
};

/// The messages a pack with papers has to give.
[[nodiscard]] const std::vector<std::string_view> &scanMessageKeys();
/// What is filled into one of them: `place`; of marks `limit`, how many there must be; `value`, unless no seal can be
/// told.
[[nodiscard]] Placeholders scanMessagePlaceholders(std::string_view key);

} // namespace zsb
