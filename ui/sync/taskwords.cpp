#include "ui/sync/taskwords.h"

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
        PlainRow row = major(file, rows);
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
    const auto due = std::ranges::count_if(look.files, [](const TaskFile &file) { return !file.state.majorChosenAt; });
    QString words = due > 0 ? tr("有 %n 名考生要选择拟报本科专业。", nullptr, int(due))
                            : tr("没有要选择拟报本科专业的考生：已通过审批、报名时没有选专业的才在这里。");
    if (look.isCut)
        words += tr("只列出了一部分，请用查找缩小。");
    return words;
}

} // namespace zsb
