#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <map>
#include <set>

using namespace Qt::StringLiterals;

namespace {

using Rules = std::map<QString, std::multiset<QString>>; ///< by application number

} // namespace

#ifdef ZSB_SANITIZED
constexpr int people = 40; // a page takes half a second there
#else
constexpr int people = 120;
#endif

/// The promise of a demo season, as a user tries it: a check of table and pictures says what the labels say, of every
/// file, whichever table is taken. Pictures are measured and compared as those of a real season (A2).
class TestDemoCommand : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void itSaysNothingOfItsPlaceToRun();
    void aCheckSaysWhatTheLabelsSay_data();
    void aCheckSaysWhatTheLabelsSay();

private:
    [[nodiscard]] int run(const QStringList &arguments) const;
    [[nodiscard]] QList<QByteArray> lines(const QString &name) const;

    QTemporaryDir m_dir;
    Rules m_labels;
};

int TestDemoCommand::run(const QStringList &arguments) const
{
    QProcess process;
    process.setWorkingDirectory(m_dir.path());
    process.start(QStringLiteral(ZSB_CHECK), arguments);
    return process.waitForFinished(400'000) && process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1;
}

QList<QByteArray> TestDemoCommand::lines(const QString &name) const
{
    QFile file(m_dir.filePath(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll().trimmed().split('\n') : QList<QByteArray>();
}

void TestDemoCommand::initTestCase()
{
    QCOMPARE(run({u"demo"_s, u"--count"_s, QString::number(people), u"--seed"_s, u"7"_s, u"--flawed"_s, u"0.3"_s,
                  u"--out"_s, u"d"_s}),
             0);
    const QList<QByteArray> labels = lines(u"d/labels.csv"_s);
    for (qsizetype i = 1; i < labels.size(); ++i) {
        const QStringList cells = QString::fromUtf8(labels[i]).trimmed().split(u',');
        QCOMPARE(cells.size(), 4);
        m_labels[cells[1]].insert(cells[3]);
    }
    QVERIFY(m_labels.size() >= people / 4);
}

/// What draws without a screen has a runtime folder of its own where no session gave it one, and gives it back.
void TestDemoCommand::itSaysNothingOfItsPlaceToRun()
{
    const QTemporaryDir place;
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.remove(u"XDG_RUNTIME_DIR"_s);
    environment.insert(u"TMPDIR"_s, place.path());
    process.setProcessEnvironment(environment);
    process.start(QStringLiteral(ZSB_CHECK),
                  {u"demo"_s, u"--count"_s, u"1"_s, u"--no-images"_s, u"--out"_s, m_dir.filePath(u"quiet"_s)});
    QVERIFY(process.waitForFinished(60'000));
    QCOMPARE(process.exitCode(), 0);
    QCOMPARE(QString::fromUtf8(process.readAllStandardError()), QString());
    QVERIFY(QDir(place.path()).isEmpty());
}

void TestDemoCommand::aCheckSaysWhatTheLabelsSay_data()
{
    QTest::addColumn<QString>("table");
    QTest::newRow("csv") << u"d/season.csv"_s;
    QTest::newRow("xlsx") << u"d/season.xlsx"_s;
}

void TestDemoCommand::aCheckSaysWhatTheLabelsSay()
{
    QFETCH(QString, table);
    QCOMPARE(run({u"check"_s, table, u"--files"_s, u"d"_s, u"--report"_s, u"r.jsonl"_s}), 1);
    Rules found;
    for (const QByteArray &line : lines(u"r.jsonl"_s)) {
        const QJsonObject finding = QJsonDocument::fromJson(line).object();
        const QString rule = finding["rule"_L1].toString();
        if (!rule.isEmpty())
            found[finding["application_no"_L1].toString()].insert(rule);
    }
    for (const Rules &rules : {found, m_labels}) {
        for (const auto &[number, ignored] : rules) {
            const auto text = [&number = number](const Rules &of) {
                const auto at = of.find(number);
                return at == of.end() ? QString() : QStringList(at->second.begin(), at->second.end()).join(u' ');
            };
            QVERIFY2(text(found) == text(m_labels), qPrintable(number + u": "_s + text(found)));
        }
    }
}

QTEST_GUILESS_MAIN(TestDemoCommand)
#include "tst_democommand.moc"
