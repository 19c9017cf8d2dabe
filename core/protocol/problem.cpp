#include "core/protocol/problem.h"

#include <array>

namespace zsb {
namespace {

struct Words
{
    ProblemType type;
    int status;
    const char *english;
    const char *chinese;
};

constexpr std::array words = {
    Words{ProblemType::BadRequest, 400, "The request cannot be read", "请求无法识别"},
    Words{ProblemType::IdempotencyKeyMissing, 400, "The request has no id of its own", "请求缺少唯一编号"},
    Words{ProblemType::InvalidToken, 401, "Sign in again", "请重新登录"},
    Words{ProblemType::InvalidCredentials, 401, "Name, password or code is wrong", "用户名、密码或验证码不正确"},
    Words{ProblemType::CaptchaRequired, 401, "Answer the captcha first", "请先完成图形验证"},
    Words{ProblemType::ClockSkew, 401, "The clock of this computer is wrong", "本机时间不正确"},
    Words{ProblemType::ForbiddenScope, 403, "Not within your duties", "不在您的职责范围内"},
    Words{ProblemType::DeviceUnknown, 403, "This device is not enrolled", "本设备尚未登记"},
    Words{ProblemType::NotFound, 404, "There is no such thing", "所请求的内容不存在"},
    Words{ProblemType::MethodNotAllowed, 405, "Not done this way", "不支持的请求方式"},
    Words{ProblemType::Conflict, 409, "Somebody was faster", "内容已被他人更改"},
    Words{ProblemType::VersionConflict, 409, "The file has moved on", "档案已有更新"},
    Words{ProblemType::MissingBlobs, 409, "Send the files first", "请先上传所需文件"},
    Words{ProblemType::OffsetMismatch, 409, "The upload stands elsewhere", "上传位置不一致"},
    Words{ProblemType::EpochChanged, 410, "The server was restored: synchronise anew", "服务器已恢复,请重新同步"},
    Words{ProblemType::ScopeChanged, 410, "Your duties have changed: synchronise anew", "职责范围已变更,请重新同步"},
    Words{ProblemType::Expired, 410, "It is over", "已过期"},
    Words{ProblemType::PreconditionFailed, 412, "Not the version you saw", "版本不符"},
    Words{ProblemType::TooLarge, 413, "Too large", "内容过大"},
    Words{ProblemType::UnsupportedMedia, 415, "Not this kind of content", "不支持的内容类型"},
    Words{ProblemType::IdempotencyKeyReused, 422, "The id was used for something else", "编号已用于其他请求"},
    Words{ProblemType::Unprocessable, 422, "Understood, and not possible", "请求无法办理"},
    Words{ProblemType::LockedOut, 423, "Locked after too many attempts", "尝试次数过多,已暂时锁定"},
    Words{ProblemType::RateLimited, 429, "Too many requests: wait", "请求过于频繁,请稍候"},
    Words{ProblemType::Internal, 500, "The server failed", "服务器内部错误"},
    Words{ProblemType::Maintenance, 503, "The server is being worked on", "服务器维护中"},
    Words{ProblemType::StorageFull, 507, "The server has no room left", "服务器存储空间不足"},
};
static_assert(words.size() == enumIds(ProblemType{}).size());

} // namespace

Problem problemOf(ProblemType type, std::string detail)
{
    for (const Words &one : words) {
        if (one.type == type) {
            Problem problem;
            problem.type = "urn:zsb:problem:" + std::string(idOf(type));
            problem.status = one.status;
            problem.title = one.english;
            problem.titleZh = one.chinese;
            problem.detail = std::move(detail);
            return problem;
        }
    }
    return {};
}

} // namespace zsb
