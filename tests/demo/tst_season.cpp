#include "core/batch/batch.h"
#include "core/demo/flaws.h"
#include "core/demo/season.h"
#include "core/image/inspect.h"
#include "tests/support/testpack.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

#include <map>
#include <set>

using namespace Qt::StringLiterals;
using namespace zsb;

/// The promise of the demo season: a check finds exactly what its labels say, in either format.
class TestSeason : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void aFlawlessSeasonHasNoFindings();
    void aCheckFindsExactlyTheLabels();
    void theWorkbookGivesTheSameFindings();
    void everyKindOfFlawIsInALargeSeason();
    void everyRuleOfThePackHasAFlaw();
    void onePersonCanBeFlawed();
    void theSameSeedGivesTheSameBytes();
    void otherSeedsGiveOtherPeople();
    void aPackWithoutTablesIsRefused();
    void aStoppedSeasonSaysSo();

private:
    using Rules = std::map<QString, std::multiset<QString>>; ///< by application number

    SeasonMade make(const SeasonOptions &options, const QString &name);
    Rules labels(const QString &season) const;
    Rules findings(const QString &season, const QString &table, bool pictures);
    /// Here files are inspected, not looked at: tst_democommand does that, with the whole program.
    static bool isSeenByLooking(const QString &rule);
    static QByteArray bytesOf(const QString &path);
    static void compare(const Rules &found, const Rules &expected);

    QTemporaryDir m_dir;
    std::shared_ptr<const RuleBook> m_book;
};

void TestSeason::initTestCase()
{
    const auto book = RuleBook::bind(sharedNm2023());
    QVERIFY2(book.has_value(), book ? "" : book.error().detail.c_str());
    m_book = *book;
    SeasonOptions options;
    options.count = 240;
    options.seed = 7;
    options.flawedShare = 0.5;
    options.jobs = 2;
    QCOMPARE(make(options, u"flawed"_s).people, 240);
}

SeasonMade TestSeason::make(const SeasonOptions &options, const QString &name)
{
    const auto made = makeSeason(nm2023(), options, m_dir.filePath(name).toStdString());
    return made ? *made : SeasonMade();
}

bool TestSeason::isSeenByLooking(const QString &rule)
{
    return rule.startsWith(u"scan."_s) || rule.endsWith(u".similar"_s) || rule == u"portrait.colour"_s ||
           rule == u"portrait.background-white"_s;
}

QByteArray TestSeason::bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

TestSeason::Rules TestSeason::labels(const QString &season) const
{
    Rules rules;
    const QList<QByteArray> lines = bytesOf(m_dir.filePath(season + u"/labels.csv"_s)).split('\n');
    for (qsizetype i = 1; i < lines.size(); ++i) {
        const QStringList cells = QString::fromUtf8(lines[i]).split(u',');
        if (cells.size() == 4 && !isSeenByLooking(cells[3]))
            rules[cells[1]].insert(cells[3]);
    }
    return rules;
}

TestSeason::Rules TestSeason::findings(const QString &season, const QString &table, bool pictures)
{
    BatchOptions options;
    options.input = m_dir.filePath(season + u'/' + table).toStdString();
    options.filesFolder = m_dir.filePath(season).toStdString();
    options.asOf = *parseInstant("2023-03-01T09:00:00+08:00");
    options.jobs = 2;
    if (pictures)
        options.inspector = [](const std::string &path) {
            const auto facts = inspectImageFile(path);
            ImageFacts missing;
            missing.problem = ImageProblem::Missing;
            return facts ? *facts : missing;
        };
    const QString path = m_dir.filePath(u"report.jsonl"_s);
    std::vector<std::unique_ptr<Report>> reports;
    reports.push_back(std::move(*openReport(path.toStdString())));
    if (!checkTable(*m_book, options, reports))
        return {};
    reports.clear();
    Rules rules;
    for (const QByteArray &line : bytesOf(path).split('\n')) {
        const QJsonObject object = QJsonDocument::fromJson(line).object();
        if (object.contains(u"rule"_s))
            rules[object[u"application_no"_s].toString()].insert(object[u"rule"_s].toString());
    }
    return rules;
}

void TestSeason::compare(const Rules &found, const Rules &expected)
{
    QStringList differences;
    std::set<QString> numbers;
    for (const Rules &rules : {found, expected}) {
        for (const auto &[number, ignored] : rules)
            numbers.insert(number);
    }
    const auto text = [](const Rules &rules, const QString &number) {
        QStringList list;
        if (const auto it = rules.find(number); it != rules.end())
            list = QStringList(it->second.begin(), it->second.end());
        return list.join(u' ');
    };
    for (const QString &number : numbers) {
        if (text(found, number) != text(expected, number))
            differences.append(number + u": found "_s + text(found, number) + u" | expected "_s +
                               text(expected, number));
    }
    QVERIFY2(differences.isEmpty(), qPrintable(u'\n' + differences.join(u'\n')));
}

void TestSeason::aFlawlessSeasonHasNoFindings()
{
    SeasonOptions options;
    options.count = 6000;
    options.seed = 7;
    options.flawedShare = 0;
    options.pictures = false;
    make(options, u"flawless"_s);
    compare(findings(u"flawless"_s, u"season.csv"_s, false), {});
}

void TestSeason::aCheckFindsExactlyTheLabels()
{
    const Rules expected = labels(u"flawed"_s);
    QVERIFY(expected.size() > 60);
    compare(findings(u"flawed"_s, u"season.csv"_s, true), expected);
}

void TestSeason::theWorkbookGivesTheSameFindings()
{
    compare(findings(u"flawed"_s, u"season.xlsx"_s, true), labels(u"flawed"_s));
}

void TestSeason::everyKindOfFlawIsInALargeSeason()
{
    std::set<QString> kinds;
    const QList<QByteArray> lines = bytesOf(m_dir.filePath(u"flawed/labels.csv"_s)).split('\n');
    for (qsizetype i = 1; i < lines.size(); ++i)
        kinds.insert(QString::fromUtf8(lines[i]).section(u',', 2, 2));
    QVERIFY2(kinds.size() >= 55, qPrintable(QString::number(kinds.size())));
}

/// But for one: of two people with one number an import takes the first, and nobody of the season is to be lost.
void TestSeason::everyRuleOfThePackHasAFlaw()
{
    std::set<std::string_view> flawed = {"identity.application-once"};
    for (const Flaw &flaw : allFlaws())
        flawed.insert(flaw.expected.begin(), flaw.expected.end());
    for (const RuleBinding &rule : nm2023().rules)
        QVERIFY2(flawed.contains(rule.id), rule.id.c_str());
}

void TestSeason::onePersonCanBeFlawed()
{
    SeasonOptions options;
    options.count = 1;
    options.flawedShare = 1;
    options.pictures = false;
    QCOMPARE(make(options, u"single"_s).flawed, 1);
}

void TestSeason::theSameSeedGivesTheSameBytes()
{
    SeasonOptions options;
    options.count = 12;
    options.seed = 3;
    options.flawedShare = 0.3;
    make(options, u"one"_s);
    options.jobs = 2;
    make(options, u"two"_s);
    const QDir one(m_dir.filePath(u"one"_s));
    QStringList files = {u"season.csv"_s, u"season.xlsx"_s, u"labels.csv"_s};
    for (const QString &folder : {u"portraits"_s, u"materials"_s}) {
        for (const QString &file : QDir(one.filePath(folder)).entryList(QDir::Files))
            files.append(folder + u'/' + file);
    }
    QVERIFY(files.size() > 20);
    for (const QString &file : files) {
        const QByteArray bytes = bytesOf(one.filePath(file));
        QVERIFY2(!bytes.isEmpty() && bytes == bytesOf(m_dir.filePath(u"two/"_s + file)), qPrintable(file));
    }
}

void TestSeason::otherSeedsGiveOtherPeople()
{
    SeasonOptions options;
    options.count = 12;
    options.seed = 4;
    options.pictures = false;
    make(options, u"four"_s);
    QVERIFY(bytesOf(m_dir.filePath(u"four/season.csv"_s)) != bytesOf(m_dir.filePath(u"one/season.csv"_s)));
}

void TestSeason::aPackWithoutTablesIsRefused()
{
    const Pack empty;
    QCOMPARE(makeSeason(empty, {}, m_dir.filePath(u"none"_s).toStdString()).error().code, ErrorCode::Invalid);
}

void TestSeason::aStoppedSeasonSaysSo()
{
    std::stop_source stop;
    stop.request_stop();
    SeasonOptions options;
    options.stop = stop.get_token();
    QCOMPARE(makeSeason(nm2023(), options, m_dir.filePath(u"stopped"_s).toStdString()).error().code,
             ErrorCode::Cancelled);
}

QTEST_MAIN(TestSeason)
#include "tst_season.moc"
