#include "app/desktop/diagnostics.h"

#include "ui/review/reviewwords.h"

#include <QCoreApplication>
#include <QDir>
#include <QGuiApplication>
#include <QSysInfo>

using namespace Qt::StringLiterals;

namespace zsb {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Diagnostics)
};

} // namespace

std::vector<std::pair<QString, QString>> diagnostics(const Pack &pack, const QString &folder, double ratio)
{
    return {{Words::tr("版本"), QCoreApplication::applicationVersion()},
            {u"Qt"_s, QString::fromLatin1(qVersion())},
            {Words::tr("系统"), QSysInfo::prettyProductName() + u", "_s + QSysInfo::currentCpuArchitecture()},
            {Words::tr("规则包"), qtext(pack.id) + u' ' + qtext(pack.version)},
            {Words::tr("规则包指纹"), qtext(pack.hash)},
            {Words::tr("数据文件夹"), folder.isEmpty() ? Words::tr("未打开") : QDir::toNativeSeparators(folder)},
            {Words::tr("显示"), u"%1, %2 ×"_s.arg(QGuiApplication::platformName()).arg(ratio)}};
}

} // namespace zsb
