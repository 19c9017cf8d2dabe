#include "core/protocol/problem.h"
#include "core/protocol/wirecodec.h"
#include "core/server/openapitext.h"
#include "tests/server/openapischema.h"
#include "tests/server/openapiwalk.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

#include <map>
#include <string>

using namespace zsb;
using namespace Qt::StringLiterals;

namespace {

/// Documented answers that no walk gets, and why.
const std::map<std::string, std::string> unseen = {
    {"GET /v1/health/ready 503", "a database that is gone: tst_failures"},
    {"GET /v1/blobs/{sha256} 206", "the carrier cuts files: tests/http/tst_carrier"},
    {"GET /v1/blobs/{sha256} 416", "the carrier cuts files: tests/http/tst_carrier"},
    {"PUT /v1/blobs/{sha256} 507", "a disk that is full"},
    {"POST /v1/blobs:batch 507", "a disk that is full"},
    {"POST /v1/uploads 507", "a disk that is full"},
    {"PATCH /v1/uploads/{id} 507", "a disk that is full"},
    {"POST /c/{token} 507", "a disk that is full"},
};

} // namespace

/// docs/api/openapi.yaml says what the service does: every route, status and schema.
class TestOpenApi : public QObject
{
    Q_OBJECT

    const QJsonObject m_document = readOpenApiYaml();

private slots:
    void everyRouteIsInTheDocumentAndNothingElse()
    {
        int routes = 0;
        for (const Route &route : allRoutes()) {
            const QJsonObject operation = operationOf(m_document, route.method, route.pattern);
            QVERIFY2(!operation.isEmpty(), std::string(route.pattern).c_str());
            QCOMPARE(operation.contains("security"_L1), route.anyone);
            QVERIFY(operation.value("responses"_L1).toObject().contains("default"_L1));
            QVERIFY(!operation.value("operationId"_L1).toString().isEmpty());
            const bool hasBody = operation.contains("requestBody"_L1);
            QCOMPARE(hasBody, route.maxBody > 0);
            ++routes;
        }
        int documented = 0;
        for (const QJsonValue &path : m_document.value("paths"_L1).toObject())
            documented += int(path.toObject().size());
        QCOMPARE(documented, routes);
    }

    void whatIsServedIsTheDocument()
    {
        ServerFixture f;
        const HttpResponse response = f.ask("GET", "/v1/openapi.json");
        QCOMPARE(response.status, 200);
        QVERIFY(QJsonDocument::fromJson(QByteArray::fromStdString(response.body)).object() == m_document);
        QCOMPARE(m_document.value("openapi"_L1).toString(), u"3.1.0"_s);
    }

    void everyProblemHasItsTypeAndTitlesInBothLanguages()
    {
        const QJsonObject schemas = m_document.value("components"_L1).toObject().value("schemas"_L1).toObject();
        for (const auto &[type, id] : enumIds(ProblemType{})) {
            const QJsonObject json = toJsonValue(problemOf(type)).toObject();
            const std::string fault = faultOf(json, schemas.value("Problem"_L1).toObject(), m_document);
            QVERIFY2(fault.empty(), fault.c_str());
            QVERIFY(json.contains("title_zh"_L1));
        }
    }

    /// And every answer it speaks of is one somebody gets.
    void everyAnswerIsAsTheDocumentSays()
    {
        SeenAnswers seen;
        for (void (*walk)(Walk) : {walkPublic, walkFiles, walkRefusals, walkBlobs, walkUploads, walkSessions,
                                   walkCaptures, walkAccounts, walkAccountsInPerson, walkPayments})
            walk(Walk(m_document, seen));
        std::string missing;
        for (const std::string &answer : documentedAnswers(m_document)) {
            if (!seen.contains(answer) && !unseen.contains(answer))
                missing += answer + ", ";
        }
        QVERIFY2(missing.empty(), missing.c_str());
        for (const auto &[answer, reason] : unseen)
            QVERIFY2(!seen.contains(answer), (answer + " is seen after all: " + reason).c_str());
    }
};

QTEST_GUILESS_MAIN(TestOpenApi)
#include "tst_openapi.moc"
