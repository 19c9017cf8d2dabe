#include "core/rules/rulebook.h"

#include <algorithm>
#include <set>

namespace zsb {
namespace {

using Kind = ParameterSpec::Kind;

bool isOfKind(const Parameters::Value &value, Kind kind)
{
    switch (kind) {
    case Kind::Integer:
        return std::holds_alternative<std::int64_t>(value);
    case Kind::Number:
        return std::holds_alternative<double>(value) || std::holds_alternative<std::int64_t>(value);
    case Kind::Flag:
        return std::holds_alternative<bool>(value);
    case Kind::Text:
        return std::holds_alternative<std::string>(value);
    case Kind::List:
        return std::holds_alternative<std::vector<std::string>>(value);
    }
    return false;
}

/// Collects the problems of one pack's bindings.
class Linter
{
public:
    explicit Linter(const Pack &pack) : m_pack(pack) {}

    void lint(const RuleBinding &binding)
    {
        m_key = binding.id;
        if (!m_seen.insert(binding.id).second)
            report({"编号重复", "the id is used twice"});
        if (binding.guess && binding.severity == Severity::Error)
            report({"没有依据的规则不能是错误级", "a guess may not be an error"});
        for (const std::string &type : binding.types) {
            if (!m_pack.type(type))
                report({"没有考生类型 " + type, "there is no candidate type " + type});
        }
        const Rule *rule = findRule(binding.rule);
        if (!rule) {
            report({"没有规则 " + binding.rule, "there is no rule " + binding.rule});
            return;
        }
        lintParameters(binding, *rule);
        lintReferences(binding.parameters);
        lintMessages(binding, *rule);
    }

    [[nodiscard]] std::vector<PackProblem> take() { return std::move(m_problems); }

private:
    /// Something of the binding, or of what has this key in it.
    void report(Text message, const std::string &key = {})
    {
        m_problems.push_back({.file = "rules.json",
                              .line = 0,
                              .key = key.empty() ? m_key : m_key + '.' + key,
                              .message = std::move(message),
                              .fatal = true});
    }

    void lintParameters(const RuleBinding &binding, const Rule &rule)
    {
        for (const ParameterSpec &spec : rule.parameters) {
            const std::string name(spec.name);
            const Parameters::Value *value = binding.parameters.find(spec.name);
            if (!value)
                report({"缺少参数 " + name, "the parameter " + name + " is missing"});
            else if (!isOfKind(*value, spec.kind))
                report({"参数类型不对：" + name, "the parameter " + name + " is of the wrong kind"});
        }
        for (const auto &[name, value] : binding.parameters.all()) {
            if (std::ranges::find(rule.parameters, std::string_view(name), &ParameterSpec::name) ==
                rule.parameters.end())
                report({"规则没有参数 " + name, "the rule has no parameter " + name});
        }
        lintRanges(binding.parameters);
    }

    /// `minAge` above `maxAge`: every value would be outside.
    void lintRanges(const Parameters &parameters)
    {
        const auto isNumber = [](const Parameters::Value *value) { return value && isOfKind(*value, Kind::Number); };
        for (const auto &[name, value] : parameters.all()) {
            const std::string most = "max" + name.substr(std::min<std::size_t>(3, name.size()));
            const bool isRange = name.starts_with("min") && isNumber(&value) && isNumber(parameters.find(most));
            if (isRange && parameters.number(name) > parameters.number(most))
                report({"大于 " + most, "lies above `" + most + '`'}, "parameters." + name);
        }
    }

    void lintReferences(const Parameters &parameters)
    {
        const Parameters::Value *fields = parameters.find("fields");
        if (fields && isOfKind(*fields, Kind::List)) {
            for (const std::string &id : parameters.list("fields")) {
                if (!fieldFromId(id))
                    report({"没有字段 " + id, "there is no field " + id});
            }
        }
        const Parameters::Value *table = parameters.find("table");
        if (table && isOfKind(*table, Kind::Text) && !m_pack.table(parameters.text("table")))
            report({"没有代码表 " + parameters.text("table"), "there is no table " + parameters.text("table")});
        const Parameters::Value *window = parameters.find("window");
        if (window && isOfKind(*window, Kind::Text) && !m_pack.window(parameters.text("window")))
            report({"没有时间段 " + parameters.text("window"), "there is no window " + parameters.text("window")});
    }

    void lintMessages(const RuleBinding &binding, const Rule &rule)
    {
        for (const auto &[variant, message] : binding.messages) {
            if (message.zh.empty() || message.en.empty())
                report({"提示缺少一种语言：" + variant, "the message '" + variant + "' lacks a language"});
            if (!variant.empty() && std::ranges::find(rule.variants, variant) == rule.variants.end())
                report({"规则没有这种结果：" + variant, "the rule never says '" + variant + "'"});
            lintPlaceholders(message.zh, rule, "messages." + variant + ".zh");
            lintPlaceholders(message.en, rule, "messages." + variant + ".en");
        }
        if (binding.messages.contains(""))
            return;
        if (rule.variants.empty())
            report({"缺少提示", "the message is missing"});
        for (const std::string_view variant : rule.variants) {
            if (!binding.messages.contains(variant))
                report({"缺少提示：" + std::string(variant), "no message for '" + std::string(variant) + "'"});
        }
    }

    void lintPlaceholders(std::string_view message, const Rule &rule, const std::string &key)
    {
        for (Text &wrong : wrongPlaceholders(message, rule.evidence))
            report(std::move(wrong), key);
    }

    const Pack &m_pack;
    std::vector<PackProblem> m_problems;
    std::set<std::string, std::less<>> m_seen;
    std::string m_key;
};

} // namespace

std::vector<PackProblem> lintRules(const Pack &pack)
{
    Linter linter(pack);
    for (const RuleBinding &binding : pack.rules)
        linter.lint(binding);
    return linter.take();
}

} // namespace zsb
