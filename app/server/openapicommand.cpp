#include "app/server/openapicommand.h"

#include "app/check/commandline.h"
#include "core/server/openapitext.h"

namespace zsb {

using namespace Qt::StringLiterals;

int runOpenApiCommand(const QStringList &arguments, QTextStream &out, QTextStream &err)
{
    if (!arguments.isEmpty()) {
        err << u"usage: zsb-server openapi\n"_s;
        return ExitUsage;
    }
    const std::string_view text = openApiText();
    out << QString::fromUtf8(text.data(), qsizetype(text.size())) << u'\n';
    return ExitClean;
}

} // namespace zsb
