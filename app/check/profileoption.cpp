#include "app/check/profileoption.h"

namespace zsb {

using namespace Qt::StringLiterals;

bool isProfileKnown(const CommandLine &line, const Pack &pack, QTextStream &err)
{
    const QString wanted = line.value(u"profile"_s);
    if (!line.has(u"profile"_s) || pack.profile(wanted.toStdString()))
        return true;
    err << u"没有这个照片标准 / no such portrait profile: %1\n"_s.arg(wanted);
    for (const PortraitProfile &profile : pack.portraitProfiles)
        err << u"  %1  %2 / %3\n"_s.arg(QString::fromStdString(profile.id), -18)
                   .arg(QString::fromStdString(profile.name.zh), QString::fromStdString(profile.name.en));
    return false;
}

} // namespace zsb
