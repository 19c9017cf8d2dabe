#pragma once

#include "core/policy/candidatetype.h"
#include "core/policy/catalogue.h"
#include "core/policy/codetable.h"
#include "core/policy/portraitlimit.h"
#include "core/policy/rulebinding.h"
#include "core/policy/scanpolicy.h"
#include "core/policy/text.h"

#include <chrono>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace zsb {

/// A field of the form as this pack words it.
struct FieldInfo
{
    enum class Kind
    {
        Text,
        Code,   ///< of `table`
        Number, ///< document number, phone, postal code: digits and letters, compared folded
        Date,   ///< YYYY-MM-DD
        Month,  ///< YYYY-MM
        Moment, ///< RFC 3339 with offset
        YesNo,  ///< 1 or 0
        File,
    };

    Field field = Field::Name;
    Text label;
    std::vector<std::string> synonyms; ///< further header words under which imports may call it
    Kind kind = Kind::Text;
    std::string table;         ///< for Kind::Code
    std::size_t maxLength = 0; ///< code points; 0: no limit
    bool personal = true;      ///< masked and never logged
    bool unchangeable = false; ///< once chosen (A1.4.5.1)
    std::string clause;
};

/// A kind of identity document (A1.1.1).
struct DocumentType
{
    std::string code;
    Text name;
    std::vector<std::string> aliases;
    std::string pattern;                ///< regular expression for the whole folded number
    std::string checksum;               ///< `gb11643` or empty
    bool derivesBirthAndSex = false;    ///< laid out like an 18-digit resident number
    bool checksRegion = false;          ///< digits 1–6 are a region code of some year
    Text retired;                       ///< why it is no longer accepted; empty: accepted
    std::vector<std::string> specimens; ///< published specimen numbers that must pass
    bool guess = false;                 ///< not sourced that the exam takes it: may only warn
};

/// A place in which candidates upload one kind of paper.
struct MaterialSlot
{
    std::string id;
    Text name;
    Text note; ///< what the picture must show
    std::string clause;
    std::string form; ///< id of the form text that can be downloaded and filled; empty: none
};

/// Limits of every uploaded material (A1.5.2–A1.5.4).
struct MaterialLimits
{
    std::vector<std::string> formats; ///< imageFormatId()s
    std::int64_t maxBytes = 0;
};

/// A span of time in which something may be done; both ends included. `daily…` are minutes since midnight, local.
struct Window
{
    std::string id;
    Text name;
    Instant from{};
    Instant to{};
    int dailyFrom = 0;
    int dailyTo = 24 * 60;
    std::string clause;
    std::string source;
    bool guess = false;
};

/// A set of limits on portraits (A2.2). `strictBytes` is the lower reading of an ambiguous limit: above it warns.
struct PortraitProfile
{
    std::string id;
    Text name;
    std::vector<std::string> formats;
    std::int64_t minBytes = 0;
    std::int64_t maxBytes = 0;
    std::int64_t strictBytes = 0;
    int minWidthPx = 0;
    int maxWidthPx = 0;
    int minHeightPx = 0;
    int maxHeightPx = 0;
    std::map<std::string, double, std::less<>> measures; ///< further limits by name, for the portrait checks
    std::string source;
};

/// What findings filed under one id stand on. Refers to the pack.
struct FindingBasis
{
    const Text &title;
    std::string_view clause;
    std::string_view quote;
    Severity severity = Severity::Error;
};

/// A clause of the regulation, numbered; `by` says which rule, transition, form or screen carries it out.
struct Clause
{
    std::string id;
    std::string quote;    ///< verbatim, stands in `document`
    std::string document; ///< file below sources/
    Text says;
    std::vector<std::string> by;
};

/// Why a file was returned or refused (one text for all reviewers), and what it reopens.
struct Reason
{
    std::string code; ///< forever: 101
    Text text;        ///< may hold {field}, {material}
    std::string clause;
    std::string target; ///< `portrait`, `material`, `material:SLOT`, `field:FIELD[,FIELD]`, `type`, `step`, `any`
    bool needsNote = false;
    std::vector<std::string> rules; ///< bindings whose findings suggest it
};

/// One item of 考生须知 (A1.4.1.0).
struct Notice
{
    int number = 0;
    Text text;
    std::string clause;
};

/// The words of a printed form or pledge.
struct FormText
{
    std::string id;
    Text title;
    std::vector<Text> paragraphs;
    std::string clause;
    bool guess = false;
};

/// Where the signed paper goes (A1.7.4).
struct ArchiveRoute
{
    std::string id;
    Text destination;
    std::vector<std::string> steps; ///< `printed`, `signed`, `stamped`, `handed-in`, in order
    std::string clause;
    bool guess = false;
};

/// A role of staff that reviews; `supervises` settles doubts and disputes.
struct Role
{
    std::string id;
    Text name;
    bool supervises = false;
};

/// How review is done; defaults are nobody's rule, the pack sets all of them.
struct ReviewPolicy
{
    std::vector<Role> roles;
    bool fourEyes = true;            ///< a later stage and the settling of a doubt or dispute need a different person
    std::chrono::seconds hold{10};   ///< how long a decision can be undone by who made it
    std::chrono::minutes claim{120}; ///< how long a claimed file stays with its reviewer
    std::chrono::days correction{3}; ///< deadline proposed when a file is returned
    bool siteChangeBySupervisor = false;
};

/// One exam season of one province as data. Loaded once by loadPack(), then immutable and shared by reference; read
/// from any thread. Code knows none of what it says.
struct Pack
{
    std::string id;      ///< nm-2023
    std::string version; ///< of the pack itself, e.g. 2023.1
    std::string hash;    ///< sha256 over every file: what decisions are recorded under
    Text name;
    std::string examId;
    Text examName;
    Text province;
    std::chrono::minutes timeOffset{0}; ///< east of Greenwich

    std::vector<CandidateType> types;
    std::vector<FieldInfo> fields;
    std::map<std::string, CodeTable, std::less<>> tables;
    std::vector<DocumentType> documentTypes;
    std::string defaultDocumentType; ///< meant when the document type is not given
    Catalogue catalogue;
    std::vector<MaterialSlot> materialSlots;
    MaterialLimits materialLimits;
    std::vector<Window> calendar;
    std::int64_t feeFen = 0;
    std::string feeSource;
    std::vector<PortraitProfile> portraitProfiles;
    std::string portraitProfile; ///< the one that counts
    std::vector<PortraitLimit> portraitLimits;
    ScanPolicy scan;
    std::vector<Clause> clauses;
    std::vector<RuleBinding> rules;
    std::vector<Reason> reasons;
    std::vector<Notice> notices;
    std::vector<FormText> forms;
    std::vector<ArchiveRoute> archiveRoutes;
    ReviewPolicy review;
    std::map<std::string, Text, std::less<>> texts;
    std::map<std::string, std::string, std::less<>> sources; ///< file name below sources/ → text

    /// By id, name or alias; null if none.
    [[nodiscard]] const CandidateType *type(std::string_view idOrName) const;
    [[nodiscard]] const FieldInfo &field(Field field) const; ///< every pack describes every field
    [[nodiscard]] const CodeTable *table(std::string_view id) const;
    [[nodiscard]] const DocumentType *documentType(std::string_view codeOrName) const;
    [[nodiscard]] const MaterialSlot *slot(std::string_view idOrName) const;
    [[nodiscard]] const Window *window(std::string_view id) const;
    [[nodiscard]] const PortraitProfile *profile(std::string_view id) const;
    [[nodiscard]] const Clause *clause(std::string_view id) const;
    [[nodiscard]] const Reason *reason(std::string_view code) const;
    [[nodiscard]] const FormText *form(std::string_view id) const;
    [[nodiscard]] const ArchiveRoute *archiveRoute(std::string_view id) const;
    [[nodiscard]] const Role *role(std::string_view id) const;
    [[nodiscard]] const RuleBinding *binding(std::string_view id) const;
    /// Of a binding, or of the first limit on measures with that id; none of findings about how a table is written.
    [[nodiscard]] std::optional<FindingBasis> basis(std::string_view rule) const;
    /// The text under a key of texts.json; the key itself when there is none, so that a gap is seen.
    [[nodiscard]] Text text(std::string_view key) const;
};

/// `{key}` replaced from the evidence; unknown keys stay as they are, to be seen.
[[nodiscard]] std::string fillTemplate(std::string_view text, const std::vector<Evidence> &evidence);

/// A message in words: things are called as the pack calls them, not by the ids that stand in the evidence.
[[nodiscard]] std::string worded(const Text &message, const std::vector<Evidence> &evidence, const Pack &pack,
                                 Language language);

} // namespace zsb
