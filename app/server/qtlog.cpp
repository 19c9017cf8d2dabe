#include "app/server/qtlog.h"

#include "core/base/text.h"

#include <QString>

#include <atomic>

namespace zsb {
namespace {

/// What a program says of itself is made of these. Values mostly begin with another sign or stand behind one; a Latin
/// name between bare blanks would pass, and Qt writes none.
constexpr std::string_view ownWords = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz ,.-";

std::atomic<ServerLog *> taking = nullptr; ///< Qt hands its messages to a function without a context

void takeMessage(QtMsgType type, const QMessageLogContext &context, const QString &message)
{
    ServerLog *log = taking;
    if (log == nullptr)
        return;
    const std::string said = message.toStdString();
    const std::string_view words = trimmed(std::string_view(said).substr(0, said.find_first_not_of(ownWords)));
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
