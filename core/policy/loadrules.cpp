#include "core/policy/packparts.h"

namespace zsb {
namespace {

std::optional<Parameters::Value> valueOf(const JsonNode &node)
{
    switch (node.kind) {
    case JsonNode::Kind::Boolean:
        return node.boolean;
    case JsonNode::Kind::Integer:
        return node.integer;
    case JsonNode::Kind::Number:
        return node.number;
    case JsonNode::Kind::String:
        return node.string;
    case JsonNode::Kind::Array: {
        std::vector<std::string> list;
        for (const JsonNode &element : node.items) {
            if (element.kind != JsonNode::Kind::String)
                return std::nullopt;
            list.push_back(element.string);
        }
        return list;
    }
    case JsonNode::Kind::Null:
    case JsonNode::Kind::Object:
        return std::nullopt;
    }
    return std::nullopt;
}

void readParameters(ObjectReader &reader, Parameters &parameters)
{
    reader.object(
        "parameters",
        [&](ObjectReader &all) {
            for (const JsonNode &each : all.node().items) {
                (void)all.take(each.key);
                if (auto value = valueOf(each))
                    parameters.set(each.key, std::move(*value));
                else
                    all.problem(each.key, {"应为数、文本、true/false 或文本的数组",
                                           "must be a number, a text, true or false, or an array of texts"});
            }
        },
        false);
}

void readMessages(ObjectReader &reader, RuleBinding &binding)
{
    reader.object("messages", [&](ObjectReader &all) {
        for (const JsonNode &each : all.node().items)
            binding.messages.emplace(each.key, all.bilingual(each.key, std::nullopt)); // lintRules() knows the rule
    });
    if (!binding.messages.contains(std::string()))
        reader.problem("messages", {"缺少通用说明（键为 \"\"）", "the general message (key \"\") is missing"});
}

RuleBinding readBinding(ObjectReader &reader)
{
    RuleBinding binding;
    binding.rule = reader.text("rule");
    binding.id = reader.optionalText("id");
    if (binding.id.empty())
        binding.id = binding.rule;
    reader.reading().claim("binding", binding.id, reader.place(reader.node().member("id") ? "id" : "rule"));
    binding.title = reader.bilingual("title");
    binding.clause = reader.reference("clause", PackTarget::Clause);
    binding.quote = reader.reference("quote", PackTarget::Quote);
    binding.severity = reader.choice<Severity>(
        "severity", {{"error", Severity::Error}, {"warning", Severity::Warning}, {"info", Severity::Info}});
    binding.guess = reader.optionalFlag("guess", false);
    if (binding.guess && binding.severity == Severity::Error)
        reader.problem("severity",
                       {"未经证实的规定只能警告，不能是 error", "a guess may only warn, never be an error"});
    binding.types = reader.references("types", PackTarget::Type);
    readParameters(reader, binding.parameters);
    readMessages(reader, binding);
    binding.note = reader.optionalText("note");
    return binding;
}

} // namespace

void loadRules(PackReading &reading)
{
    eachObject(reading, "rules.json", [&](ObjectReader &reader) { reading.pack.rules.push_back(readBinding(reader)); });
}

} // namespace zsb
