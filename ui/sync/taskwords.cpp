#include "ui/sync/taskwords.h"

#include "core/workflow/offers.h"

#include <algorithm>

namespace zsb {

QString TaskWords::field(const ApplicationState &state, Field field)
{
    const auto found = state.fields.find(field);
    return found == state.fields.end() ? QString() : QString::fromStdString(found->second);
}

QList<PlainRow> TaskWords::rows(const TaskLook &look, const SyncRows &rows, const RefusalWords &refusal)
{
    QList<PlainRow> all;
    for (const TaskFile &file : look.files) {
        PlainRow row = look.query.kind == TaskKind::Major ? major(file, rows) : change(file, rows);
        row.id = QString::fromStdString(file.file.id.value);
        row.cells = QStringList{QString::fromStdString(file.file.number), QString::fromStdString(file.file.name),
                                rows.type(file.state.typeId)} +
                    row.cells + QStringList{progress(file, rows, refusal)};
        if (file.op && !file.op->refusal.empty())
            row.tone = Tone::Warning;
        all.append(row);
    }
    return all;
}

PlainRow TaskWords::major(const TaskFile &file, const SyncRows &rows)
{
    const bool isChosen = file.state.majorChosenAt.has_value();
    const QString what = isChosen ? tr("已选：%1").arg(field(file.state, Field::BachelorMajor))
                                  : tr("专科：%1").arg(field(file.state, Field::JuniorMajor));
    return {{what, until(rows.pack().window("choice"), rows)}, isChosen ? Tone::Ok : Tone::Info, {}};
}

/// The last request and what became of it; before the first one, what may be asked for.
PlainRow TaskWords::change(const TaskFile &file, const SyncRows &rows)
{
    const CandidateType *type = rows.pack().type(file.state.typeId);
    const ConversionRequest *pending = pendingConversion(file.state);
    if (!pending && file.state.conversions.empty()) {
        QStringList to;
        const Window *window = nullptr;
        for (const Conversion &conversion : type ? type->conversions : std::vector<Conversion>()) {
            to.append(rows.type(conversion.to));
            window = conversion.window.empty() ? window : rows.pack().window(conversion.window);
        }
        return {{tr("可变更为：%1").arg(to.join(tr("、"))), until(window, rows)}, Tone::Neutral, {}};
    }
    const ConversionRequest &last = pending ? *pending : file.state.conversions.back();
    const QString name = conversionName(last.conversionId, rows);
    switch (last.state) {
    case RequestState::Pending:
        return {{tr("等待答复：%1").arg(name), QString()}, Tone::Info, {}};
    case RequestState::Accepted:
        return {{tr("已变更：%1").arg(name), QString()}, Tone::Ok, {}};
    case RequestState::Declined:
        break;
    }
    return {
        {tr("没有同意（%1）：%2").arg(QString::fromStdString(last.decisionNote), name), QString()}, Tone::Warning, {}};
}

QString TaskWords::whose(const ApplicationState &state, const SyncRows &rows)
{
    return tr("%1（报名号 %2），现在是：%3")
        .arg(field(state, Field::Name), QString::fromStdString(state.applicationNo), rows.type(state.typeId));
}

QString TaskWords::request(const ApplicationState &state, const ConversionRequest &request, const SyncRows &rows)
{
    const CandidateType *type = rows.pack().type(state.typeId);
    const Conversion *conversion = type ? type->conversion(request.conversionId) : nullptr;
    return tr("申请变更为“%1”（%2）。%3 由 %4 提出，理由：%5")
        .arg(conversion ? rows.type(conversion->to) : QString(), conversionName(request.conversionId, rows),
             rows.moment(request.at), rows.person(request.actor), QString::fromStdString(request.note));
}

QString TaskWords::shownAnew(const ApplicationState &state, const Conversion &conversion, const SyncRows &rows)
{
    const auto namesOf = [&](const MaterialUse &use) {
        QStringList names;
        for (const std::string &slot : use.oneOf)
            names.append(rows.slot(slot));
        return names.join(tr(" 或 "));
    };
    const auto isThere = [&](const MaterialUse &use) {
        return std::ranges::any_of(use.oneOf, [&](const std::string &slot) {
            const auto found = state.materials.find(slot);
            return found != state.materials.end() && !found->second.empty();
        });
    };
    const auto isProof = [&](const MaterialUse &use) {
        return std::ranges::any_of(conversion.materials,
                                   [&](const MaterialUse &proof) { return proof.oneOf == use.oneOf; });
    };
    QStringList proofs;
    for (const MaterialUse &use : conversion.materials)
        proofs.append(namesOf(use));
    QStringList later;
    const CandidateType *to = rows.pack().type(conversion.to);
    for (const MaterialUse &use : to ? to->materials : std::vector<MaterialUse>()) {
        if (use.required && !isThere(use) && !isProof(use))
            later.append(namesOf(use));
    }
    for (const FieldUse &use : to ? to->fields : std::vector<FieldUse>()) {
        if (use.required && field(state, use.field).isEmpty() && use.field != Field::CandidateType)
            later.append(rows.field(use.field));
    }
    QStringList words;
    words.append(proofs.isEmpty() ? tr("申请不需要凭证。") : tr("申请时要出示：%1。").arg(proofs.join(tr("、"))));
    words.append(later.isEmpty() ? tr("已有的材料和信息够用，不用补交。")
                                 : tr("变更后还要补：%1。").arg(later.join(tr("、"))));
    words.append(conversion.trigger == "certificate" ? tr("由审核人答复，同意前类型不变。")
                                                     : tr("提出后立即变更，档案回到填报，重新提交后从头审批。"));
    return words.join(u'\n');
}

QString TaskWords::conversionName(const std::string &id, const SyncRows &rows)
{
    for (const CandidateType &type : rows.pack().types) {
        if (const Conversion *conversion = type.conversion(id))
            return rows.name(conversion->name);
    }
    return QString::fromStdString(id);
}

QString TaskWords::until(const Window *window, const SyncRows &rows)
{
    if (!window)
        return {};
    const QString day = rows.moment(window->to);
    return window->guess ? tr("%1（以通知为准）").arg(day) : day;
}

QString TaskWords::progress(const TaskFile &file, const SyncRows &rows, const RefusalWords &refusal)
{
    if (!file.op)
        return tr("待办");
    if (file.op->refusal.empty())
        return rows.progress(*file.op);
    const auto code = fromId<RefusalCode>(file.op->refusal);
    if (!code)
        return tr("服务器没有接受（%1）").arg(QString::fromStdString(file.op->refusal));
    Refusal why{*code, {}};
    for (const auto &[key, value] : file.op->details)
        why.details.push_back({key, value});
    return tr("服务器没有接受：%1").arg(refusal(why));
}

QString TaskWords::summary(const TaskLook &look)
{
    if (look.query.kind != TaskKind::Major) {
        const auto waiting = std::ranges::count_if(
            look.files, [](const TaskFile &file) { return pendingConversion(file.state) != nullptr; });
        QString words =
            waiting > 0 ? tr("有 %n 份变更申请等待答复。", nullptr, int(waiting)) : tr("没有等待答复的变更申请。");
        return look.isCut ? words + tr("只列出了一部分，请用查找缩小。") : words;
    }
    const auto due = std::ranges::count_if(look.files, [](const TaskFile &file) { return !file.state.majorChosenAt; });
    QString words = due > 0 ? tr("有 %n 名考生要选择拟报本科专业。", nullptr, int(due))
                            : tr("没有要选择拟报本科专业的考生：已通过审批、报名时没有选专业的才在这里。");
    if (look.isCut)
        words += tr("只列出了一部分，请用查找缩小。");
    return words;
}

} // namespace zsb
