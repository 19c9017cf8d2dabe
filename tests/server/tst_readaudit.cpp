#include "tests/server/twoareas.h"

#include <QTest>

using namespace zsb;
using namespace Qt::StringLiterals;

/// docs/security.md, 安全审计: who read what of whom is on the disk before the answer leaves.
class TestReadAudit : public QObject
{
    Q_OBJECT

    /// What is written down of somebody, in the order of the alphabet: `what` and whose, with a space between.
    [[nodiscard]] static std::vector<std::string> readsOf(TwoAreas &areas, const std::string &actor)
    {
        const auto store = Store::openReadOnly(areas.f().season());
        Result<Rows> rows = (*store)->database().run(
            u"SELECT what, application FROM read_audit WHERE actor = ? ORDER BY what"_s, {sqlText(actor)});
        std::vector<std::string> reads;
        while (rows->next())
            reads.push_back(rows->text(0) + ' ' + rows->text(1));
        return reads;
    }
    [[nodiscard]] static std::string insider(TwoAreas &areas, const std::string &role)
    {
        return areas.f().token("in", {{.role = role, .colleges = {"10126"}}});
    }

private slots:
    void oneFileIsWrittenDown()
    {
        TwoAreas areas;
        const std::string token = insider(areas, "school");
        const HttpResponse response = areas.f().ask("GET", "/v1/applications/mine", token);
        QCOMPARE(response.status, 200);
        QVERIFY(!response.header("etag").empty());
        QCOMPARE(areas.f().ask("GET", "/v1/applications/theirs", token).status, 404);
        QCOMPARE(readsOf(areas, "in"), (std::vector<std::string>{"application mine"}));
    }

    void aPageOfTheFeedIsOneEntryAndAnEmptyOneNone()
    {
        TwoAreas areas;
        const std::string token = insider(areas, "school");
        const ChangesPage page = areas.f().changes(token, 0);
        QCOMPARE(page.rows.size(), std::size_t(3));
        QCOMPARE(readsOf(areas, "in"),
                 (std::vector<std::string>{"page rows=3 from=0 to=" + std::to_string(page.next) + ' '}));
        QVERIFY(areas.f().changes(token, page.next).rows.empty());
        QCOMPARE(readsOf(areas, "in").size(), std::size_t(1));
    }

    void picturesAreWrittenDownWithTheirFile()
    {
        TwoAreas areas;
        const std::string token = insider(areas, "school");
        const std::string path = "/v1/blobs/" + areas.mine().sha256;
        QCOMPARE(areas.f().ask("HEAD", path, token).status, 200); // whether it is here: nobody sees anything
        QCOMPARE(areas.f().ask("GET", path, token).status, 200);
        QCOMPARE(areas.f().ask("GET", path + "/preview", token).status, 200);
        QCOMPARE(areas.f().ask("GET", "/v1/blobs/" + areas.theirs().sha256, token).status, 404);
        QCOMPARE(readsOf(areas, "in"), (std::vector<std::string>{"picture mine", "preview mine"}));
    }

    void disputesAreWrittenDown()
    {
        TwoAreas areas;
        QCOMPARE(areas.f().ask("GET", "/v1/disputes", insider(areas, "supervisor")).status, 200);
        QCOMPARE(readsOf(areas, "in"), (std::vector<std::string>{"disputes rows=1 "}));
    }
};

QTEST_GUILESS_MAIN(TestReadAudit)
#include "tst_readaudit.moc"
