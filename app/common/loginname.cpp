#include "app/common/loginname.h"

#include <QDir>

namespace zsb {

std::string loginName()
{
    const QString user = qEnvironmentVariable("USER", qEnvironmentVariable("USERNAME"));
    return (user.isEmpty() ? QDir::home().dirName() : user).toStdString();
}

} // namespace zsb
