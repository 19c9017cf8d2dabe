#pragma once

#include <QFile>
#include <QProcess>
#include <QString>
#include <QTemporaryDir>
#include <QTest>

namespace zsb::test {

/// zsb-check, run in a folder of its own.
class CommandRuns
{
protected:
    struct Ran
    {
        int code = -1; ///< -1: it crashed or did not end
        QString out;
        QString err;
    };

    [[nodiscard]] Ran run(const QStringList &arguments) const
    {
        QProcess process;
        process.setWorkingDirectory(m_dir.path());
        process.start(QStringLiteral(ZSB_CHECK), arguments);
        if (!process.waitForFinished(120000))
            return {};
        return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1,
                QString::fromUtf8(process.readAllStandardOutput()), QString::fromUtf8(process.readAllStandardError())};
    }
    /// The name, empty when it cannot be written.
    [[nodiscard]] QString write(const QString &name, const QByteArray &content) const
    {
        QFile file(m_dir.filePath(name));
        return file.open(QIODevice::WriteOnly) && file.write(content) == content.size() ? name : QString();
    }
    /// `season/season.csv`: forty candidates without flaws.
    void makeSeason() const
    {
        using namespace Qt::StringLiterals;
        const Ran ran = run({u"demo"_s, u"--count"_s, u"40"_s, u"--seed"_s, u"7"_s, u"--out"_s, u"season"_s,
                             u"--no-images"_s, u"--flawed"_s, u"0"_s});
        QVERIFY2(ran.code == 0, qPrintable(ran.err));
    }

    QTemporaryDir m_dir;
};

} // namespace zsb::test
