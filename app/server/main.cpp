#include "app/check/commandline.h"
#include "app/server/admincommand.h"
#include "app/server/keyscommand.h"
#include "app/server/openapicommand.h"
#include "app/server/parcelcommand.h"
#include "app/server/seasoncommands.h"
#include "app/server/servecommand.h"

#include <QCoreApplication>

#include <array>

using namespace Qt::StringLiterals;
using namespace zsb;

namespace {

using Run = int (*)(const QStringList &, QTextStream &, QTextStream &);

struct Subcommand
{
    QLatin1StringView name;
    Run run;
    const char16_t *what;
};

const std::array subcommands = {
    Subcommand{"init"_L1, runInitCommand, u"建立数据文件夹 / make a data folder"},
    Subcommand{"serve"_L1, runServeCommand, u"启动服务 / answer clients"},
    Subcommand{"admin"_L1, runAdminCommand, u"人员和设备 / people and devices"},
    Subcommand{"enrol"_L1, runEnrolCommand, u"设备登记码 / a code for a device"},
    Subcommand{"import"_L1, runServerImportCommand, u"导入一张表 / import a table"},
    Subcommand{"parcel"_L1, runParcelCommand, u"作答离线包 / answer a parcel"},
    Subcommand{"backup"_L1, runBackupCommand, u"备份 / back up"},
    Subcommand{"restore"_L1, runRestoreCommand, u"从备份恢复 / restore a backup"},
    Subcommand{"keys"_L1, runKeysCommand, u"更换或销毁本季密钥 / keys of the season"},
    Subcommand{"verify-log"_L1, runServerVerifyLogCommand, u"核验日志链 / verify the chained log"},
    Subcommand{"openapi"_L1, runOpenApiCommand, u"接口说明 / what the service answers"},
};

int usage(QTextStream &to, int code)
{
    to << u"zsb-server " ZSB_VERSION "\n"_s;
    for (const Subcommand &command : subcommands)
        to << u"  zsb-server %1  %2\n"_s.arg(command.name, -10).arg(QStringView(command.what));
    return code;
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    QTextStream out(stdout);
    QTextStream err(stderr);
    const QStringList words = QCoreApplication::arguments().mid(1);
    if (words.isEmpty() || words.first() == "help"_L1 || words.first() == "--help"_L1)
        return usage(words.isEmpty() ? err : out, words.isEmpty() ? ExitUsage : ExitClean);
    if (words.first() == "--version"_L1) {
        out << u"zsb-server " ZSB_VERSION "\n"_s;
        return ExitClean;
    }
    for (const Subcommand &command : subcommands) {
        if (words.first() != command.name)
            continue;
        if (!words.contains("--help"_L1))
            return command.run(words.mid(1), out, err);
        out << QStringView(command.what) << u'\n';
        (void)command.run({u"--help"_s}, out, out); // answers with its usage
        return ExitClean;
    }
    err << u"未知命令 / unknown command: %1\n"_s.arg(words.first());
    return usage(err, ExitUsage);
}
