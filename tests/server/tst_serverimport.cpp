#include "tests/server/servercommands.h"

using namespace Qt::StringLiterals;
using namespace zsb;
using namespace zsb::test;

/// docs/server.md: `import` speaks as `zsb-check import` does (tests/cli/tst_importcommand).
class TestServerImport : public QObject, private ServerCommands
{
    Q_OBJECT

private slots:
    void everyRowIsCounted();
    void picturesThatAreNotThereAreNamed();
    void aFolderWithoutAnyPictureIsSaidOnce();
    void aFilesFolderThatIsNotThereIsSaid();
    void aTableThatIsNotThereIsNamed();

private:
    [[nodiscard]] Ran import(const QString &name, const QStringList &more = {}) const
    {
        return at(u"data"_s, QStringList{u"import"_s, path(name)} + more);
    }
};

/// Counts in = counts out.
void TestServerImport::everyRowIsCounted()
{
    QVERIFY(write(u"rows.csv"_s,
                  "内蒙古 2023 专升本\n报名号,姓名,证件号码,portrait\nN1,张三,,\n,,,\nN2,李四,,\n合计,2,,\n"));
    const Ran ran = import(u"rows.csv"_s);
    QVERIFY2(ran.out.contains(u"2 rows: 2 new, 0 changed, 0 same, 0 wrong\n"_s), qPrintable(ran.out + ran.err));
    QVERIFY2(ran.out.contains(u"6 rows read, 2 of candidates\n"_s), qPrintable(ran.out));
    QVERIFY2(ran.out.contains(u"blank rows"_s) && ran.out.contains(u"rows of totals"_s), qPrintable(ran.out));
}

void TestServerImport::picturesThatAreNotThereAreNamed()
{
    QVERIFY(write(u"there.jpg"_s, "no picture"));
    QVERIFY(write(u"lost.csv"_s, "报名号,姓名,portrait,materials\nN1,张三,no/nowhere.jpg,x=there.jpg\n"));
    const Ran ran = import(u"lost.csv"_s);
    QCOMPARE(ran.code, 1);
    QVERIFY2(ran.err.contains(u"row 2: 找不到图片文件 nowhere.jpg / there is no picture file nowhere.jpg\n"_s),
             qPrintable(ran.err));
    QVERIFY2(ran.err.contains(u"not attached: 1;"_s), qPrintable(ran.err));
    const Ran silent = import(u"lost.csv"_s, {u"--no-images"_s});
    QVERIFY2(!silent.err.contains(u"not attached"_s) && !silent.err.contains(u"nowhere.jpg"_s), qPrintable(silent.err));
}

void TestServerImport::aFolderWithoutAnyPictureIsSaidOnce()
{
    QVERIFY(write(u"bare.csv"_s, "报名号,姓名,portrait\nB1,张三,a.jpg\nB2,李四,b.jpg\n"));
    const Ran ran = import(u"bare.csv"_s);
    QCOMPARE(ran.code, 1);
    QVERIFY2(ran.err.count(u"no picture was found under “%1” (the table names 2)"_s.arg(m_dir.path())) == 1,
             qPrintable(ran.err));
    QVERIFY2(!ran.err.contains(u"a.jpg"_s), qPrintable(ran.err));
}

void TestServerImport::aFilesFolderThatIsNotThereIsSaid()
{
    QVERIFY(write(u"files.csv"_s, "报名号,姓名\nF1,张三\n"));
    const Ran ran =
        run({u"import"_s, path(u"files.csv"_s), u"--files"_s, path(u"nowhere"_s), u"--data"_s, path(u"new"_s)});
    QCOMPARE(ran.code, 3);
    QVERIFY2(ran.err.contains(u"--files is no folder: "_s + path(u"nowhere"_s)), qPrintable(ran.err));
    QVERIFY(!QFile::exists(path(u"new"_s)));
}

void TestServerImport::aTableThatIsNotThereIsNamed()
{
    const Ran ran = import(u"nope.csv"_s);
    QCOMPARE(ran.code, 3);
    QVERIFY2(ran.err.startsWith(path(u"nope.csv"_s)) && ran.err.contains(u"nothing imported"_s), qPrintable(ran.err));
}

QTEST_GUILESS_MAIN(TestServerImport)
#include "tst_serverimport.moc"
