#include "app/check/reasontext.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace zsb {
namespace {

using namespace Qt::StringLiterals;

struct KnownReason
{
    std::string_view detail; ///< that is part of the error's
    const char16_t *zh;
};

constexpr std::array reasons = {
    KnownReason{"No space left on device", u"磁盘已满，请腾出空间"},
    KnownReason{"Disk quota exceeded", u"磁盘配额已用完，请腾出空间"},
    KnownReason{"File too large", u"文件超出了系统允许的大小"},
    KnownReason{"Permission denied", u"没有权限"},
    KnownReason{"Read-only file system", u"磁盘是只读的"},
    KnownReason{"Input/output error", u"磁盘读写出错"},
    KnownReason{"ZSB_SERVER_CERTIFICATE", u"证书文件读不出来"},
    KnownReason{"ZSB_SERVER_PRIVATE_KEY", u"私钥文件读不出来"},
    KnownReason{", private_key ", u"证书或私钥不能用"},
    KnownReason{"Address already in use", u"监听的地址和端口已被占用"},
    KnownReason{"Cannot assign requested address", u"本机没有要监听的地址"},
    KnownReason{"is no IP address", u"写的不是 IP 地址"},
    KnownReason{"address:port is wanted", u"监听地址应写成 地址:端口"},
    KnownReason{"ZSB_SERVER_NAME)", u"服务名称不能为空，也不能含空白和 +"},
    KnownReason{"the folder cannot be made", u"文件夹建不了"},
    KnownReason{"No such file or directory", u"没有这个文件夹"},
    KnownReason{"Is a directory", u"这是一个文件夹"},
    KnownReason{"a name ends in", u"报告的文件名应以 .jsonl、.csv、.xlsx 或 .html 结尾，修正表以 .csv 或 .xlsx 结尾"},
    KnownReason{"no pack ", u"没有这个规则包；请写已有规则包的名称，或含有 pack.json 的文件夹"},
    KnownReason{"no such file", u"找不到文件"},
    KnownReason{"does not begin with a summary", u"开头没有摘要，不是 zsb-check check 写的 JSONL 报告"},
    KnownReason{"rows are not in order", u"各行次序不对，报告被改动过"},
    KnownReason{"the check came to its end", u"这次检查已经完成，没有可继续的"},
    KnownReason{"of another input, pack or moment", u"报告属于另一张表、另一个规则包或另一个时点"},
    KnownReason{"another choice of --no-images", u"中断的检查看图片与否（--no-images）和这次不同，请与当时一致"},
    KnownReason{"another folder of --files", u"中断的检查用的是另一个图片文件夹，请用当时的 --files"},
    KnownReason{"pictures were there then", u"中断的检查找到了图片而这次没有，或相反，请用当时的图片文件夹"},
    KnownReason{"another --sheet", u"中断的检查用的是另一张工作表，请用当时的 --sheet"},
    KnownReason{"another --encoding", u"中断的检查用的是另一种编码，请用当时的 --encoding"},
    KnownReason{"not a database", u"文件已损坏、不是数据库，或没有权限读取"},
    KnownReason{"a -wal file lies beside it", u"所在文件夹不可写，旁边还有 -wal 文件：请把两者一起复制到另一个文件夹"},
    KnownReason{"no event log", u"里面没有事件日志"},
    KnownReason{"cannot be read", u"无法读取"},
    KnownReason{" cannot be written", u"无法写入"},
    KnownReason{"cannot write", u"无法写入"},
    KnownReason{"cannot be put in place", u"写好的文件放不到位"},
    // zsb-server
    KnownReason{"no service in", u"这个文件夹里没有服务；请核对 --data，或先用 init 建立"},
    KnownReason{"works in the data folder", u"另一个程序（多半是正在运行的服务）占用着数据文件夹"},
    KnownReason{"the login is taken", u"这个用户名已有人用"},
    KnownReason{"no such user", u"没有这个用户"},
    KnownReason{"no such login", u"没有这个用户，或已停用"},
    KnownReason{"no such role", u"没有这个角色"},
    KnownReason{"no such college", u"规则包里没有这个院校代码"},
    KnownReason{"no such region", u"规则包里没有这个地区的考点"},
    KnownReason{"no such type", u"规则包里没有这个考生类型"},
    KnownReason{"no such device", u"没有登记过这台设备；用 admin device list 查看"},
    KnownReason{"login: 1 to 32", u"用户名要用 1 到 32 个字母、数字或 . _ -，以字母或数字开头"},
    KnownReason{"the last administrator", u"至少要留一位可用的管理员"},
    KnownReason{"there is no database", u"里面没有数据库"},
    KnownReason{"there is no backup.json", u"这不是一份备份：里面没有 backup.json"},
    KnownReason{"is not what backup.json says", u"备份与 backup.json 的记载不符，已损坏或被改动"},
    KnownReason{"backed up by its own tools", u"PostgreSQL 数据库请用它自己的工具备份，见 docs/server.md"},
    KnownReason{"files of the backup are lost", u"备份中有图片缺失或损坏，没有恢复；请换一份备份，或用 --with-damage "
                                                u"放弃这些图片"},
    KnownReason{"see verify-log", u"日志不完好，请用 verify-log 查看"},
    KnownReason{"the folder holds a season", u"文件夹里已有一季数据"},
    KnownReason{"is not a sealed one", u"这一季没有加密，没有密钥可换"},
    KnownReason{"not confirmed", u"尚未确认"},
    KnownReason{"was erased", u"这个文件夹的那一季已被销毁，请换一个文件夹"},
    KnownReason{"beside the season", u"这一季原有的密钥或证书不在这里，没有另造；请放回另外保管的那一份"},
    KnownReason{"keys: there is no folder", u"设置的密钥文件夹不存在"},
    KnownReason{"neither empty nor a service's", u"文件夹里有别的东西，不能用作数据文件夹；请另指一个空文件夹"},
    KnownReason{"chmod go=", u"别人也能读写这里，收不回他们的权限"},
    KnownReason{"others have rights on it", u"别人也能读写这个密钥文件，请收回他们的权限"},
    KnownReason{"key of the season", u"本季的密钥不在这里或打不开；请放回另外保管的 keys/"},
    KnownReason{"unknown key", u"有不认识的设置项"},
    KnownReason{"unknown value", u"设置的值不认识"},
};

const char16_t *byCode(ErrorCode code)
{
    switch (code) {
    case ErrorCode::NotFound:
        return u"找不到";
    case ErrorCode::Unreadable:
        return u"读写失败";
    case ErrorCode::Invalid:
        return u"内容不合规定";
    case ErrorCode::Conflict:
        return u"与别处冲突";
    case ErrorCode::Unreachable:
        return u"没有应答";
    case ErrorCode::Refused:
        return u"不被允许";
    case ErrorCode::Cancelled:
        return u"已取消";
    case ErrorCode::Internal:
        return u"程序内部错误";
    }
    return u"";
}

} // namespace

QString reasonText(const Error &error)
{
    const auto known = std::ranges::find_if(
        reasons, [&error](const KnownReason &reason) { return error.detail.find(reason.detail) != std::string::npos; });
    const char16_t *zh = known == reasons.end() ? byCode(error.code) : known->zh;
    return QStringView(zh).toString() + u" / "_s + QString::fromStdString(error.detail);
}

} // namespace zsb
