#include "app/server/commandgateway.h"

#include "app/server/messagewords.h"
#include "core/base/calendar.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>

namespace zsb {
namespace {

using namespace Qt::StringLiterals;

QByteArray inputOf(const Message &message)
{
    const MessageWords words = wordsOf(message.kind);
    const auto text = [](const std::string &utf8) { return QString::fromStdString(utf8); };
    return QJsonDocument(QJsonObject{{u"id"_s, text(message.id)},
                                     {u"kind"_s, text(message.kind)},
                                     {u"phone"_s, text(message.phone)},
                                     {u"body"_s, text(message.body)},
                                     {u"expires"_s, text(formatInstant(message.expires))},
                                     {u"text"_s, QJsonObject{{u"zh"_s, QString::fromUtf8(words.zh)},
                                                             {u"en"_s, QString::fromUtf8(words.en)}}}})
               .toJson(QJsonDocument::Compact) +
           '\n';
}

} // namespace

Done CommandGateway::send(const Message &message)
{
    QProcess process;
    process.setStandardOutputFile(QProcess::nullDevice());
    process.setStandardErrorFile(QProcess::nullDevice());
    process.start(m_program, QStringList());
    if (!process.waitForStarted(int(m_patience.count())))
        return Error{ErrorCode::Unreachable, "the program for messages does not start"};
    process.write(inputOf(message));
    process.closeWriteChannel();
    if (!process.waitForFinished(int(m_patience.count()))) {
        process.kill();
        process.waitForFinished();
        return Error{ErrorCode::Unreachable, "the program for messages did not end"};
    }
    if (process.exitStatus() != QProcess::NormalExit || process.exitCode() != 0)
        return Error{ErrorCode::Unreachable, "the program for messages failed"};
    return done();
}

} // namespace zsb
