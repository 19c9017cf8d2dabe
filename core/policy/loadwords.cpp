#include "core/policy/packparts.h"

#include <algorithm>
#include <array>

namespace zsb {
namespace {

/// `by` of a clause: `rule:ID` and `form:ID` must exist; the others are names.
void checkWhoCarriesOut(RowReader &row, const Clause &clause)
{
    static constexpr std::array<std::string_view, 5> names = {"data:", "image:", "screen:", "service:", "transition:"};
    const PackReading &reading = row.reading();
    for (const std::string &by : clause.by) {
        const bool isName = std::ranges::any_of(names, [&](std::string_view prefix) { return by.starts_with(prefix); });
        const bool isKnown = (by.starts_with("rule:") && reading.has("binding", by.substr(5))) ||
                             (by.starts_with("form:") && reading.has("form", by.substr(5)));
        if (!isName && !isKnown)
            row.reading().remark(row.place("by"), {"没有“" + by + "”", "there is no \"" + by + "\""});
    }
    if (clause.by.empty())
        row.reading().remark(row.place("by"), {"没有说明由什么执行", "nothing is said to carry this clause out"});
}

bool isTarget(const PackReading &reading, std::string_view target)
{
    static constexpr std::array<std::string_view, 5> words = {"portrait", "material", "type", "step", "any"};
    if (target.starts_with("material:"))
        return reading.has("slot", std::string(target.substr(9)));
    if (!target.starts_with("field:"))
        return std::ranges::find(words, target) != words.end();
    std::string list(target.substr(6));
    std::ranges::replace(list, ',', '|');
    return std::ranges::all_of(splitList(list), [](const auto &id) { return fieldFromId(id).has_value(); });
}

void loadClauses(PackReading &reading)
{
    eachRow(reading, "clauses.csv", {"id", "document", "quote", "says_zh", "says_en", "by"}, [&](RowReader &row) {
        Clause clause;
        clause.id = row.text("id");
        reading.claim("clause", clause.id, row.place("id"));
        clause.document = row.text("document");
        reading.refer(PackTarget::Source, clause.document, row.place("document"));
        clause.quote = row.text("quote");
        const auto source = reading.files.find("sources/" + clause.document);
        const bool isFound =
            source == reading.files.end() || quoteKey(source->second).find(quoteKey(clause.quote)) != std::string::npos;
        if (!isFound)
            row.problem("quote", {"原文中没有这段引文", "these words do not stand in the document"});
        clause.says = {row.words("says_zh"), row.words("says_en")};
        clause.by = splitList(row.cell("by"));
        checkWhoCarriesOut(row, clause);
        reading.pack.clauses.push_back(std::move(clause));
    });
}

void loadReasons(PackReading &reading)
{
    eachRow(reading, "reasons.csv", {"code", "text_zh", "text_en", "clause", "target", "needs_note", "rules"},
            [&](RowReader &row) {
                Reason reason;
                reason.code = row.text("code");
                reading.claim("reason", reason.code, row.place("code"));
                reason.text = {row.words("text_zh", reasonPlaceholders), row.words("text_en", reasonPlaceholders)};
                reason.clause = row.cell("clause");
                reading.refer(PackTarget::Clause, reason.clause, row.place("clause"));
                reason.target = row.text("target");
                if (!isTarget(reading, reason.target))
                    row.problem("target", {"没有“" + reason.target + "”", "there is no \"" + reason.target + "\""});
                reason.needsNote = row.flag("needs_note");
                reason.rules = splitList(row.cell("rules"));
                for (const std::string &rule : reason.rules)
                    reading.refer(PackTarget::Binding, rule, row.place("rules"));
                reading.pack.reasons.push_back(std::move(reason));
            });
}

void loadNotices(PackReading &reading)
{
    eachObject(reading, "notices.json", [&](ObjectReader &reader) {
        Notice notice;
        notice.number = int(reader.integer("number"));
        reading.claim("notice", std::to_string(notice.number), reader.place("number"));
        notice.text = {reader.words("zh"), reader.words("en")};
        notice.clause = reader.reference("clause", PackTarget::Clause);
        reading.pack.notices.push_back(std::move(notice));
    });
}

void loadForms(PackReading &reading)
{
    eachObject(reading, "forms.json", [&](ObjectReader &reader) {
        FormText form;
        form.id = reader.text("id");
        reading.claim("form", form.id, reader.place("id"));
        form.title = reader.bilingual("title");
        reader.each("paragraphs", [&](ObjectReader &each) {
            form.paragraphs.push_back({each.words("zh"), each.words("en")});
        });
        form.clause = reader.reference("clause", PackTarget::Clause);
        form.guess = reader.optionalFlag("guess", false);
        reading.pack.forms.push_back(std::move(form));
    });
}

void loadTexts(PackReading &reading)
{
    oneObject(reading, "texts.json", [&](ObjectReader &reader) {
        for (const JsonNode &each : reader.node().items) {
            const bool isClause = each.key.starts_with("clause.");
            reading.pack.texts.emplace(
                each.key, reader.bilingual(each.key, isClause ? Placeholders(clausePlaceholders) : Placeholders{}));
        }
    });
}

void loadSources(PackReading &reading)
{
    static constexpr std::string_view folder = "sources/";
    for (const auto &[file, bytes] : reading.files) {
        if (file.starts_with(folder))
            reading.pack.sources.emplace(file.substr(folder.size()), bytes);
    }
    if (reading.pack.sources.empty())
        reading.problem({"sources", 0, {}}, {"没有任何文件原文", "there is no source document"});
}

} // namespace

void loadWords(PackReading &reading)
{
    loadSources(reading);
    loadForms(reading);
    loadClauses(reading);
    loadReasons(reading);
    loadNotices(reading);
    loadTexts(reading);
}

} // namespace zsb
