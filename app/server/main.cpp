#include "app/server/serververbs.h"

#include <QCoreApplication>

#ifdef Q_OS_UNIX
#include <sys/stat.h>
#endif

using namespace Qt::StringLiterals;
using namespace zsb;

int main(int argc, char **argv)
{
#ifdef Q_OS_UNIX
    (void)::umask(S_IRWXG | S_IRWXO); // whatever it writes is its owner's
#endif
    const QCoreApplication application(argc, argv);
    QTextStream out(stdout);
    QTextStream err(stderr);
    const VerbProgram program{.name = u"zsb-server"_s, .version = u"" ZSB_VERSION ""_s, .verbs = serverVerbs()};
    return runProgram(program, QCoreApplication::arguments().mid(1), out, err);
}
