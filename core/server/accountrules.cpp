#include "core/server/accountrules.h"

#include "core/base/text.h"
#include "core/rules/documentnumber.h"
#include "core/rules/personkeys.h"

#include <QString>

#include <algorithm>
#include <array>
#include <set>

namespace zsb {
namespace {

/// What guessers try first, in lower case.
constexpr std::array<std::string_view, 30> firstGuesses = {
    "password",  "password1", "passw0rd",  "p@ssw0rd",  "iloveyou",   "a1234567", "a12345678", "a123456789",
    "aa123456",  "abc12345",  "abc123456", "abcd1234",  "admin123",   "admin888", "qq123456",  "q1w2e3r4",
    "1q2w3e4r",  "1qaz2wsx",  "zaq12wsx",  "woaini520", "woaini1314", "5201314a", "5211314a",  "123456aa",
    "123456abc", "12345678a", "1234qwer",  "qwer1234",  "asdf1234",   "wang1234"};
/// In the order of counting and of keyboards.
constexpr std::array<std::string_view, 5> rows = {"01234567890", "abcdefghijklmnopqrstuvwxyz", "qwertyuiop",
                                                  "asdfghjkl", "zxcvbnm"};
constexpr std::size_t fewestSigns = 4;

bool isRow(std::string_view text)
{
    const std::string back(text.rbegin(), text.rend());
    return std::ranges::any_of(rows, [&](std::string_view row) {
        return row.find(text) != std::string_view::npos || row.find(back) != std::string_view::npos;
    });
}

bool isCommon(std::string_view password)
{
    std::string lower;
    for (const char c : password)
        lower += char(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
    const std::set<char> signs(lower.begin(), lower.end());
    return signs.size() < fewestSigns || isRow(lower) || std::ranges::find(firstGuesses, lower) != firstGuesses.end();
}

bool overlaps(std::string_view password, std::string_view number)
{
    constexpr std::size_t telling = 6;
    return !number.empty() && (password.find(number) != std::string_view::npos ||
                               (password.size() >= telling && number.find(password) != std::string_view::npos));
}

/// Beginning and end may be anything; the day itself is no secret.
bool isBirthDate(std::string_view password, std::string_view number)
{
    const std::optional<ResidentNumber> resident = parseResidentNumber(number);
    if (!resident || !resident->birth)
        return false;
    const std::string_view whole = number.substr(6, 8);
    std::string digits;
    for (const char c : password) {
        if (c >= '0' && c <= '9')
            digits += c;
    }
    return digits == whole || digits == whole.substr(2);
}

std::string passwordProblem(const AccountForm &form, const AccountRules &rules)
{
    const std::string password = composedPassword(form.password);
    const std::size_t length = codePointCount(password);
    if (length < std::size_t(rules.passwordLeast))
        return "too-short";
    if (length > std::size_t(rules.passwordMost))
        return "too-long";
    const std::string folded = codeKey(password);
    const std::string number = codeKey(form.documentNumber);
    if (overlaps(folded, number))
        return "is-the-number";
    if (overlaps(folded, phoneKey(form.phone)))
        return "is-the-phone";
    if (isBirthDate(folded, number))
        return "is-the-birth-date";
    return isCommon(password) ? "common" : "";
}

/// Whether the rule speaks of nothing but what is typed here.
bool isOurs(const Finding &finding)
{
    static constexpr std::array ours = {Field::DocumentType, Field::DocumentNumber, Field::Phone};
    return !finding.fields.empty() && std::ranges::all_of(finding.fields, [](Field field) {
        return std::ranges::find(ours, field) != ours.end();
    });
}

std::string memberOf(const Finding &finding)
{
    switch (finding.fields.front()) {
    case Field::Phone:
        return "phone";
    case Field::DocumentType:
        return "document_type";
    default:
        return "document_number";
    }
}

/// What the pack says of number and phone. A phone no message reaches is refused here where a file only warns of it.
void addFindings(FormProblems &problems, const Record &record, const RuleBook &book, Instant now)
{
    for (const Finding &finding : book.checkAll(record, now)) {
        const bool counts = finding.severity == Severity::Error || finding.fields.front() == Field::Phone;
        if (isOurs(finding) && finding.outcome == Outcome::Fail && counts)
            problems.emplace(memberOf(finding), finding.rule);
    }
}

void needText(FormProblems &problems, const char *member, std::string_view text)
{
    if (trimmed(text).empty())
        problems.emplace(member, "missing");
}

} // namespace

std::string composedPassword(std::string_view password)
{
    return QString::fromUtf8(password.data(), qsizetype(password.size()))
        .normalized(QString::NormalizationForm_C)
        .toStdString();
}

FormProblems problemsOfPhone(std::string_view phone, const RuleBook &book, Instant now)
{
    FormProblems problems;
    needText(problems, "phone", phone);
    Record record;
    record.set(Field::Phone, phone);
    addFindings(problems, record, book, now);
    std::erase_if(problems, [](const auto &problem) { return problem.first != "phone"; });
    return problems;
}

FormProblems problemsOf(const AccountForm &form, const RuleBook &book, const AccountRules &rules, Instant now,
                        bool numberTwice)
{
    FormProblems problems;
    needText(problems, "document_type", form.documentType);
    needText(problems, "document_number", form.documentNumber);
    needText(problems, "phone", form.phone);
    Record record;
    record.set(Field::DocumentType, form.documentType);
    record.set(Field::DocumentNumber, form.documentNumber);
    record.set(Field::Phone, form.phone);
    addFindings(problems, record, book, now);
    if (numberTwice && codeKey(form.documentNumber) != codeKey(form.documentNumberAgain))
        problems.emplace("document_number_again", "differs");
    if (std::string problem = passwordProblem(form, rules); !problem.empty())
        problems.emplace("password", std::move(problem));
    if (composedPassword(form.password) != composedPassword(form.passwordAgain))
        problems.emplace("password_again", "differs");
    return problems;
}

} // namespace zsb
