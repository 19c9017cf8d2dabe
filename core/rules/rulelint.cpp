#include "core/policy/portraitjudge.h"
#include "core/policy/scanlimitjudge.h"
#include "core/rules/documentnumber.h"
#include "core/rules/rulebook.h"

#include <algorithm>
#include <iterator>
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

std::set<std::string_view> valuesOf(const CodeTable &table, std::string_view attribute)
{
    std::set<std::string_view> values;
    for (const Code &code : table.codes()) {
        if (const std::string_view value = code.attribute(attribute); !value.empty())
            values.insert(value);
    }
    return values;
}

/// Whether a specimen that the check digit is asked of has it.
bool isChecked(const DocumentType &type, std::string_view specimen)
{
    const FoldedCode folded(specimen);
    const auto number = parseResidentNumber(folded.view());
    return type.checksum != "gb11643" || !number || residentCheckDigit(folded.view().substr(0, 17)) == number->check;
}

/// Specimens are there to pass: one that fails its check digit says that the type asks for the wrong thing.
void lintSpecimens(const Pack &pack, std::vector<PackProblem> &problems)
{
    for (const DocumentType &type : pack.documentTypes) {
        for (const std::string &specimen : type.specimens) {
            if (!isChecked(type, specimen))
                problems.push_back({.file = "pack.json",
                                    .key = "document_types." + type.code + ".specimens",
                                    .message = {"样例号码的校验位不对：" + specimen,
                                                "the check digit of a specimen is wrong: " + specimen}});
        }
    }
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
            else if (spec.kind == Kind::Integer && std::get<std::int64_t>(*value) < 0)
                report({"不能为负数", "must not be negative"}, "parameters." + name);
            else if (spec.codes)
                lintCodes(*value, *spec.codes, "parameters." + name);
        }
        for (const auto &[name, value] : binding.parameters.all()) {
            if (std::ranges::find(rule.parameters, std::string_view(name), &ParameterSpec::name) ==
                rule.parameters.end())
                report({"规则没有参数 " + name, "the rule has no parameter " + name});
        }
        lintRanges(binding.parameters);
        lintAttribute(binding.parameters);
    }

    /// A code nobody can have: everybody would fail, or pass.
    void lintCodes(const Parameters::Value &value, Field field, const std::string &key)
    {
        const std::string &id = m_pack.field(field).table;
        const CodeTable *table = m_pack.table(id);
        const auto *one = std::get_if<std::string>(&value);
        const std::vector<std::string> codes = one ? std::vector{*one} : std::get<std::vector<std::string>>(value);
        for (const std::string &code : codes) {
            if (!table || !table->byCode(code))
                report({"码表 " + id + " 没有代码 " + code, "the table " + id + " has no code " + code}, key);
        }
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

    /// A column of a table, and what is looked for in it: with a misspelt one a rule would pass, or refuse, everybody.
    void lintAttribute(const Parameters &parameters)
    {
        const Parameters::Value *attribute = parameters.find("attribute");
        const Parameters::Value *named = parameters.find("table");
        const bool areTexts = attribute && named && isOfKind(*attribute, Kind::Text) && isOfKind(*named, Kind::Text);
        const CodeTable *table = areTexts ? m_pack.table(parameters.text("table")) : nullptr;
        if (!table)
            return;
        const std::set<std::string_view> values = valuesOf(*table, parameters.text("attribute"));
        if (values.empty()) {
            report({"码表没有这一列", "the table has no such column"}, "parameters.attribute");
            return;
        }
        const Parameters::Value *inside = parameters.find("inside");
        if (inside && isOfKind(*inside, Kind::Text))
            lintScopes(*table, parameters.text("attribute"), parameters.text("inside"));
        const Parameters::Value *kinds = parameters.find("kinds");
        if (!kinds || !isOfKind(*kinds, Kind::List))
            return;
        for (const std::string &kind : parameters.list("kinds")) {
            if (!values.contains(kind))
                report({"码表没有“" + kind + "”", "no row of the table has \"" + kind + "\""}, "parameters.kinds");
        }
    }

    /// Every row lies inside or, in the word of the types' `college_scope`, outside.
    void lintScopes(const CodeTable &table, std::string_view attribute, const std::string &inside)
    {
        constexpr std::string_view outside = "outside";
        if (!valuesOf(table, attribute).contains(inside))
            report({"码表的这一列没有这个值", "no row of the table has this value"}, "parameters.inside");
        for (const Code &code : table.codes()) {
            const std::string_view value = code.attribute(attribute);
            if (!value.empty() && value != inside && value != outside)
                m_problems.push_back({.file = "tables/" + table.id() + ".csv",
                                      .key = code.code + '.' + std::string(attribute),
                                      .message = {"“" + std::string(value) + "”既不是区内也不是区外",
                                                  "\"" + std::string(value) + "\" is neither inside nor outside"}});
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
    std::vector<PackProblem> problems = linter.take();
    lintSpecimens(pack, problems);
    return problems;
}

std::vector<PackProblem> lintPack(const Pack &pack)
{
    std::vector<PackProblem> problems;
    for (auto *lint : {lintRules, lintPortraitLimits, lintScanPolicy})
        std::ranges::move(lint(pack), std::back_inserter(problems));
    return problems;
}

} // namespace zsb
