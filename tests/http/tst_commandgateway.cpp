#include "app/server/commandgateway.h"

#include <QElapsedTimer>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace zsb {

/// A1.1.3: codes reach phones through a program of the operator's.
class TestCommandGateway : public QObject
{
    Q_OBJECT

private slots:
    void theProgramGetsTheMessageOnItsInputAlone();
    void aProgramThatFailsHasSentNothing();
    void aProgramThatIsNotThereHasSentNothing();
    void aProgramThatHangsIsEnded();

private:
    [[nodiscard]] QString program(const QByteArray &script) const
    {
        QFile file(m_folder.filePath(u"send"_s));
        const bool isMade = file.open(QIODevice::WriteOnly) && file.write("#!/bin/sh\n" + script) > 0 &&
                            file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        return isMade ? file.fileName() : QString();
    }
    static Message message()
    {
        return {.id = "m-1",
                .kind = std::string(messageRegisterCode),
                .phone = "13800000000",
                .body = "123456",
                .expires = Instant(std::chrono::milliseconds(1'676'422'800'000))};
    }

    QTemporaryDir m_folder;
};

void TestCommandGateway::theProgramGetsTheMessageOnItsInputAlone()
{
    const QString said = m_folder.filePath(u"said"_s);
    CommandGateway gateway(program("cat > '" + said.toUtf8() + "'\necho \"$@\" > '" + said.toUtf8() + ".words'\n"));
    QVERIFY(gateway.send(message()));
    QFile file(said);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QJsonObject object = QJsonDocument::fromJson(file.readAll()).object();
    QCOMPARE(object.value(u"id"_s).toString(), u"m-1"_s);
    QCOMPARE(object.value(u"kind"_s).toString(), u"register-code"_s);
    QCOMPARE(object.value(u"phone"_s).toString(), u"13800000000"_s);
    QCOMPARE(object.value(u"body"_s).toString(), u"123456"_s);
    QCOMPARE(object.value(u"expires"_s).toString(), u"2023-02-15T01:00:00Z"_s);
    QCOMPARE(object.value(u"text"_s).toObject().value(u"zh"_s).toString(), u"注册验证码"_s);
    QFile words(said + u".words"_s);
    QVERIFY(words.open(QIODevice::ReadOnly));
    QCOMPARE(words.readAll(), QByteArray("\n"));
}

void TestCommandGateway::aProgramThatFailsHasSentNothing()
{
    CommandGateway gateway(program("cat > /dev/null\nexit 1\n"));
    const Done sent = gateway.send(message());
    QVERIFY(!sent);
    QCOMPARE(sent.error().code, ErrorCode::Unreachable);
    QVERIFY(!CommandGateway(program("kill -9 $$\n")).send(message()));
}

void TestCommandGateway::aProgramThatIsNotThereHasSentNothing()
{
    QVERIFY(!CommandGateway(m_folder.filePath(u"nothing"_s)).send(message()));
}

void TestCommandGateway::aProgramThatHangsIsEnded()
{
    QElapsedTimer timer;
    timer.start();
    CommandGateway gateway(program("exec sleep 60\n"), std::chrono::milliseconds(200));
    QVERIFY(!gateway.send(message()));
    QVERIFY2(timer.elapsed() < 30'000, "it was waited for");
}

} // namespace zsb

QTEST_GUILESS_MAIN(zsb::TestCommandGateway)
#include "tst_commandgateway.moc"
