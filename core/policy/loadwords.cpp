#include "core/policy/packparts.h"

namespace zsb {
namespace {

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
        clause.says = {row.text("says_zh"), row.text("says_en")};
        clause.by = splitList(row.cell("by"));
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
                reason.text = {row.text("text_zh"), row.text("text_en")};
                reason.clause = row.cell("clause");
                reading.refer(PackTarget::Clause, reason.clause, row.place("clause"));
                reason.target = row.text("target");
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
        notice.text = {reader.text("zh"), reader.text("en")};
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
            form.paragraphs.push_back({each.text("zh"), each.text("en")});
        });
        form.clause = reader.reference("clause", PackTarget::Clause);
        form.guess = reader.optionalFlag("guess", false);
        reading.pack.forms.push_back(std::move(form));
    });
}

void loadTexts(PackReading &reading)
{
    oneObject(reading, "texts.json", [&](ObjectReader &reader) {
        for (const JsonNode &each : reader.node().items)
            reading.pack.texts.emplace(each.key, reader.bilingual(each.key));
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
    loadClauses(reading);
    loadReasons(reading);
    loadNotices(reading);
    loadForms(reading);
    loadTexts(reading);
}

} // namespace zsb
