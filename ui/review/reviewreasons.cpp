#include "ui/review/reviewrows.h"

#include "core/domain/finding.h"
#include "core/workflow/workflow.h"

#include <algorithm>
#include <set>

using namespace Qt::StringLiterals;

namespace zsb {

namespace {

using Findings = std::vector<const Finding *>;

std::string_view stepOf(Field field)
{
    if (field == Field::IdentityCollectedAt)
        return "step:identity";
    return field == Field::PaymentState ? "step:payment" : std::string_view();
}

/// What a finding is about, as the items of reasons.
std::vector<std::string> itemsOf(const Finding &finding)
{
    std::vector<std::string> items;
    for (const Evidence &evidence : finding.evidence) {
        const auto *slot = std::get_if<std::string>(&evidence.value);
        if (slot && evidence.key == "slot")
            items.push_back(materialItem(*slot));
    }
    for (const Field field : finding.fields) {
        if (field == Field::Portrait)
            items.emplace_back(portraitItem);
        else if (field == Field::CandidateType)
            items.emplace_back(typeItem);
        else if (!stepOf(field).empty())
            items.emplace_back(stepOf(field));
        else
            items.push_back("field:" + std::string(fieldId(field)));
    }
    return items;
}

bool concerns(const Finding &finding, const std::string &item)
{
    const std::vector<std::string> items = itemsOf(finding);
    return std::ranges::find(items, item) != items.end();
}

/// What a candidate can read and act on: not what names somebody else's application, nor what only a reviewer can tell.
bool isForNotice(const Finding &finding)
{
    const bool namesOthers =
        std::ranges::any_of(finding.evidence, [](const Evidence &one) { return one.key == "other"; });
    return !namesOthers && finding.outcome != Outcome::NeedsReview;
}

/// The items that the findings are about, as few as explain them all: where one is wrong in itself, what only does not
/// go with it is left alone.
std::vector<std::string> wrongAmong(const std::vector<std::string> &usable, const Findings &findings)
{
    std::set<std::string> wrong;
    const auto here = [&](const Finding *finding) {
        std::vector<std::string> items = itemsOf(*finding);
        std::erase_if(items, [&](const std::string &item) { return std::ranges::find(usable, item) == usable.end(); });
        return items;
    };
    for (const Finding *finding : findings) {
        if (const auto items = here(finding); items.size() == 1)
            wrong.insert(items.front());
    }
    for (const Finding *finding : findings) {
        const auto items = here(finding);
        if (std::ranges::none_of(items, [&](const std::string &item) { return wrong.contains(item); }))
            wrong.insert(items.begin(), items.end());
    }
    std::vector<std::string> inOrder;
    std::ranges::copy_if(usable, std::back_inserter(inOrder), [&](const auto &item) { return wrong.contains(item); });
    return inOrder;
}

QString joined(const std::vector<std::string> &items)
{
    QStringList keys;
    for (const std::string &item : items)
        keys.append(qtext(item));
    return keys.join(u',');
}

} // namespace

QString ReviewRows::reasonText(const Reason &reason, const QString &target) const
{
    QString text = m_words.text(reason.text);
    text.replace("{field}"_L1, target);
    text.replace("{material}"_L1, target);
    return text;
}

/// As many of the complaints as a remark has room for.
QString ReviewRows::complaints(const std::vector<const Finding *> &findings) const
{
    QString text;
    for (const Finding *finding : findings) {
        const QString one = qtext(m_words.language() == Language::Chinese ? finding->messageZh : finding->messageEn);
        const QString longer = text.isEmpty() ? one : tr("%1；%2").arg(text, one);
        if (!isForNotice(*finding) || longer.size() > ReasonRow::longestNote)
            continue;
        text = longer;
    }
    return text;
}

/// One choice: these items, in the words of the reason, and what the checks say of them. No items: all the pack names.
ReasonTarget ReviewRows::targetOf(const Reason &reason, const std::vector<std::string> &items,
                                  const std::vector<std::string> &named,
                                  const std::vector<const Finding *> &findings) const
{
    QStringList names;
    for (const std::string &item : items.empty() ? named : items)
        names.append(m_words.item(item));
    Findings about;
    std::ranges::copy_if(findings, std::back_inserter(about), [&](const Finding *finding) {
        return items.empty() ||
               std::ranges::any_of(items, [&](const std::string &item) { return concerns(*finding, item); });
    });
    const QString name = names.join(tr("、"));
    return {joined(items), name, reasonText(reason, name), complaints(about)};
}

/// What the reason can be about in this file, and which of it the checks speak for.
void ReviewRows::setTargets(const FileView &file, const Reason &reason, const std::vector<const Finding *> &findings,
                            const QString &onScreen, ReasonRow &row) const
{
    const std::vector<std::string> usable = targetsOf(file.state, m_pack, reason);
    const bool mustName = reason.target == "material" || reason.target == "step";
    const std::vector<std::string> named = usable.empty() ? std::vector{reason.target} : usable;
    const std::vector<std::string> found = wrongAmong(usable, findings);
    if (!mustName || usable.empty())
        row.targets.append(targetOf(reason, {}, named, findings));
    if (mustName || usable.size() > 1) {
        for (const std::string &item : usable)
            row.targets.append(targetOf(reason, {item}, named, findings));
    }
    const bool isAll = !mustName && found.size() == usable.size();
    if (found.size() > 1 && !isAll)
        row.targets.append(targetOf(reason, found, named, findings));
    const QString wanted = isAll ? QString() : found.empty() ? u"material:"_s + onScreen : joined(found);
    const auto place = std::ranges::find(row.targets, wanted, &ReasonTarget::items);
    row.target = place == row.targets.end() ? 0 : int(place - row.targets.begin());
    row.note = findings.empty() ? QString() : row.about().found;
}

QList<ReasonRow> ReviewRows::reasons(const FileView &file, Judgement judgement, const QString &onScreen,
                                     const std::function<QString(const std::string &)> &initials) const
{
    const CandidateType *type = m_pack.type(file.state.typeId);
    std::vector<const Reason *> ordered;
    const auto place = [&](const Reason *reason) {
        if (reason && std::ranges::find(ordered, reason) == ordered.end())
            ordered.push_back(reason);
    };
    if (type) {
        for (const std::string &code : type->usualReasons)
            place(m_pack.reason(code));
    }
    for (const Reason &reason : m_pack.reasons)
        place(&reason);
    QList<ReasonRow> rows;
    for (const Reason *reason : ordered) {
        if (judgement == Judgement::Return && targetsOf(file.state, m_pack, *reason).empty())
            continue; // there is nothing it could open
        Findings findings;
        for (const Finding &finding : file.findings) {
            if (!isResolved(file.state, finding) &&
                std::ranges::find(reason->rules, finding.rule) != reason->rules.end())
                findings.push_back(&finding);
        }
        ReasonRow row;
        row.code = qtext(reason->code);
        row.clause = m_words.clause(reason->clause);
        row.needsNote = reason->needsNote;
        row.pinyin = initials(reason->text.zh);
        row.suggested = !findings.empty();
        setTargets(file, *reason, findings, onScreen, row);
        rows.append(row);
    }
    // What the checks speak for comes under the first digits; the rest keeps its order, so that fingers can learn.
    std::stable_partition(rows.begin(), rows.end(), [](const ReasonRow &row) { return row.suggested; });
    return rows;
}

QString ReviewRows::notice(const ApplicationState &state, const QList<ReasonRow> &chosen, Judgement judgement,
                           const QDate &deadline) const
{
    const auto name = state.fields.find(Field::Name);
    const QString who = name == state.fields.end() ? QString() : qtext(name->second);
    QStringList lines;
    lines.append(tr("%1（报名号 %2）：").arg(who, qtext(state.applicationNo)));
    if (judgement == Judgement::Return)
        lines.append(
            tr("你的报名需要补正，请在 %1（含当日）前一次改好下列各项：").arg(deadline.toString(tr("yyyy年M月d日"))));
    else
        lines.append(tr("你的报名未通过资格审核，原因如下："));
    if (chosen.isEmpty())
        lines.append(tr("（选了原因，这里就会列出。）"));
    int number = 0;
    for (const ReasonRow &row : chosen) {
        const ReasonTarget about = row.about();
        QString line = tr("%1. %2：%3").arg(QString::number(++number), about.name, about.text);
        if (!row.clause.isEmpty())
            line += tr("（%1）").arg(row.clause);
        if (!row.note.trimmed().isEmpty())
            line += tr(" %1").arg(row.note.trimmed());
        lines.append(line);
    }
    return lines.join(u'\n');
}

} // namespace zsb
