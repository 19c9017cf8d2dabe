#pragma once

#include "tests/e2e/serverprocess.h"

#include <QDir>
#include <QFile>
#include <QProcessEnvironment>

namespace zsb::test {

/// One `zsb` as a process of its own, on a computer of its own as far as it can tell, that does what it is told
/// (app/desktop/trialorders.h). Folder, device and person are a trial's.
class TrialDesk
{
public:
    static constexpr int patienceMs = 150'000; ///< longer than the script's own, which names what it waited for

    /// A person with this login and role, a device, and the files of a trial.
    TrialDesk(const ServerProcess &server, const QString &place, const QString &login, const QString &role)
        : m_place(place + QLatin1Char('/') + login)
    {
        const auto added = server.run({QStringLiteral("admin"), QStringLiteral("user"), QStringLiteral("add"), login,
                                       QStringLiteral("--role"), role});
        const auto enrolled = server.run({QStringLiteral("enrol")});
        static const QRegularExpression pairs(QStringLiteral("([0-9A-F]{2}:){31}[0-9A-F]{2}"));
        m_isMade = write(QStringLiteral("/join.json"),
                         QStringLiteral("{\"server\":\"localhost:%1\",\"fingerprint\":\"%2\",\"code\":\"%3\","
                                        "\"device\":\"%4\"}")
                             .arg(QString::number(server.port()), pairs.match(server.said()).captured(),
                                  value(enrolled.out, "device code, once within a day"), login)) &&
                   write(QStringLiteral("/desk/service/trial.json"),
                         QStringLiteral("{\"user\":\"%1\",\"password\":\"%2\",\"code_secret\":\"%3\"}")
                             .arg(login, value(added.out, "password"), value(added.out, "code secret"))) &&
                   write(QStringLiteral("/desk/service/trial-orders"), {});
    }
    ~TrialDesk()
    {
        m_process.kill();
        m_process.waitForFinished();
    }

    [[nodiscard]] bool start()
    {
        if (!m_isMade)
            return false;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        for (const char *name : {"XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME"})
            environment.insert(QLatin1StringView(name), m_place + QStringLiteral("/home"));
        m_process.setProcessEnvironment(environment);
        m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        m_process.start(QStringLiteral(ZSB_PROGRAM),
                        {QStringLiteral("--data-dir"), m_place + QStringLiteral("/desk"), QStringLiteral("--join"),
                         m_place + QStringLiteral("/join.json"), QStringLiteral("--walk"),
                         m_place + QStringLiteral("/pictures"), QStringLiteral("--lang"), QStringLiteral("zh")});
        return m_process.waitForStarted();
    }
    /// Tells it, and waits until it has said so; what stands in that line behind `answer`. Nothing: it never did.
    [[nodiscard]] std::optional<QString> obey(const QString &order, const QString &answer)
    {
        return tell(order) ? hear(answer) : std::nullopt;
    }
    [[nodiscard]] bool tell(const QString &order) const
    {
        QFile file(m_place + QStringLiteral("/desk/service/trial-orders"));
        const QByteArray line = order.toUtf8() + '\n';
        return file.open(QIODevice::WriteOnly | QIODevice::Append) && file.write(line) == line.size();
    }
    [[nodiscard]] std::optional<QString> hear(const QString &answer)
    {
        for (;;) {
            while (const qsizetype end = m_said.indexOf('\n') + 1) {
                const QString line = QString::fromUtf8(m_said.first(end)).trimmed();
                m_said.remove(0, end);
                if (line.startsWith(answer))
                    return line.mid(answer.size()).trimmed();
            }
            if (!m_process.waitForReadyRead(patienceMs))
                return std::nullopt;
            m_said += m_process.readAllStandardOutput();
        }
    }
    /// The exit status; -1: none of its own.
    [[nodiscard]] int end()
    {
        if (!tell(QStringLiteral("end")) || !m_process.waitForFinished(patienceMs))
            return -1;
        return m_process.exitStatus() == QProcess::NormalExit ? m_process.exitCode() : -1;
    }
    [[nodiscard]] QString folder() const { return m_place + QStringLiteral("/desk/service"); }

private:
    [[nodiscard]] static QString value(const QString &said, const char *label)
    {
        return QString::fromStdString(valueBehind(said, QLatin1StringView(label)));
    }
    [[nodiscard]] bool write(const QString &name, const QString &text) const
    {
        QFile file(m_place + name);
        return QDir().mkpath(QFileInfo(file).path()) && file.open(QIODevice::WriteOnly) &&
               file.setPermissions(QFile::ReadOwner | QFile::WriteOwner) && file.write(text.toUtf8()) >= 0;
    }

    QString m_place;
    QProcess m_process;
    QByteArray m_said;
    bool m_isMade = false;
};

} // namespace zsb::test
