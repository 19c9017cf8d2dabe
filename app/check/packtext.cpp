#include "app/check/packtext.h"

#include <QStringList>
#include <QTextStream>

#include <algorithm>

namespace zsb {
namespace {

using namespace Qt::StringLiterals;

QString q(const std::string &text)
{
    return QString::fromStdString(text);
}

QString both(const Text &text)
{
    return q(text.zh) + u" / "_s + q(text.en);
}

QString shortened(const std::string &value)
{
    static constexpr qsizetype longest = 80;
    const QString text = q(value).simplified();
    return text.size() <= longest ? text : text.left(longest) + u'…';
}

QString stepsOf(const CandidateType &type)
{
    QStringList steps;
    for (const Step step : type.steps)
        steps << QString::fromLatin1(stepId(step).data(), qsizetype(stepId(step).size()));
    return steps.join(u" → "_s);
}

QString materialsOf(const CandidateType &type)
{
    QStringList all;
    for (const MaterialUse &use : type.materials) {
        QStringList names;
        for (const std::string &slot : use.oneOf)
            names << q(slot);
        all << names.join(u" | "_s) + (use.required ? QString() : u" (optional)"_s) +
                   (use.guess ? u" (guess)"_s : QString());
    }
    return all.join(u"; "_s);
}

void describeTypes(const Pack &pack, QTextStream &out)
{
    out << u"\n考生类型 types\n"_s;
    for (const CandidateType &type : pack.types) {
        out << u"  "_s << q(type.id) << u"  "_s << both(type.name) << u"\n      "_s << stepsOf(type) << u"\n      "_s
            << materialsOf(type) << u'\n';
        for (const Conversion &conversion : type.conversions)
            out << u"      → "_s << q(conversion.to) << u"  "_s << both(conversion.name) << u'\n';
    }
}

void describeCalendar(const Pack &pack, QTextStream &out)
{
    out << u"\n时段 calendar\n"_s;
    for (const Window &window : pack.calendar) {
        out << u"  "_s << q(window.id) << u"  "_s << q(formatInstant(window.from, pack.timeOffset)) << u" – "_s
            << q(formatInstant(window.to, pack.timeOffset)) << (window.guess ? u"  (guess)"_s : QString()) << u'\n';
    }
}

void describeLimits(const Pack &pack, QTextStream &out)
{
    out << u"\n限制 limits\n  fee %1.%2\n"_s.arg(qlonglong(pack.feeFen / 100))
               .arg(qlonglong(pack.feeFen % 100), 2, 10, QChar(u'0'));
    for (const PortraitProfile &profile : pack.portraitProfiles) {
        out << u"  "_s << (profile.id == pack.portraitProfile ? u"* "_s : u"  "_s) << q(profile.id)
            << u"  %1–%2 × %3–%4 px, %5–%6 bytes\n"_s.arg(profile.minWidthPx)
                   .arg(profile.maxWidthPx)
                   .arg(profile.minHeightPx)
                   .arg(profile.maxHeightPx)
                   .arg(profile.minBytes)
                   .arg(profile.maxBytes);
    }
    out << u"  materials: at most %1 bytes\n"_s.arg(pack.materialLimits.maxBytes);
}

void describeTables(const Pack &pack, QTextStream &out)
{
    out << u"\n码表 tables\n"_s;
    for (const auto &[id, table] : pack.tables) {
        const auto guesses = std::ranges::count_if(table.codes(), &Code::guess);
        out << u"  %1  %2"_s.arg(q(id)).arg(table.codes().size());
        if (guesses > 0)
            out << u"  (guess: %1)"_s.arg(guesses);
        out << u'\n';
    }
    const Catalogue &catalogue = pack.catalogue;
    out << u"  catalogue  %1 → %2 → %3 (%4)\n"_s.arg(catalogue.juniorMajors().size())
               .arg(catalogue.bachelorMajors().size())
               .arg(catalogue.categories().size())
               .arg(catalogue.coverage() == Catalogue::Coverage::Complete ? u"complete"_s : u"partial"_s);
}

void describeWords(const Pack &pack, QTextStream &out)
{
    out << u"\n条款 clauses %1, 规则 rules %2, 原因 reasons %3, 须知 notices %4, 表单 forms %5, 文本 texts %6\n"_s
               .arg(pack.clauses.size())
               .arg(pack.rules.size())
               .arg(pack.reasons.size())
               .arg(pack.notices.size())
               .arg(pack.forms.size())
               .arg(pack.texts.size());
    out << u"\n只警告的推测 guesses that only warn\n"_s;
    for (const RuleBinding &rule : pack.rules) {
        if (rule.guess)
            out << u"  "_s << q(rule.id) << u"  "_s << both(rule.title) << u'\n';
    }
}

} // namespace

QString problemLine(const PackProblem &problem)
{
    return (problem.fatal ? QString() : u"提示 remark: "_s) + q(problemText(problem));
}

QString changeLine(const PackChange &change)
{
    const QString place = change.key.empty() ? q(change.file) : q(change.file) + u' ' + q(change.key);
    switch (change.kind) {
    case PackChange::Kind::Added:
        return u"+ "_s + place + (change.after.empty() ? QString() : u": "_s + shortened(change.after));
    case PackChange::Kind::Removed:
        return u"- "_s + place + (change.before.empty() ? QString() : u": "_s + shortened(change.before));
    case PackChange::Kind::Changed:
        return u"~ "_s + place + u": "_s + shortened(change.before) + u" → "_s + shortened(change.after);
    }
    return place;
}

QString packDescription(const Pack &pack)
{
    QString description;
    QTextStream out(&description);
    out << q(pack.id) << u' ' << q(pack.version) << u"  "_s << both(pack.name) << u"\nsha256 "_s << q(pack.hash)
        << u'\n';
    out << both(pack.province) << u"; "_s << both(pack.examName) << u'\n';
    describeTypes(pack, out);
    describeCalendar(pack, out);
    describeLimits(pack, out);
    describeTables(pack, out);
    describeWords(pack, out);
    out.flush();
    return description;
}

} // namespace zsb
