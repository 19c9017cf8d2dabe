#include "core/rules/rulesdocument.h"

#include "core/base/calendar.h"
#include "core/rules/evidence.h"
#include "core/rules/rule.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <set>

namespace zsb {
namespace {

void appendPart(std::string &text, std::string_view separator, std::string_view part)
{
    if (!text.empty())
        text += separator;
    text += part;
}

struct ValueText
{
    std::string operator()(std::int64_t value) const { return std::to_string(value); }
    std::string operator()(double value) const
    {
        std::array<char, 32> digits{};
        const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr;
        return {digits.data(), end};
    }
    std::string operator()(bool value) const { return value ? "true" : "false"; }
    std::string operator()(const std::string &value) const { return value; }
    std::string operator()(const std::vector<std::string> &values) const { return joinedIds(values); }
};

void appendSetting(std::string &text, std::string_view name, std::string_view value)
{
    appendPart(text, "; ", name);
    text += " = ";
    text += value;
}

/// The binding's parameters, then what the rule takes from the rest of the pack.
std::string parametersText(const Pack &pack, const RuleBinding &binding)
{
    std::string text;
    for (const auto &[name, value] : binding.parameters.all())
        appendSetting(text, name, std::visit(ValueText{}, value));
    const Rule *rule = findRule(binding.rule);
    for (const Evidence &limit : rule && rule->limits ? rule->limits(pack) : std::vector<Evidence>{})
        appendSetting(text, limit.key, std::visit(ValueText{}, limit.value));
    const Window *window = binding.parameters.find("window") ? pack.window(binding.parameters.text("window")) : nullptr;
    if (window) {
        appendSetting(text, "from", formatInstant(window->from, pack.timeOffset));
        appendSetting(text, "to", formatInstant(window->to, pack.timeOffset));
    }
    return text;
}

std::string typesText(const RuleBinding &binding)
{
    return ValueText{}(binding.types);
}

std::string_view whatOf(const RuleBinding &binding)
{
    const Rule *rule = findRule(binding.rule);
    return rule ? rule->what : std::string_view{};
}

std::string severityText(const RuleBinding &binding)
{
    return std::string(severityId(binding.severity)) + (binding.guess ? " (guess)" : "");
}

std::string readsText(const RuleBinding &binding)
{
    std::string text;
    const Rule *rule = findRule(binding.rule);
    for (const auto fields :
         {rule ? rule->reads : std::span<const Field>{}, rule ? rule->alsoReads : std::span<const Field>{}}) {
        for (const Field field : fields)
            appendPart(text, " ", fieldId(field));
    }
    return text;
}

/// The messages a person can be shown, the general one first; repeated words once.
std::vector<std::pair<std::string, Text>> messagesOf(const RuleBinding &binding)
{
    std::vector<std::pair<std::string, Text>> messages;
    for (const auto &each : binding.messages) {
        if (std::ranges::find(messages, each.second, &std::pair<std::string, Text>::second) == messages.end())
            messages.emplace_back(each);
    }
    return messages;
}

void appendLine(std::string &text, std::string_view label, const std::string &value)
{
    if (value.empty())
        return;
    text += label;
    text += value;
    text += '\n';
}

std::string markdownOf(const Pack &pack, const RuleBinding &binding)
{
    std::string text = "### `" + binding.id + "`\n\n";
    text += binding.title.zh + " · " + binding.title.en + "\n\n";
    text += std::string(whatOf(binding)) + "\n\n";
    text += "> " + binding.quote + "\n\n";
    appendLine(text, "- 条款 clause: ", binding.clause);
    appendLine(text, "- 级别 severity: ", severityText(binding));
    if (binding.rule != binding.id)
        appendLine(text, "- 机制 mechanism: ", '`' + binding.rule + '`');
    appendLine(text, "- 字段 fields: ", readsText(binding));
    appendLine(text, "- 参数 parameters: ", parametersText(pack, binding));
    appendLine(text, "- 类型 types: ", typesText(binding));
    for (const auto &[variant, message] : messagesOf(binding))
        text += "- 提示 message" + (variant.empty() ? "" : " (" + variant + ")") + ": " + message.zh + " / " +
                message.en + "\n";
    appendLine(text, "- 说明 note: ", binding.note);
    return text + '\n';
}

} // namespace

std::string rulesMarkdown(const Pack &pack)
{
    std::set<std::string> mechanisms;
    for (const RuleBinding &binding : pack.rules)
        mechanisms.insert(binding.rule);
    std::string text = "# 规则 Rules: " + pack.name.zh + " · " + pack.name.en + "\n\n";
    text += "`zsb-check rules --markdown --pack " + pack.id + "` writes this page; do not edit it.\n\n";
    text += std::to_string(pack.rules.size()) + " bindings of " + std::to_string(mechanisms.size()) +
            " mechanisms. The quote stands word for word in the pack's sources. A rule passes, fails, does not apply, "
            "or asks a person (needs-review); it never applies to a column the source does not have. `guess` marks "
            "what the exam office has yet to confirm: it only warns.\n\n";
    text += "| rule | clause | severity | 规则 |\n| --- | --- | --- | --- |\n";
    for (const RuleBinding &binding : pack.rules)
        text += "| `" + binding.id + "` | " + binding.clause + " | " + severityText(binding) + " | " +
                binding.title.zh + " |\n";
    text += '\n';
    for (const RuleBinding &binding : pack.rules)
        text += markdownOf(pack, binding);
    text.pop_back();
    return text;
}

std::string rulesListing(const Pack &pack)
{
    std::string text;
    for (const RuleBinding &binding : pack.rules) {
        text += binding.id + "  " + binding.clause + "  " + severityText(binding) + '\n';
        text += "    " + binding.title.zh + " / " + binding.title.en + '\n';
        text += "    “" + binding.quote + "”\n";
        appendLine(text, "    ", parametersText(pack, binding));
    }
    return text;
}

std::string ruleExplanation(const Pack &pack, const RuleBinding &binding)
{
    std::string text = binding.id + "\n" + binding.title.zh + " / " + binding.title.en + "\n\n";
    text += std::string(whatOf(binding)) + "\n\n";
    appendLine(text, "条款 clause      ", binding.clause);
    appendLine(text, "原文 quote       ", "“" + binding.quote + "”");
    appendLine(text, "级别 severity    ", severityText(binding));
    appendLine(text, "机制 mechanism   ", binding.rule);
    appendLine(text, "字段 fields      ", readsText(binding));
    appendLine(text, "参数 parameters  ", parametersText(pack, binding));
    appendLine(text, "类型 types       ", typesText(binding));
    appendLine(text, "说明 note        ", binding.note);
    text += "\n提示 messages\n";
    for (const auto &[variant, message] : messagesOf(binding))
        text += "  " + (variant.empty() ? std::string("*") : variant) + "\n    " + message.zh + "\n    " + message.en +
                "\n";
    return text;
}

} // namespace zsb
