#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

/// A fence that nobody has seen stop anything may be a picture of one: configures tiny trees with the project's own
/// cmake/ and expects the layer check to refuse what the table forbids, with a sentence that says so.
class TestFences : public QObject
{
    Q_OBJECT

private slots:
    void violationsStopTheConfiguration_data();
    void violationsStopTheConfiguration();
    void aHeaderThatLeansOnAnotherIsFound();

private:
    /// What cmake says, and how it ends.
    static std::pair<int, QString> cmake(const QStringList &arguments)
    {
        QProcess process;
        process.setProcessChannelMode(QProcess::MergedChannels);
        process.start(u"cmake"_s, arguments);
        if (!process.waitForFinished(100000))
            return {-1, u"cmake does not end"_s};
        return {process.exitCode(), QString::fromUtf8(process.readAll()).replace(u'\n', u' ')};
    }
    static std::pair<int, QString> configure(const QTemporaryDir &dir, const QString &modules)
    {
        write(dir.filePath(u"CMakeLists.txt"_s),
              u"cmake_minimum_required(VERSION 3.25)\nproject(fence LANGUAGES CXX)\n"
              "set(ZSB_LAYERS \"base | | Core\" \"rules | base | Core\")\nset(ZSB_PCH OFF)\n"
              "list(APPEND CMAKE_MODULE_PATH \"%1/cmake\")\ninclude(ZsbFlags)\ninclude(ZsbModule)\n"
              "include(ZsbHeaders)\nfind_package(Qt6 REQUIRED COMPONENTS Core Gui)\n%2zsb_check_layers()\n"
              "zsb_check_headers()\n"_s.arg(QStringLiteral(ZSB_SOURCE_DIR), modules));
        return cmake({u"-S"_s, dir.path(), u"-B"_s, dir.filePath(u"build"_s), u"-G"_s, u"Ninja"_s});
    }
    static void write(const QString &path, const QString &text)
    {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text.toUtf8());
    }
};

void TestFences::violationsStopTheConfiguration_data()
{
    QTest::addColumn<QString>("modules");
    QTest::addColumn<QString>("complaint"); // empty: must configure
    const QString base = u"zsb_module(base QT Core SOURCES a.cpp)\n"_s;
    QTest::newRow("a lawful tree") << base + u"zsb_module(rules DEPENDS base QT Core SOURCES a.cpp)\n"_s << QString();
    QTest::newRow("upwards") << u"zsb_module(base DEPENDS rules QT Core SOURCES a.cpp)\n"_s
                             << u"zsb_base may not use zsb_rules"_s;
    QTest::newRow("a forbidden Qt component") << base + u"zsb_module(rules DEPENDS base QT Core Gui SOURCES a.cpp)\n"_s
                                              << u"zsb_rules may not use Qt6::Gui"_s;
    QTest::newRow("through a helper") << base +
                                             u"add_library(helper INTERFACE)\n"
                                             "target_link_libraries(helper INTERFACE Qt6::Gui)\n"
                                             "zsb_module(rules DEPENDS base QT Core LIBRARIES helper SOURCES a.cpp)\n"_s
                                      << u"zsb_rules reaches Qt6::Gui"_s;
    QTest::newRow("without a row") << u"zsb_module(other QT Core SOURCES a.cpp)\n"_s << u"has no row"_s;
}

void TestFences::violationsStopTheConfiguration()
{
    QFETCH(QString, modules);
    QFETCH(QString, complaint);
    QTemporaryDir dir;
    write(dir.filePath(u"a.cpp"_s), u"int a() { return 1; }\n"_s);
    const auto [code, output] = configure(dir, modules);
    if (complaint.isEmpty()) {
        QVERIFY2(code == 0, qPrintable(output));
    } else {
        QVERIFY(code != 0);
        QVERIFY2(output.contains(complaint), qPrintable(output));
    }
}

void TestFences::aHeaderThatLeansOnAnotherIsFound()
{
    QTemporaryDir dir;
    write(dir.filePath(u"a.cpp"_s), u"#include <string>\n#include \"a.h\"\n"_s);
    const auto withHeader = [&](const QString &includes) {
        write(dir.filePath(u"a.h"_s), u"#pragma once\n%1struct A { std::string text; };\n"_s.arg(includes));
        const auto configured = configure(dir, u"zsb_module(base QT Core HEADERS a.h SOURCES a.cpp)\n"_s);
        if (configured.first != 0)
            return configured;
        return cmake({u"--build"_s, dir.filePath(u"build"_s), u"--target"_s, u"headers_alone"_s});
    };
    const auto [leaning, complaint] = withHeader({});
    QVERIFY(leaning != 0);
    QVERIFY2(complaint.contains(u"a.h:2:"_s), qPrintable(complaint));
    const auto [standing, silence] = withHeader(u"#include <string>\n"_s);
    QVERIFY2(standing == 0, qPrintable(silence));
}

QTEST_GUILESS_MAIN(TestFences)
#include "tst_fences.moc"
