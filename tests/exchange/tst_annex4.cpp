#include "tests/exchange/tables.h"

#include "core/exchange/annex4.h"
#include "core/exchange/xlsxwriter.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

using namespace zsb;
using namespace zsb::test;
using Kind = AnnexDefectKind;
using Views = std::vector<std::string_view>;

// A1.4.4.1, A1.4.4.2: the official tables are read as they are published

namespace {

/// Spreadsheets the test writes, in a folder of their own.
class Annex
{
public:
    void add(const char *name, const std::vector<Views> &rows)
    {
        const std::string path = m_folder.path().toStdString() + "/" + name;
        auto writer = XlsxWriter::create(path, Instant{});
        for (const Views &row : rows)
            if (!(*writer)->writeText(row))
                qFatal("cannot write the fixture");
        if (!(*writer)->finish())
            qFatal("cannot write the fixture");
        m_paths.push_back(path);
    }
    [[nodiscard]] Annex4Import import() const
    {
        auto imported = importAnnex4(m_paths);
        if (!imported)
            qFatal("%s", imported.error().detail.c_str());
        return *imported;
    }
    [[nodiscard]] ErrorCode error() const
    {
        const auto imported = importAnnex4(m_paths);
        return imported ? ErrorCode::Internal : imported.error().code;
    }

private:
    QTemporaryDir m_folder;
    std::vector<std::string> m_paths;
};

const Views directoryTitle = {"某省专业指导目录"};
const Views directoryHeader = {"序号", "专科专业", "本科专业类", "本科专业", "招考类别"};
const Views categoryHeader = {"招考类别", "本科招生专业类", "公共基础", "专业基础"};
const Views planHeader = {"院校名称", "专业名称", "普通计划数", "专项计划数"};

std::vector<AnnexDefect> defectsOf(const Annex4Import &import, Kind kind)
{
    std::vector<AnnexDefect> found;
    std::ranges::copy_if(import.defects, std::back_inserter(found), [kind](const auto &d) { return d.kind == kind; });
    return found;
}

bool countsSum(const AnnexRowCounts &counts)
{
    return counts.rowsIn == counts.kept + counts.repeated + counts.rejected;
}

std::string bytesOf(const std::string &path)
{
    QFile file(QString::fromStdString(path));
    return file.open(QIODevice::ReadOnly) ? file.readAll().toStdString() : std::string();
}

/// The published files of one year, when they are at hand.
std::vector<std::string> publishedFiles()
{
    const QDir folder(QStringLiteral(ZSB_SOURCE_DIR "/../shared/acceptance/annex4-2025"));
    std::vector<std::string> paths;
    for (const QFileInfo &file : folder.entryInfoList(QDir::Files, QDir::Name))
        paths.push_back(file.filePath().toStdString());
    return paths;
}

} // namespace

class TestAnnex4 : public QObject
{
    Q_OBJECT

private slots:
    void theThreeTablesAreToldByTheirHeaders();
    void repeatedRowsAreLeftOutAndNamed();
    void aRowThatIsNoneIsRejectedAndNamed();
    void anUnlistedCategoryComesFromItsClass();
    void anUnlistedCategoryOfALonelyClassComesFromItsName();
    void anUnlistedCategoryIsRejectedWhenItsClassDisagrees();
    void mergedCellsTakeTheTextAbove();
    void aNewCategoryTakesNoSubjectFromAnother();
    void classesAreComparedWithTheSubjects();
    void sixDigitsAloneAreNoKey();
    void mixedBracketsAreNamedInTheRarerWidth();
    void planAndDirectoryAreCompared();
    void withoutADirectoryThereIsNoCatalogue();
    void writtenTablesAreWhatThePackReads();
    void anAbsentTableIsLeftAsItIs();
    void theReportNamesEveryDefectInBothLanguages();
    void thePublishedTablesGiveTheirProvenNumbers();
    void everyPublishedDefectIsNamed();
};

void TestAnnex4::theThreeTablesAreToldByTheirHeaders()
{
    Annex annex;
    annex.add("c.xlsx", {planHeader, {"甲大学", "园林", "12", "1"}});
    annex.add("a.xlsx", {categoryHeader, {"农林类", "0905 林学类", "语文\n外语\n", "化学"}});
    annex.add("b.xlsx", {directoryTitle,
                         {"发布时间", ""},
                         directoryHeader,
                         {"1", "410101K种子生产", "0905林学类", "园林", "09农林类"}});
    const Annex4Import import = annex.import();
    QCOMPARE(import.catalogue.size(), 1u);
    const CatalogueRow &row = import.catalogue[0];
    QCOMPARE(row.juniorCode, "410101K");
    QCOMPARE(row.juniorName, "种子生产");
    QCOMPARE(row.bachelorClassCode, "0905");
    QCOMPARE(row.bachelorClass, "林学类");
    QCOMPARE(row.bachelorMajor, "园林");
    QCOMPARE(row.categoryCode, "09");
    QCOMPARE(import.categories.size(), 1u);
    QCOMPARE(import.categories[0].categoryCode, "09");
    QCOMPARE(import.categories[0].className, "林学类");
    QCOMPARE(import.categories[0].publicSubjects, "语文|外语");
    QCOMPARE(import.plan.size(), 1u);
    QCOMPARE(import.plan[0].ordinary, 12);
    QVERIFY(import.defects.empty());
}

void TestAnnex4::repeatedRowsAreLeftOutAndNamed()
{
    Annex annex;
    annex.add("目录.xlsx", {directoryHeader,
                            {"1", "410101种子", "0905林学类", "园林（设计）", "09农林类"},
                            {"2", "410101种子", "0905林学类", "园林(设计)", "09农林类"},
                            {"3", "410101种子", "0905林学类", "园艺", "09农林类"}});
    const Annex4Import import = annex.import();
    QCOMPARE(import.counts.directory, (AnnexRowCounts{3, 2, 1, 0, 0}));
    const auto repeated = defectsOf(import, Kind::RepeatedRow);
    QCOMPARE(repeated.size(), 1u);
    QCOMPARE(repeated[0].place, (AnnexPlace{"目录.xlsx", "Sheet1", 3}));
    QVERIFY(repeated[0].evidence.find("园林(设计)") != std::string::npos);
}

void TestAnnex4::aRowThatIsNoneIsRejectedAndNamed()
{
    Annex annex;
    annex.add("a.xlsx", {directoryHeader,
                         {"1", "410101种子", "0905林学类", "园林", "09农林类"},
                         {"2", "没有代码", "0905林学类", "园林", "09农林类"},
                         {"3", "4101012种子", "0905林学类", "园林", "09农林类"},
                         {"4", "410102茶", "林学类", "园林", "09农林类"},
                         {"5", "410102茶", "0905林学类", "", "09农林类"},
                         {"", "", "", "", ""},
                         {"6", "", "", "", ""}});
    annex.add("b.xlsx", {planHeader, {"甲", "园林", "-1", "0"}, {"甲", "园艺", "三", "0"}, {"甲", "园林", "5", ""}});
    const Annex4Import import = annex.import();
    QCOMPARE(import.counts.directory, (AnnexRowCounts{5, 1, 0, 4, 0}));
    QCOMPARE(import.counts.plan, (AnnexRowCounts{3, 1, 0, 2, 0}));
    QCOMPARE(defectsOf(import, Kind::RejectedRow).size(), 6u);
    QVERIFY(countsSum(import.counts.directory) && countsSum(import.counts.plan));
}

void TestAnnex4::anUnlistedCategoryComesFromItsClass()
{
    Annex annex;
    annex.add("a.xlsx", {directoryHeader,
                         {"1", "520101K临床", "1004预防类", "预防", "医学"},
                         {"2", "520102口腔", "1004预防类", "预防", "10医学类"}});
    annex.add("b.xlsx", {categoryHeader, {"医学类", "1004预防类", "外语", "医学基础"}});
    const Annex4Import import = annex.import();
    QCOMPARE(import.catalogue.size(), 2u);
    QCOMPARE(import.catalogue[0].categoryCode, "10");
    const auto unlisted = defectsOf(import, Kind::CategoryFromClass);
    QCOMPARE(unlisted.size(), 1u);
    QCOMPARE(unlisted[0].evidence, "医学");
    QCOMPARE(unlisted[0].resolution, "10医学类");
    QCOMPARE(unlisted[0].place.row, 2);
}

void TestAnnex4::anUnlistedCategoryOfALonelyClassComesFromItsName()
{
    Annex annex;
    annex.add("a.xlsx", {directoryHeader,
                         {"1", "520101临床", "1004预防类", "预防", "医学"},
                         {"2", "520102口腔", "1003口腔类", "口腔", "10医学类"},
                         {"3", "520103药学", "1007药学类", "药学", "11药学类"},
                         {"4", "520104制药", "1009制药类", "制药", "12药学与制药类"},
                         {"5", "520105药品", "1008药品类", "药品", "药学"}});
    const Annex4Import import = annex.import();
    QCOMPARE(import.catalogue[0].categoryCode, "10");
    const auto named = defectsOf(import, Kind::CategoryFromName);
    QCOMPARE(named.size(), 1u);
    QCOMPARE(named[0].resolution, "10医学类");
    QCOMPARE(defectsOf(import, Kind::UnlistedCategory).size(), 1u); // two categories begin with 药学
}

void TestAnnex4::anUnlistedCategoryIsRejectedWhenItsClassDisagrees()
{
    Annex annex;
    annex.add("a.xlsx", {directoryHeader,
                         {"1", "520101临床", "1004预防类", "预防", "医学"},
                         {"2", "520102口腔", "1004预防类", "预防", "10医学类"},
                         {"3", "520103护理", "1004预防类", "预防", "11护理类"},
                         {"4", "520104药学", "1007药学类", "药学", "药学"}});
    const Annex4Import import = annex.import();
    QCOMPARE(import.counts.directory, (AnnexRowCounts{4, 2, 0, 2, 0}));
    QCOMPARE(defectsOf(import, Kind::UnlistedCategory).size(), 2u);
    QVERIFY(defectsOf(import, Kind::UnlistedCategory)[0].resolution.empty());
    QCOMPARE(defectsOf(import, Kind::ClassInTwoCategories).size(), 1u);
}

void TestAnnex4::mergedCellsTakeTheTextAbove()
{
    Annex annex;
    annex.add("a.xlsx", {directoryHeader,
                         {"1", "410101种子", "0905林学类", "园林", "09农林类"},
                         {"2", "", "", "园艺", ""},
                         {"3", "410102茶", "0901植物类", "农学", ""}});
    annex.add("b.xlsx", {categoryHeader, {"农林类", "0905林学类", "外语", "化学"}, {"", "0901植物类", "", ""}});
    const Annex4Import import = annex.import();
    QCOMPARE(import.catalogue.size(), 2u); // the third row's class has no category to take
    QCOMPARE(import.catalogue[1].juniorCode, "410101");
    QCOMPARE(import.catalogue[1].bachelorMajor, "园艺");
    QCOMPARE(import.counts.directory.carriedCells, 3);
    QCOMPARE(import.counts.directory.rejected, 1);
    QCOMPARE(import.categories[1].majorSubject, "化学");
    QCOMPARE(import.counts.categories.carriedCells, 3);
}

void TestAnnex4::aNewCategoryTakesNoSubjectFromAnother()
{
    Annex annex;
    annex.add("a.xlsx", {directoryHeader, {"1", "410101种子", "0905林学类", "园林", "09农林类"}});
    annex.add("b.xlsx", {categoryHeader, {"农林类", "0905林学类", "外语", "化学"}, {"医学类", "1004预防类", "", ""}});
    const Annex4Import import = annex.import();
    QCOMPARE(import.counts.categories, (AnnexRowCounts{2, 1, 0, 1, 0}));
}

void TestAnnex4::classesAreComparedWithTheSubjects()
{
    Annex annex;
    annex.add("a.xlsx", {directoryHeader,
                         {"1", "410101种子", "0905林学类", "园林", "09农林类"},
                         {"2", "410102茶", "0808自动化类", "自动化", "09农林类"},
                         {"3", "410103花", "0808自动化类", "机器人", "09农林类"}});
    annex.add("b.xlsx", {categoryHeader,
                         {"农林类", "0905林学类", "外语", "化学"},
                         {"", "0710生物类", "", ""},
                         {"艺术类", "1301艺术类", "外语", "艺术"}});
    const Annex4Import import = annex.import();
    const auto withoutSubject = defectsOf(import, Kind::ClassWithoutSubject);
    QCOMPARE(withoutSubject.size(), 1u);
    QCOMPARE(withoutSubject[0].evidence, "0808自动化类");
    QCOMPARE(withoutSubject[0].resolution, "农林类 化学");
    QCOMPARE(withoutSubject[0].place.row, 3);
    QCOMPARE(defectsOf(import, Kind::ClassWithoutMajors).size(), 2u);
    QCOMPARE(defectsOf(import, Kind::CategoryWithoutCode).size(), 1u);
}

void TestAnnex4::sixDigitsAloneAreNoKey()
{
    Annex annex;
    annex.add("a.xlsx", {directoryHeader,
                         {"1", "520101K临床", "0905林学类", "园林", "09农林类"},
                         {"2", "520101国土", "0905林学类", "园林", "09农林类"}});
    const Annex4Import import = annex.import();
    QCOMPARE(import.counts.juniorMajors, 2);
    const auto shared = defectsOf(import, Kind::CodeNamesTwoMajors);
    QCOMPARE(shared.size(), 1u);
    QCOMPARE(shared[0].evidence, "520101K临床 / 520101国土");
}

void TestAnnex4::mixedBracketsAreNamedInTheRarerWidth()
{
    Annex annex;
    annex.add("a.xlsx", {directoryHeader,
                         {"1", "410101种子", "0905林学类", "园林（甲）", "09农林类"},
                         {"2", "410101种子", "0905林学类", "园林（乙）", "09农林类"},
                         {"3", "410101种子", "0905林学类", "园艺(丙)", "09农林类"},
                         {"4", "410101种子", "0905林学类", "园艺（丁)", "09农林类"}});
    const auto mixed = defectsOf(annex.import(), Kind::MixedBrackets);
    QCOMPARE(mixed.size(), 2u);
    QCOMPARE(mixed[0].evidence, "园艺(丙)");
    QCOMPARE(mixed[1].evidence, "园艺（丁)");
}

void TestAnnex4::planAndDirectoryAreCompared()
{
    Annex annex;
    annex.add("a.xlsx", {directoryHeader,
                         {"1", "410101种子", "0905林学类", "园林（甲）", "09农林类"},
                         {"2", "410101种子", "0905林学类", "园艺", "09农林类"}});
    annex.add("b.xlsx", {planHeader, {"甲", "园林(甲)", "1", "0"}, {"甲", "茶学", "1", "0"}, {"", "茶学", "2", "0"}});
    const Annex4Import import = annex.import();
    QCOMPARE(defectsOf(import, Kind::MajorWithoutPlan).size(), 1u);
    QCOMPARE(defectsOf(import, Kind::MajorWithoutPlan)[0].evidence, "园艺");
    QCOMPARE(defectsOf(import, Kind::PlanWithoutMapping).size(), 1u);
    QCOMPARE(defectsOf(import, Kind::RepeatedRow).size(), 1u); // same college and major again
}

void TestAnnex4::withoutADirectoryThereIsNoCatalogue()
{
    Annex annex;
    annex.add("b.xlsx", {categoryHeader, {"农林类", "0905林学类", "外语", "化学"}});
    QCOMPARE(annex.error(), ErrorCode::Invalid);
    Annex other;
    other.add("x.xlsx", {{"姓名", "性别"}, {"甲", "男"}});
    QCOMPARE(other.error(), ErrorCode::Invalid);
    const std::vector<std::string> missing = {"/nowhere/at/all.xls"};
    QCOMPARE(importAnnex4(missing).error().code, ErrorCode::NotFound);
}

void TestAnnex4::writtenTablesAreWhatThePackReads()
{
    Annex annex;
    annex.add("a.xlsx", {directoryHeader, {"1", "410101种子", "0905林学类", "园林", "09农林类"}});
    annex.add("b.xlsx", {categoryHeader, {"农林类", "0905林学类", "语文\n外语", "化学"}});
    annex.add("c.xlsx", {planHeader, {"甲大学", "园林", "12", "1"}});
    const QTemporaryDir pack;
    const std::string folder = pack.path().toStdString();
    QVERIFY(writeCatalogue(annex.import(), folder));
    QCOMPARE(bytesOf(folder + "/catalogue.csv"),
             "junior_code,junior_name,bachelor_class_code,bachelor_class,bachelor_major,category_code\n"
             "410101,种子,0905,林学类,园林,09\n");
    QCOMPARE(bytesOf(folder + "/categories.csv"),
             "category_code,category,bachelor_class_code,bachelor_class,public_subjects,major_subject\n"
             "09,农林类,0905,林学类,语文|外语,化学\n");
    QCOMPARE(bytesOf(folder + "/plan.csv"), "college,bachelor_major,ordinary_plan,special_plan\n甲大学,园林,12,1\n");
    QCOMPARE(writeCatalogue(annex.import(), "/nowhere/at/all").error().code, ErrorCode::Unreadable);
}

void TestAnnex4::anAbsentTableIsLeftAsItIs()
{
    Annex annex;
    annex.add("a.xlsx", {directoryHeader, {"1", "410101种子", "0905林学类", "园林", "09农林类"}});
    const QTemporaryDir pack;
    QVERIFY(writeCatalogue(annex.import(), pack.path().toStdString()));
    QCOMPARE(QDir(pack.path()).entryList(QDir::Files), QStringList{QStringLiteral("catalogue.csv")});
}

void TestAnnex4::theReportNamesEveryDefectInBothLanguages()
{
    for (int kind = 0; kind <= int(Kind::PlanWithoutMapping); ++kind) {
        for (const char *resolution : {"", "取代"}) {
            const AnnexDefect defect{Kind(kind), {"f.xls", "S", 7}, "证据", resolution};
            for (const ReportLanguage language : {ReportLanguage::Chinese, ReportLanguage::English}) {
                const std::string sentence = annexDefectSentence(defect, language);
                QVERIFY2(sentence.find("证据") != std::string::npos, sentence.c_str());
                QVERIFY(sentence.find('%') == std::string::npos);
            }
            QVERIFY(!annexDefectId(Kind(kind)).empty());
        }
    }
    Annex4Import import;
    import.counts.directory = {3, 2, 1, 0, 0};
    import.defects.push_back({Kind::RepeatedRow, {"f.xls", "S", 7}, "证据", ""});
    QVERIFY(annexReportText(import, ReportLanguage::Chinese).find("f.xls [S] 第 7 行：重复行") != std::string::npos);
    QVERIFY(annexReportText(import, ReportLanguage::English).find("3 rows in, 1 repeated") != std::string::npos);
    const auto json = QJsonDocument::fromJson(QByteArray::fromStdString(annexReportJson(import))).object();
    QCOMPARE(json[QStringLiteral("directory")][QStringLiteral("rows_in")].toInt(), 3);
    QCOMPARE(json[QStringLiteral("defects")][0][QStringLiteral("kind")].toString(), QStringLiteral("repeated-row"));
}

void TestAnnex4::thePublishedTablesGiveTheirProvenNumbers()
{
    const auto paths = publishedFiles();
    if (paths.empty())
        QSKIP("the published spreadsheets are not at hand");
    const auto imported = importAnnex4(paths);
    QVERIFY(imported);
    const AnnexCounts &counts = imported->counts;
    QCOMPARE(counts.directory, (AnnexRowCounts{1634, 1537, 97, 0, 0}));
    QCOMPARE(counts.categories.kept, 49);
    QCOMPARE(counts.plan, (AnnexRowCounts{243, 243, 0, 0, 0}));
    QCOMPARE(counts.juniorMajors, 460);
    QCOMPARE(counts.bachelorMajors, 112);
    QCOMPARE(counts.bachelorClasses, 50);
    QCOMPARE(counts.examCategories, 8);
    int ordinary = 0;
    int special = 0;
    for (const PlanRow &row : imported->plan) {
        ordinary += row.ordinary;
        special += row.special;
    }
    QCOMPARE(ordinary, 15'057);
    QCOMPARE(special, 266);
    for (const ClassSubjects &row : imported->categories)
        QVERIFY(!row.categoryCode.empty() && row.publicSubjects == "大学语文|外语|思想政治理论|计算机基础");
}

void TestAnnex4::everyPublishedDefectIsNamed()
{
    const auto paths = publishedFiles();
    if (paths.empty())
        QSKIP("the published spreadsheets are not at hand");
    const auto imported = importAnnex4(paths);
    QVERIFY(imported);
    const auto evidence = [&imported](Kind kind) {
        std::vector<std::string> texts;
        for (const AnnexDefect &defect : defectsOf(*imported, kind))
            texts.push_back(defect.evidence);
        return texts;
    };
    QCOMPARE(evidence(Kind::RepeatedRow).size(), 97u);
    QCOMPARE(evidence(Kind::CategoryFromName), (std::vector<std::string>{"医学"}));
    QCOMPARE(defectsOf(*imported, Kind::CategoryFromName)[0].place.row, 762);
    QCOMPARE(defectsOf(*imported, Kind::CategoryFromName)[0].resolution, "10医学类");
    QCOMPARE(evidence(Kind::ClassWithoutSubject),
             (std::vector<std::string>{"0808自动化类", "1004公共卫生与预防医学类"}));
    QCOMPARE(evidence(Kind::ClassWithoutMajors), (std::vector<std::string>{"0710生物科学类"}));
    QCOMPARE(evidence(Kind::CodeNamesTwoMajors).size(), 9u);
    QCOMPARE(evidence(Kind::MixedBrackets).size(), 4u); // two majors, in the directory and in the plan
    QCOMPARE(evidence(Kind::MajorWithoutPlan).size(), 5u);
    QVERIFY(evidence(Kind::PlanWithoutMapping).empty());
    QVERIFY(evidence(Kind::RejectedRow).empty() && evidence(Kind::BrokenCell).empty());
}

QTEST_GUILESS_MAIN(TestAnnex4)
#include "tst_annex4.moc"
