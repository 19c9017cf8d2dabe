#include "app/server/qtlog.h"

#include "core/base/text.h"

#include <QString>

#include <atomic>

namespace zsb {
namespace {

std::atomic<ServerLog *> taking = nullptr; ///< Qt hands its messages to a function without a context

void takeMessage(QtMsgType type, const QMessageLogContext &context, const QString &message)
{
    ServerLog *log = taking;
    if (log == nullptr)
        return;
    const std::string said = message.toStdString();
    const std::string_view words = trimmed(std::string_view(said).substr(0, said.find_first_of(":\"'0123456789\n")));
    const ServerLog::Values values = {{"category", context.category ? context.category : ""}, {"words", words}};
    if (type == QtDebugMsg || type == QtInfoMsg)
        log->info("qt", values);
    else
        log->error("qt", values);
}

} // namespace

QtLog::QtLog(ServerLog &log)
{
    taking = &log;
    m_before = qInstallMessageHandler(takeMessage);
}

QtLog::~QtLog()
{
    qInstallMessageHandler(m_before);
    taking = nullptr;
}

} // namespace zsb
