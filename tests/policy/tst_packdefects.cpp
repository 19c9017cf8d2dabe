#include "core/policy/packfiles.h"
#include "core/policy/packloader.h"

#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace zsb;

/// Whatever is wrong in a pack is named by file, line and key, in both languages, and all of it at once.
class TestPackDefects : public QObject
{
    Q_OBJECT

private slots:
    void aSeededDefectIsNamedByFileLineAndKey_data();
    void aSeededDefectIsNamedByFileLineAndKey();
    void itsRightNeighbourLoads_data();
    void itsRightNeighbourLoads();
    void aNulByteInATableIsNamed();
    void everyDefectIsReportedNotOnlyTheFirst();
    void aMissingFileIsNamed_data();
    void aMissingFileIsNamed();
    void whatCannotBeReadIsTheOnlyProblem_data();
    void whatCannotBeReadIsTheOnlyProblem();
    void aFieldWithoutDescriptionIsNamed();
    void theFirstBoundOfALimitIsNoCondition();
    void aLimitFillsInWhatItMeasured();
    void aRefusalBehindItsWarningIsNamed_data();
    void aRefusalBehindItsWarningIsNamed();
    void remarksDoNotKeepAPackFromLoading();
    void aPackWithoutSourcesIsRefused();
    void anEmptyCatalogueIsRefusedWhereTypesChooseFromIt();
};

namespace {

/// The files of the small pack, to be broken in memory.
PackFiles demoFiles()
{
    static const PackFiles files = *readPackFiles(std::string(ZSB_SOURCE_DIR) + "/tests/packs/hb-demo");
    return files;
}

/// Replaces the first occurrence; the line it stands on, 0 when the file has no such words.
int seed(PackFiles &files, const std::string &file, std::string_view before, std::string_view after)
{
    std::string &bytes = files[file];
    const auto at = bytes.find(before);
    if (at == std::string::npos)
        return 0;
    bytes.replace(at, before.size(), after);
    return int(std::count(bytes.begin(), bytes.begin() + std::ptrdiff_t(at), '\n')) + 1;
}

const PackProblem *findProblem(const LoadedPack &loaded, const QString &file, const QString &key)
{
    const auto at = std::ranges::find_if(loaded.problems, [&](const PackProblem &problem) {
        return problem.file == file.toStdString() && problem.key == key.toStdString();
    });
    return at == loaded.problems.end() ? nullptr : &*at;
}

QString allOf(const LoadedPack &loaded)
{
    QString all;
    for (const PackProblem &problem : loaded.problems)
        all += QString::fromStdString(problem.file + ':' + std::to_string(problem.line) + ' ' + problem.key + ": " +
                                      problem.message.en + '\n');
    return all;
}

} // namespace

// NOLINTNEXTLINE(readability-function-size): a table of cases
void TestPackDefects::aSeededDefectIsNamedByFileLineAndKey_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("after");
    QTest::addColumn<QString>("key");
    const auto row = [](const char *name, const char *file, const char *before, const char *after, const char *key) {
        QTest::newRow(name) << QString::fromUtf8(file) << QByteArray(before) << QByteArray(after)
                            << QString::fromUtf8(key);
    };
    row("syntax", "pack.json", R"("version": "1",)",
        R"("version": "1")"
        " \"x\"",
        "");
    row("unknown key", "pack.json", R"("version": "1",)", R"("version": "1", "colour": "red",)", "colour");
    row("missing key", "pack.json", R"("fen": 8000, )", "", "fee.fen");
    row("wrong kind", "pack.json", R"("fen": 8000)", R"("fen": "8000")", "fee.fen");
    row("not a whole number", "pack.json", R"("fen": 8000)", R"("fen": 80.5)", "fee.fen");
    row("empty text", "pack.json", R"("id": "hb-demo")", R"("id": "")", "id");
    row("one language", "pack.json", R"({"zh": "居民卡", "en": "Citizen card"})", R"({"zh": "居民卡"})",
        "document_types.CARD.name.en");
    row("broken offset", "pack.json", R"("+06:00")", R"("6h")", "time_offset");
    row("unknown coverage", "pack.json", R"("coverage": "complete")", R"("coverage": "most")", "coverage");
    row("broken pattern", "pack.json", R"("pattern": "B\\d{7}")", R"("pattern": "B(")", "document_types.CARD.pattern");
    row("specimen that fails", "pack.json", R"("B0000001")", R"("C0000001")", "document_types.CARD.specimens");
    row("unknown default document", "pack.json", R"("default_document_type": "CARD")",
        R"("default_document_type": "ID")", "default_document_type");
    row("unknown profile", "pack.json", R"("profile": "demo")", R"("profile": "other")", "portrait.profile");
    row("a measure nobody reads", "pack.json", R"("min_width_px": 480)",
        R"("measures": {"minRatio": 0.6}, "min_width_px": 480)", "portrait.profiles.demo.measures.minRatio");
    row("limits upside down", "pack.json", R"("min_width_px": 480)", R"("min_width_px": 481)",
        "portrait.profiles.demo.min_width_px");
    row("broken instant", "pack.json", "2024-03-05T23:59:59+06:00", "2024-03-05", "calendar.registration.to");
    row("window upside down", "pack.json", "2024-03-05T23:59:59+06:00", "2024-02-05T23:59:59+06:00",
        "calendar.registration.to");
    row("unknown form", "pack.json", R"("id": "medal",)", R"("id": "medal", "form": "nothing",)",
        "materials.slots.medal.form");
    row("type twice", "types.json", R"("id": "S")", R"("id": "P")", "P.id");
    row("unknown step", "types.json", R"("materials", "review", "information")",
        R"("material", "review", "information")", "P.steps");
    row("nobody reviews", "types.json", R"("materials", "review", "information")", R"("materials", "information")",
        "P.steps");
    row("nowhere to upload", "types.json", R"("materials", "review", "information")", R"("review", "information")",
        "P.steps");
    row("a format there is not", "pack.json", R"("formats": ["jpg)", R"("formats": ["jpeg)",
        "portrait.profiles.demo.formats");
    row("no format", "pack.json", R"("formats": ["jpg"])", R"("formats": [])", "portrait.profiles.demo.formats");
    row("a step of the archive nobody can name", "pack.json", R"(["printed", "handed-in"])", R"(["printed", "posted"])",
        "archive_routes.county-archive.steps");
    row("steps without end", "types.json", R"("payment", "complete"])", R"("payment"])", "P.steps");
    row("unknown field", "types.json", R"("name": "required")", R"("nickname": "required")", "P.fields.nickname");
    row("unknown use", "types.json", R"("name": "required")", R"("name": "perhaps")", "P.fields.name");
    row("unknown slot", "types.json", R"("card_scan")", R"("card")", "P.materials.1.one_of");
    row("no slot", "types.json", R"(["card_scan"])", "[]", "P.materials.1.one_of");
    row("unknown role", "types.json", R"("role": "county")", R"("role": "city")", "P.review.only.role");
    row("unknown conversion target", "types.json", R"("to": "P")", R"("to": "Q")", "S.conversions.leave-service.to");
    row("unknown trigger", "types.json", R"("trigger": "request")", R"("trigger": "wish")",
        "S.conversions.leave-service.trigger");
    row("unknown window", "types.json", R"("window": "registration")", R"("window": "never")",
        "S.conversions.leave-service.window");
    row("unknown route", "types.json", R"("county-archive")", R"("attic")", "P.archive_route");
    row("unknown reason", "types.json", R"("usual_reasons": ["P1")", R"("usual_reasons": ["P7")", "P.usual_reasons");
    row("day that does not exist", "types.json", R"("2024-12-31")", R"("2024-02-30")", "P.graduation.to");
    row("graduation upside down", "types.json", R"("2024-12-31")", R"("2023-12-31")", "P.graduation.to");
    row("unknown canonical field", "fields.json", R"("field": "phone")", R"("field": "fax")", "fax.field");
    row("field twice", "fields.json", R"("field": "phone")", R"("field": "name")", "name.field");
    row("coded field without table", "fields.json", R"("kind": "code", "table": "sex")", R"("kind": "code")",
        "sex.kind");
    row("unknown table", "fields.json", R"("table": "sex")", R"("table": "gender")", "sex.table");
    row("unknown clause", "rules.json", R"("clause": "H1")", R"("clause": "H99")", "type.known.clause");
    row("quote not in the sources", "rules.json", R"("quote": "只能选择一类")", R"("quote": "可以选择两类")",
        "type.known.quote");
    row("unknown severity", "rules.json", R"("severity": "error")", R"("severity": "fatal")", "type.known.severity");
    row("guess that refuses", "rules.json", R"("severity": "error")", R"("guess": true, "severity": "error")",
        "type.known.severity");
    row("no general message", "rules.json", R"("messages": {)",
        R"("messages": {"other": {"zh": "x", "en": "x"}}, "was": {)", "type.known.messages");
    row("binding twice", "rules.json", R"("id": "portrait.width")", R"("id": "type.known")", "type.known.id");
    row("clause twice", "clauses.csv", "H2,demo-notice.md", "H1,demo-notice.md", "H1.id");
    row("false quote", "clauses.csv", "报名费 80 元。", "报名费 90 元。", "H5.quote");
    row("unknown document", "clauses.csv", "H3,demo-notice.md", "H3,other.md", "H3.document");
    row("row too short", "clauses.csv", ",data:fee", "", "H5");
    row("missing column", "clauses.csv", "says_en", "says_mn", "says_en");
    row("unknown target", "reasons.csv", ",portrait,", ",picture,", "P1.target");
    row("unknown target slot", "reasons.csv", ",material,", ",material:nothing,", "M1.target");
    row("unknown target field", "reasons.csv", ",any,", ",\"field:name,nickname\",", "X9.target");
    row("not a flag", "reasons.csv", ",any,1,", ",any,yes,", "X9.needs_note");
    row("unknown rule of a reason", "reasons.csv", ",any,1,", ",any,1,no.rule", "X9.rules");
    row("code twice", "tables/sex.csv", "f,女", "m,女", "m.code");
    row("code without name", "tables/sex.csv", "f,女", "f,", "f.name_zh");
    row("unknown category", "catalogue.csv", "汉语言文学,A", "汉语言文学,C", "570201.category_code");
    row("major in two categories", "catalogue.csv", "数学与应用数学,B", "汉语言文学,B", "510201.category_code");
    row("category told two ways", "categories.csv", "B,理科", "A,理科", "A.category");
    row("notice twice", "notices.json", "\"number\": 1", "\"number\": \"1\"", "1.number");
    row("form without a language", "forms.json", R"("en": "Receipt")", R"("en": "")", "receipt.title.en");
    row("text without a language", "texts.json", R"("zh": "简章·{paragraph}")", R"("zh": "")", "clause.H.zh");
    row("text with an unknown name", "texts.json", R"("zh": "简章·{paragraph}")", R"("zh": "简章·{para}")",
        "clause.H.zh");
    row("text with an open brace", "texts.json", R"("zh": "简章·{paragraph}")", R"("zh": "简章·{paragraph")",
        "clause.H.zh");
    row("name with a placeholder", "pack.json", R"("en": "Citizen card")", R"("en": "Card {number}")",
        "document_types.CARD.name.en");
    row("reason with an unknown name", "reasons.csv", "照片不符", "{photo}不符", "P1.text_zh");
    row("negative fee", "pack.json", R"("fen": 8000)", R"("fen": -1)", "fee.fen");
    row("fee beyond all numbers", "pack.json", R"("fen": 8000)", R"("fen": 4294967297)", "fee.fen");
    row("year beyond all numbers", "tables/region.csv", "990102,老港区,,1999", "990102,老港区,,9223372036854775807",
        "990102.end_year");
    row("negative hold", "pack.json", R"("hold_seconds": 5)", R"("hold_seconds": -5)", "review.hold_seconds");
    row("negative size", "pack.json", R"("max_bytes": 2097152)", R"("max_bytes": -1)", "materials.max_bytes");
    row("negative least size", "pack.json", R"("max_bytes": 40960)", R"("min_bytes": -1, "max_bytes": 40960)",
        "portrait.profiles.demo.min_bytes");
    row("bytes upside down", "pack.json", R"("max_bytes": 40960)", R"("min_bytes": 40961, "max_bytes": 40960)",
        "portrait.profiles.demo.min_bytes");
    row("hours upside down", "pack.json", R"("id": "payment",)",
        R"("id": "payment", "daily_from": "18:00", "daily_to": "09:00",)", "calendar.payment.daily_to");
    row("heads upside down", "pack.json", R"("min_width_px": 480)",
        R"("measures": {"fitHead": 0.7, "fitHeadMost": 0.6}, "min_width_px": 480)", "portrait.profiles.demo.measures");
    row("years upside down", "tables/region.csv", "990102,老港区,,1999", "990102,老港区,2001,1999", "990102.end_year");
    row("no year", "tables/region.csv", "990102,老港区,,1999", "990102,老港区,,last", "990102.end_year");
}

void TestPackDefects::aSeededDefectIsNamedByFileLineAndKey()
{
    QFETCH(QString, file);
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, after);
    QFETCH(QString, key);
    PackFiles files = demoFiles();
    const int line = seed(files, file.toStdString(), before.toStdString(), after.toStdString());
    QVERIFY2(line > 0, "the defect was not seeded");
    const LoadedPack loaded = loadPackFiles(std::move(files));
    QVERIFY(!loaded.pack);
    const PackProblem *problem = findProblem(loaded, file, key);
    QVERIFY2(problem, qPrintable(allOf(loaded)));
    QVERIFY(problem->fatal);
    QVERIFY2(std::abs(problem->line - line) <= (key.isEmpty() ? 1 : 0), qPrintable(allOf(loaded)));
    QVERIFY(!problem->message.zh.empty() && !problem->message.en.empty());
}

/// The other side of the same boundary.
void TestPackDefects::itsRightNeighbourLoads_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("after");
    const auto row = [](const char *name, const char *file, const char *before, const char *after) {
        QTest::newRow(name) << QString::fromUtf8(file) << QByteArray(before) << QByteArray(after);
    };
    row("known name twice", "texts.json", R"("zh": "简章·{paragraph}")", R"("zh": "{paragraph}·{paragraph}")");
    row("text without its name", "texts.json", R"("zh": "简章·{paragraph}")", R"("zh": "简章")");
    row("closing brace alone", "texts.json", R"("zh": "简章·{paragraph}")", R"("zh": "简章}·{paragraph}")");
    row("reason with its name", "reasons.csv", "照片不符", "{material}不符");
    row("no fee", "pack.json", R"("fen": 8000)", R"("fen": 0)");
    row("no hold", "pack.json", R"("hold_seconds": 5)", R"("hold_seconds": 0)");
    row("no limit of size", "pack.json", R"("max_bytes": 2097152)", R"("max_bytes": 0)");
    row("one size", "pack.json", R"("max_bytes": 40960)", R"("min_bytes": 40960, "max_bytes": 40960)");
    row("one moment", "pack.json", R"("id": "payment",)",
        R"("id": "payment", "daily_from": "09:00", "daily_to": "09:00",)");
    row("one head", "pack.json", R"("min_width_px": 480)",
        R"("measures": {"fitHead": 0.6, "fitHeadMost": 0.6}, "min_width_px": 480)");
    row("within one year", "tables/region.csv", "990102,老港区,,1999", "990102,老港区,2000,1999");
}

void TestPackDefects::itsRightNeighbourLoads()
{
    QFETCH(QString, file);
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, after);
    PackFiles files = demoFiles();
    QVERIFY(seed(files, file.toStdString(), before.toStdString(), after.toStdString()) > 0);
    const LoadedPack loaded = loadPackFiles(std::move(files));
    QVERIFY2(loaded.pack && loaded.problems.empty(), qPrintable(allOf(loaded)));
}

/// Editors hide it and half of the tools stop there.
void TestPackDefects::aNulByteInATableIsNamed()
{
    for (const char *file : {"tables/sex.csv", "reasons.csv", "catalogue.csv"}) {
        PackFiles files = demoFiles();
        std::string &bytes = files[file];
        const auto second = bytes.find('\n') + 1;
        bytes.insert(second + 1, 1, '\0');
        const LoadedPack loaded = loadPackFiles(std::move(files));
        QVERIFY(!loaded.pack);
        const PackProblem *problem = findProblem(loaded, QString::fromUtf8(file), {});
        QVERIFY2(problem && problem->line == 2, qPrintable(allOf(loaded)));
        QVERIFY(problem->message.zh.find("NUL") != std::string::npos);
        QVERIFY(problem->message.en.find("NUL") != std::string::npos);
    }
}

void TestPackDefects::everyDefectIsReportedNotOnlyTheFirst()
{
    PackFiles files = demoFiles();
    QVERIFY(seed(files, "pack.json", R"("fen": 8000)", R"("fen": true)"));
    QVERIFY(seed(files, "types.json", R"("card_scan")", R"("card")"));
    QVERIFY(seed(files, "clauses.csv", "报名费 80 元。", "报名费 90 元。"));
    const LoadedPack loaded = loadPackFiles(std::move(files));
    QVERIFY(findProblem(loaded, u"pack.json"_s, u"fee.fen"_s));
    QVERIFY(findProblem(loaded, u"types.json"_s, u"P.materials.1.one_of"_s));
    QVERIFY(findProblem(loaded, u"clauses.csv"_s, u"H5.quote"_s));
    QCOMPARE(loaded.problems.size(), std::size_t(3));
}

void TestPackDefects::aMissingFileIsNamed_data()
{
    QTest::addColumn<QString>("file");
    for (const char *file : {"pack.json", "types.json", "fields.json", "rules.json", "clauses.csv", "reasons.csv",
                             "notices.json", "forms.json", "texts.json", "categories.csv", "catalogue.csv"})
        QTest::newRow(file) << QString::fromUtf8(file);
}

void TestPackDefects::aMissingFileIsNamed()
{
    QFETCH(QString, file);
    PackFiles files = demoFiles();
    QVERIFY(files.erase(file.toStdString()));
    const LoadedPack loaded = loadPackFiles(std::move(files));
    QVERIFY2(findProblem(loaded, file, {}), qPrintable(allOf(loaded)));
    QVERIFY(!loaded.pack);
}

/// What others refer to is not called unknown when it could not be read.
void TestPackDefects::whatCannotBeReadIsTheOnlyProblem_data()
{
    QTest::addColumn<QString>("file");
    for (const char *file :
         {"pack.json", "types.json", "fields.json", "rules.json", "notices.json", "forms.json", "texts.json"})
        QTest::newRow(file) << QString::fromUtf8(file);
}

void TestPackDefects::whatCannotBeReadIsTheOnlyProblem()
{
    QFETCH(QString, file);
    PackFiles files = demoFiles();
    std::string &text = files.find(file.toStdString())->second;
    const std::size_t colon = text.find(':');
    QVERIFY(colon != std::string::npos);
    text.erase(colon, 1);
    const LoadedPack loaded = loadPackFiles(std::move(files));
    QVERIFY(!loaded.pack);
    QVERIFY2(loaded.problems.size() == 1 && findProblem(loaded, file, {}), qPrintable(allOf(loaded)));
    const std::string told = problemText(loaded.problems.front());
    QVERIFY2(told.starts_with(file.toStdString() + ':') && told.find(" / ") != std::string::npos, told.c_str());
}

void TestPackDefects::aFieldWithoutDescriptionIsNamed()
{
    PackFiles files = demoFiles();
    QVERIFY(seed(files, "fields.json", R"("field": "materials")", R"("field": "material")"));
    QVERIFY(findProblem(loadPackFiles(std::move(files)), u"fields.json"_s, u"materials"_s));
}

/// A finding names the first measure: it must be one that is judged.
void TestPackDefects::theFirstBoundOfALimitIsNoCondition()
{
    const auto loadedWith = [](std::string_view when) {
        PackFiles files = demoFiles();
        files["portrait.json"] =
            R"([{"id": "portrait.sharp", "clause": "H1", "quote": "只能选择一类", "severity": "warning",
            "outcome": "needs-review", "title": {"zh": "糊", "en": "blurred"}, "message": {"zh": "糊", "en": "blurred"},
            "when": [)" +
            std::string(when) + "]}]";
        return loadPackFiles(std::move(files));
    };
    const std::string blurred = R"({"measure": "sharpness.scaled", "below": 1})";
    const std::string largeEnough = R"({"measure": "head.eye_distance", "above": 9, "condition": true})";
    const LoadedPack right = loadedWith(blurred + ", " + largeEnough);
    QVERIFY2(right.pack, qPrintable(allOf(right)));
    QVERIFY(!right.pack->portraitLimits.front().when[0].isCondition);
    QVERIFY(right.pack->portraitLimits.front().when[1].isCondition);
    const LoadedPack wrong = loadedWith(largeEnough + ", " + blurred);
    QVERIFY(!wrong.pack);
    QVERIFY2(findProblem(wrong, u"portrait.json"_s, u"portrait.sharp.when"_s), qPrintable(allOf(wrong)));
}

/// A limit fills in what it measured and nothing else; below its lower end and above its upper one it speaks.
void TestPackDefects::aLimitFillsInWhatItMeasured()
{
    const auto problemsWith = [](std::string_view when, std::string_view message) {
        PackFiles files = demoFiles();
        files["portrait.json"] =
            R"([{"id": "portrait.sharp", "clause": "H1", "quote": "只能选择一类", "severity": "warning",
 "outcome": "needs-review", "title": {"zh": "糊", "en": "blurred"},
 "message": {"zh": ")" +
            std::string(message) + R"(", "en": "blurred"},
 "when": [)" +
            std::string(when) + "]}]";
        return loadPackFiles(std::move(files));
    };
    constexpr std::string_view two =
        R"({"measure": "sharpness.scaled", "below": 1, "above": 1}, {"measure": "head.ratio", "above": 9})";
    const LoadedPack right = problemsWith(two, "{measure} {value} {limit} {head.ratio}");
    QVERIFY2(right.pack, qPrintable(allOf(right)));
    const LoadedPack unknown = problemsWith(two, "{value} {software}");
    const PackProblem *named = findProblem(unknown, u"portrait.json"_s, u"portrait.sharp.message.zh"_s);
    QVERIFY2(named && named->line == 3 && !unknown.pack, qPrintable(allOf(unknown)));
    QVERIFY(named->message.zh.find("{software}") != std::string::npos);
    QVERIFY(named->message.en.find("{head.ratio}") != std::string::npos); // the ones that are known
    const LoadedPack all = problemsWith(R"({"measure": "sharpness.scaled", "below": 1.1, "above": 1})", "{value}");
    const PackProblem *crossed = findProblem(all, u"portrait.json"_s, u"portrait.sharp.when.1.below"_s);
    QVERIFY2(crossed && crossed->line == 4 && !all.pack, qPrintable(allOf(all)));
}

/// Of limits with one id the first that speaks is heard: what it covers wholly is never said.
void TestPackDefects::aRefusalBehindItsWarningIsNamed_data()
{
    QTest::addColumn<QByteArray>("first");
    QTest::addColumn<QByteArray>("second");
    QTest::addColumn<bool>("isHeard");
    QTest::newRow("narrower first") << QByteArray(R"("below": 1)") << QByteArray(R"("below": 2)") << true;
    QTest::newRow("the same twice") << QByteArray(R"("below": 1)") << QByteArray(R"("below": 1)") << false;
    QTest::newRow("wider first") << QByteArray(R"("below": 2)") << QByteArray(R"("below": 1)") << false;
    QTest::newRow("other end") << QByteArray(R"("below": 2)") << QByteArray(R"("above": 3)") << true;
    QTest::newRow("both ends") << QByteArray(R"("below": 2, "above": 3)") << QByteArray(R"("above": 3)") << false;
    QTest::newRow("one of both") << QByteArray(R"("above": 3)") << QByteArray(R"("below": 2, "above": 3)") << true;
}

void TestPackDefects::aRefusalBehindItsWarningIsNamed()
{
    QFETCH(QByteArray, first);
    QFETCH(QByteArray, second);
    QFETCH(bool, isHeard);
    const auto limit = [](const QByteArray &bound) {
        return R"({"id": "portrait.sharp", "clause": "H1", "quote": "只能选择一类", "severity": "warning",
            "outcome": "needs-review", "title": {"zh": "糊", "en": "blurred"}, "message": {"zh": "糊", "en": "blurred"},
            "when": [{"measure": "sharpness.scaled", )" +
               bound.toStdString() + "}]}";
    };
    PackFiles files = demoFiles();
    files["portrait.json"] = '[' + limit(first) + ",\n" + limit(second) + ']';
    const LoadedPack loaded = loadPackFiles(std::move(files));
    QVERIFY2(bool(loaded.pack) == isHeard, qPrintable(allOf(loaded)));
    const PackProblem *named = findProblem(loaded, u"portrait.json"_s, u"portrait.sharp.when"_s);
    QVERIFY2(isHeard ? !named : named && named->line == 6, qPrintable(allOf(loaded)));
}

void TestPackDefects::remarksDoNotKeepAPackFromLoading()
{
    PackFiles files = demoFiles();
    QVERIFY(seed(files, "clauses.csv", ",data:fee", ",rule:no.such"));
    QVERIFY(seed(files, "categories.csv", "0701", "0702"));
    QVERIFY(files.erase("SOURCES.md"));
    const LoadedPack loaded = loadPackFiles(std::move(files));
    QVERIFY2(loaded.pack, qPrintable(allOf(loaded)));
    QVERIFY(findProblem(loaded, u"clauses.csv"_s, u"H5.by"_s));
    QVERIFY(findProblem(loaded, u"categories.csv"_s, u"0701"_s));
    QVERIFY(findProblem(loaded, u"SOURCES.md"_s, {}));
    QCOMPARE(loaded.problems.size(), std::size_t(3));
}

void TestPackDefects::anEmptyCatalogueIsRefusedWhereTypesChooseFromIt()
{
    PackFiles files = demoFiles();
    std::string &catalogue = files["catalogue.csv"];
    catalogue.resize(catalogue.find('\n') + 1);
    const LoadedPack loaded = loadPackFiles(files);
    QVERIFY2(!loaded.pack && findProblem(loaded, u"catalogue.csv"_s, {}), qPrintable(allOf(loaded)));
    std::string &types = files["types.json"];
    const std::string chooses = R"("major_entry": "catalogue")";
    for (auto at = types.find(chooses); at != std::string::npos; at = types.find(chooses))
        types.replace(at, chooses.size(), R"("major_entry": "manual")");
    QVERIFY2(!findProblem(loadPackFiles(files), u"catalogue.csv"_s, {}), qPrintable(allOf(loadPackFiles(files))));
}

void TestPackDefects::aPackWithoutSourcesIsRefused()
{
    PackFiles files = demoFiles();
    QVERIFY(files.erase("sources/demo-notice.md"));
    const LoadedPack loaded = loadPackFiles(std::move(files));
    QVERIFY(!loaded.pack);
    QVERIFY(findProblem(loaded, u"sources"_s, {}));
}

QTEST_GUILESS_MAIN(TestPackDefects)
#include "tst_packdefects.moc"
