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

private:
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
    write(dir.filePath(u"CMakeLists.txt"_s),
          u"cmake_minimum_required(VERSION 3.25)\nproject(fence LANGUAGES CXX)\n"
          "set(ZSB_LAYERS \"base | | Core\" \"rules | base | Core\")\nset(ZSB_PCH OFF)\n"
          "list(APPEND CMAKE_MODULE_PATH \"%1/cmake\")\ninclude(ZsbFlags)\ninclude(ZsbModule)\n"
          "find_package(Qt6 REQUIRED COMPONENTS Core Gui)\n%2zsb_check_layers()\n"_s.arg(QStringLiteral(ZSB_SOURCE_DIR),
                                                                                         modules));
    QProcess cmake;
    cmake.setProcessChannelMode(QProcess::MergedChannels);
    cmake.start(u"cmake"_s, {u"-S"_s, dir.path(), u"-B"_s, dir.filePath(u"build"_s), u"-G"_s, u"Ninja"_s});
    QVERIFY(cmake.waitForFinished(100000));
    QString output = QString::fromUtf8(cmake.readAll());
    output.replace(u'\n', u' ');
    if (complaint.isEmpty()) {
        QVERIFY2(cmake.exitCode() == 0, qPrintable(output));
    } else {
        QVERIFY(cmake.exitCode() != 0);
        QVERIFY2(output.contains(complaint), qPrintable(output));
    }
}

QTEST_GUILESS_MAIN(TestFences)
#include "tst_fences.moc"
