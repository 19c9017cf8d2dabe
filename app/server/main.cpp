#include "app/server/serververbs.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;
using namespace zsb;

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    QTextStream out(stdout);
    QTextStream err(stderr);
    const VerbProgram program{.name = u"zsb-server"_s, .version = u"" ZSB_VERSION ""_s, .verbs = serverVerbs()};
    return runProgram(program, QCoreApplication::arguments().mid(1), out, err);
}
