#include "app/server/serververbs.h"

#include "app/server/admincommand.h"
#include "app/server/auditcommand.h"
#include "app/server/backupcommands.h"
#include "app/server/keyscommand.h"
#include "app/server/openapicommand.h"
#include "app/server/parcelcommand.h"
#include "app/server/seasoncommands.h"
#include "app/server/servecommand.h"
#include "app/server/verifycommand.h"

#include <array>

namespace zsb {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array verbs = {
    ProgramVerb{"init"_L1, runInitCommand, u"建立数据文件夹 / make a data folder"},
    ProgramVerb{"serve"_L1, runServeCommand, u"启动服务 / answer clients"},
    ProgramVerb{"admin"_L1, runAdminCommand, u"人员和设备 / people and devices"},
    ProgramVerb{"enrol"_L1, runEnrolCommand, u"设备登记码 / a code for a device"},
    ProgramVerb{"import"_L1, runServerImportCommand, u"导入一张表 / import a table"},
    ProgramVerb{"parcel"_L1, runParcelCommand, u"作答离线包 / answer a parcel"},
    ProgramVerb{"backup"_L1, runBackupCommand, u"备份 / back up"},
    ProgramVerb{"restore"_L1, runRestoreCommand, u"从备份恢复 / restore a backup"},
    ProgramVerb{"keys"_L1, runKeysCommand, u"更换或销毁本季密钥 / keys of the season"},
    ProgramVerb{"verify-log"_L1, runServerVerifyLogCommand, u"核验日志链 / verify the chained log"},
    ProgramVerb{"audit"_L1, runAuditCommand,
                u"谁看过什么，门口出过什么事 / who read what, what went wrong at the doors"},
    ProgramVerb{"openapi"_L1, runOpenApiCommand, u"接口说明 / what the service answers"},
};

} // namespace

std::span<const ProgramVerb> serverVerbs()
{
    return verbs;
}

} // namespace zsb
