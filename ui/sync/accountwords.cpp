#include "ui/sync/accountwords.h"

#include "core/protocol/problem.h"
#include "ui/sync/syncface.h"

namespace zsb {
namespace {

QString qtext(const std::string &utf8)
{
    return QString::fromStdString(utf8);
}

} // namespace

QList<PlainRow> AccountWords::accounts(const AccountList &list, const SyncRows &rows)
{
    QList<PlainRow> all;
    for (const AccountView &one : list.accounts) {
        const bool isActive = one.state == "active";
        all.append({{isActive ? tr("使用中") : tr("已停用"), rows.documentType(one.documentType),
                     qtext(one.documentNumber), qtext(one.phone), rows.moment(one.created), rows.moment(one.lastLogin)},
                    isActive ? Tone::Ok : Tone::Neutral,
                    qtext(one.account)});
    }
    return all;
}

QList<PlainRow> AccountWords::history(const AccountView &account, const SyncRows &rows)
{
    QList<PlainRow> all;
    for (const AccountEvent &one : account.history) {
        const QString by = one.actor.empty()  ? tr("考生本人")
                           : one.role.empty() ? rows.person({one.actor})
                                              : tr("%1（%2）").arg(rows.person({one.actor}), role(one.role, rows));
        all.append(
            {{rows.moment(one.at), event(one.kind), by, one.evidence.empty() ? QString() : tr("有"), qtext(one.note)},
             Tone::Neutral,
             {}});
    }
    return all;
}

QString AccountWords::wish(AccountWish wish)
{
    switch (wish) {
    case AccountWish::Find:
        return tr("查找账号");
    case AccountWish::Assist:
        return tr("代为注册");
    case AccountWish::Reset:
        return tr("重设密码");
    case AccountWish::Reclaim:
        return tr("收回被占用的号码");
    }
    return {};
}

QString AccountWords::role(const std::string &id, const SyncRows &rows)
{
    if (id == "registrar")
        return tr("院校登记员");
    if (id == "county")
        return tr("旗县招生办");
    return rows.role(id);
}

QString AccountWords::event(const std::string &kind)
{
    if (kind == "registered")
        return tr("自己注册");
    if (kind == "assisted")
        return tr("现场代为注册");
    if (kind == "reset")
        return tr("自己重设密码");
    if (kind == "reset-in-person")
        return tr("现场重设密码");
    if (kind == "reclaimed")
        return tr("现场收回号码后新开");
    if (kind == "lost")
        return tr("号码被持证人收回，停用");
    if (kind == "taken-over")
        return tr("接管");
    return qtext(kind);
}

QString AccountWords::problem(const AccountReport &report)
{
    if (report.problem.empty())
        return {};
    if (report.inDoubt)
        return tr("没有收到回答，不知道是否已办成：先查一次这个号码，看历史再决定，不要直接重办。");
    QStringList words;
    for (const auto &[name, what] : report.details) {
        if (const QString one = defect(name, what); !one.isEmpty())
            words.append(one);
    }
    if (words.isEmpty())
        words.append(refusal(report.problem));
    return words.join(QLatin1Char('\n'));
}

QString AccountWords::refusal(const std::string &problem)
{
    if (problem == "paused")
        return tr("同步已暂停：先点“立即同步”，再办这件事。");
    if (problem == "evidence-unreadable")
        return tr("凭证文件读不出来：请重新选择。");
    if (problem == "evidence-too-large")
        return tr("凭证文件超过 1 MB：请用较低的分辨率重新扫描。");
    if (const auto trouble = fromId<SyncTrouble>(problem))
        return tr("没有联系上服务器，什么也没有改。%1%2")
            .arg(SyncWords::trouble(*trouble), SyncWords::remedy(*trouble));
    switch (fromId<ProblemType>(problem).value_or(ProblemType::Internal)) {
    case ProblemType::BadRequest:
        return tr("请填证件号码或手机号。");
    case ProblemType::InvalidToken:
        return tr("登录已过期：请重新登录，再办一次。");
    case ProblemType::ForbiddenScope:
        return tr("不在您的职责范围内：考生账号由院校登记员或旗县招生办办理。");
    case ProblemType::NotFound:
        return tr("账号与证件号码对不上，或账号已停用：请重新查找。");
    case ProblemType::Conflict:
        return tr("内容已被他人更改：请重新查找。");
    case ProblemType::MissingBlobs:
        return tr("凭证没有传到服务器：请再办一次。");
    case ProblemType::RateLimited:
        return tr("请求过于频繁，请稍候再试。");
    case ProblemType::Maintenance:
        return tr("服务器维护中，请稍后再试。");
    case ProblemType::StorageFull:
        return tr("服务器存储空间不足，请告诉管理员。");
    default:
        return tr("服务器没有办理（%1）。").arg(qtext(problem));
    }
}

QString AccountWords::member(const std::string &name)
{
    if (name == "document_type")
        return tr("证件类型");
    if (name == "document_number")
        return tr("证件号码");
    if (name == "document_number_again")
        return tr("再填证件号码");
    if (name == "phone")
        return tr("手机号");
    if (name == "password")
        return tr("密码");
    if (name == "password_again")
        return tr("再填密码");
    if (name == "evidence")
        return tr("凭证");
    if (name == "note")
        return tr("说明");
    return {};
}

/// Empty for a detail that is no member of the form.
QString AccountWords::defect(const std::string &name, const std::string &what)
{
    const QString field = member(name);
    if (field.isEmpty())
        return {};
    if (what == "missing")
        return tr("%1：没有填。").arg(field);
    if (what == "differs")
        return tr("%1：两次不一致。").arg(field);
    if (what == "too-short")
        return tr("%1：太短。").arg(field);
    if (what == "too-long")
        return tr("%1：太长。").arg(field);
    if (what == "is-the-number" || what == "is-the-phone" || what == "is-the-birth-date")
        return tr("%1：不能与证件号码、手机号或出生日期相同。").arg(field);
    if (what == "common")
        return tr("%1：太常见，容易被猜到。").arg(field);
    if (what == "occupied")
        return tr("%1：已有账号。核对证件后可以收回号码或重设密码。").arg(field);
    if (what == "taken")
        return tr("%1：已绑定另一个账号。").arg(field);
    if (name == "evidence")
        return tr("%1：没有传到服务器，请再办一次。").arg(field);
    return tr("%1：格式不对（%2）。").arg(field, qtext(what));
}

} // namespace zsb
