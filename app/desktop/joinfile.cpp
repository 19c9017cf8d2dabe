#include "app/desktop/joinfile.h"

#include "core/crypto/ownerfile.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace zsb {
namespace {

constexpr std::size_t mostBytes = 4096;

} // namespace

Result<JoinFile> readJoinFile(const QString &path)
{
    const Result<std::string> text = readOwnerFile(path.toStdString(), mostBytes);
    if (!text)
        return within("join file", text.error());
    const QJsonObject object = QJsonDocument::fromJson(QByteArray::fromStdString(*text)).object();
    JoinFile file{object.value("server"_L1).toString(), object.value("fingerprint"_L1).toString(),
                  object.value("code"_L1).toString(), object.value("device"_L1).toString()};
    if (ConnectController::serverOf(file.server).isEmpty() || file.fingerprint.isEmpty() || file.code.isEmpty())
        return Error{ErrorCode::Invalid, "join file: server, fingerprint, code"};
    return file;
}

JoinRun::JoinRun(JoinFile file, Clock clock, RandomSource random, QObject *parent)
    : QObject(parent), m_file(std::move(file)), m_controller(std::move(clock), std::move(random))
{
    connect(&m_controller, &ConnectController::changed, this, &JoinRun::goOn);
    connect(&m_controller, &ConnectController::enrolled, this, [this](const NewEnrolment &made) {
        m_ended = true;
        emit joined(made);
        deleteLater();
    });
    connect(&m_controller, &ConnectController::enrolFailed, this, [this](const QString &problem, SyncTrouble trouble) {
        fail("enrol: " + (problem.isEmpty() ? std::string(idOf(trouble)) : problem.toStdString()));
    });
}

void JoinRun::start()
{
    m_controller.check({.address = m_file.server});
}

void JoinRun::goOn()
{
    if (m_ended || m_controller.isBusy() || m_controller.findings().size() < enumIds(ConnectionStep{}).size())
        return;
    if (m_controller.isReady()) {
        m_controller.enrol(m_file.code, m_file.device);
        return;
    }
    if (m_controller.isAccepted() || m_controller.fingerprint().isEmpty()) {
        fail("the service cannot be reached as the join file says");
    } else if (m_controller.fingerprint().compare(m_file.fingerprint, Qt::CaseInsensitive) != 0) {
        fail("the fingerprint is another one than the join file says");
    } else {
        m_controller.accept();
    }
}

void JoinRun::fail(std::string why)
{
    if (std::exchange(m_ended, true))
        return;
    emit failed({ErrorCode::Refused, std::move(why)});
    deleteLater();
}

} // namespace zsb
