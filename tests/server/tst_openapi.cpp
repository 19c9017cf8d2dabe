#include "core/protocol/blobs.h"
#include "core/protocol/leases.h"
#include "core/protocol/problem.h"
#include "core/protocol/wirecodec.h"
#include "core/server/openapitext.h"
#include "tests/server/filesinreview.h"
#include "tests/server/openapischema.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace zsb;
using namespace Qt::StringLiterals;

namespace {

QJsonObject operationOf(const QJsonObject &document, std::string_view method, std::string_view pattern)
{
    return document.value("paths"_L1)
        .toObject()
        .value(QString::fromUtf8(pattern.data(), qsizetype(pattern.size())))
        .toObject()
        .value(QString::fromUtf8(method.data(), qsizetype(method.size())).toLower())
        .toObject();
}

/// Asks, and holds the answer against the document.
class Walk
{
public:
    explicit Walk(const QJsonObject &document) : m_document(document) {}

    ServerFixture f;

    HttpResponse ask(const std::string &method, const std::string &path, const std::string &token,
                     std::string body = {})
    {
        const HttpResponse response = f.ask(method, path, token, std::move(body));
        const std::string bare = path.substr(0, path.find('?'));
        const RouteMatch match = f.server->match(method, bare);
        if (match.route == nullptr)
            qFatal("no route %s", path.c_str());
        check(operationOf(m_document, match.route->method, match.route->pattern), response, method + ' ' + path);
        return response;
    }
    [[nodiscard]] int answers() const { return m_answers; }

private:
    void check(const QJsonObject &operation, const HttpResponse &response, const std::string &what)
    {
        ++m_answers;
        const QJsonObject responses = operation.value("responses"_L1).toObject();
        const QString status = QString::number(response.status);
        if (!responses.contains(status) && response.status < 400)
            qFatal("%s: status %d is not in the document", what.c_str(), response.status);
        QJsonObject described = responses.value(status).toObject();
        if (described.isEmpty() || described.contains("$ref"_L1))
            described = m_document.value("components"_L1)
                            .toObject()
                            .value("responses"_L1)
                            .toObject()
                            .value("Problem"_L1)
                            .toObject();
        const QString type = QString::fromStdString(response.header("content-type"));
        const QJsonObject content = described.value("content"_L1).toObject();
        if (response.body.empty())
            return;
        if (!content.contains(type))
            qFatal("%s: %s is not in the document", what.c_str(), qPrintable(type));
        const QJsonObject schema = content.value(type).toObject().value("schema"_L1).toObject();
        if (schema.isEmpty())
            return;
        const QJsonObject body = QJsonDocument::fromJson(QByteArray::fromStdString(response.body)).object();
        if (const std::string fault = faultOf(body, schema, m_document); !fault.empty())
            qFatal("%s: %s", what.c_str(), fault.c_str());
    }

    const QJsonObject &m_document;
    int m_answers = 0;
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

    void everyAnswerIsAsTheDocumentSays()
    {
        Walk walk(m_document);
        ServerFixture &f = walk.f;
        FileInReview file(f, "a");
        const std::string desk = f.token("reg", registrarOfAll);
        const std::string ann = f.token("ann", reviewerOfAll);
        const std::string sue = f.token("sue", {{.role = "supervisor"}});
        const std::string bytes = "some bytes";
        const std::string sha256 = sha256Hex(bytes);
        for (const char *path :
             {"/v1/health/live", "/v1/health/ready", "/v1/time?nonce=1", "/v1/openapi.json", "/v1/audit/head",
              "/v1/audit/proof?first=1&second=2", "/v1/audit/entry/1/proof", "/v1/audit/entry/99/proof", "/v1/changes",
              "/v1/changes?epoch=x", "/v1/changes?since=x", "/v1/notices", "/v1/applications/a",
              "/v1/applications/none", "/v1/disputes", "/v1/statistics", "/v1/rules/current", "/v1/rules/none"})
            walk.ask("GET", path, sue);
        const OpBatch batch{{}, file.decision("ann", file.version(), Doubt{{}, "?"})};
        walk.ask("POST", "/v1/ops:batch", ann, wireText(batch));
        walk.ask("POST", "/v1/ops:batch", ann, "{");
        walk.ask("POST", "/v1/ops:batch", "no token", wireText(batch));
        walk.ask("POST", "/v1/leases", ann, wireText(LeaseRequest{.count = 1, .role = "school"}));
        walk.ask("POST", "/v1/leases", desk, wireText(LeaseRequest{}));
        walk.ask("POST", "/v1/reconcile", ann, wireText(Reconcile{f.server->epoch(), {{"00", "x"}}}));
        walk.ask("PUT", "/v1/blobs/" + sha256, desk, bytes);
        walk.ask("PUT", "/v1/blobs/" + sha256, desk, "other bytes");
        walk.ask("HEAD", "/v1/blobs/" + sha256, desk);
        walk.ask("GET", "/v1/blobs/" + sha256, desk);
        walk.ask("GET", "/v1/blobs/" + sha256 + "/preview", desk);
        walk.ask("POST", "/v1/blobs:batch", desk, wireText(BlobBatch{{{sha256, "c29tZSBieXRlcw==", {}}}}));
        const HttpResponse begun =
            walk.ask("POST", "/v1/uploads", desk, wireText(NewUpload{sha256Hex("abc"), 3, "material"}));
        walk.ask("GET", begun.header("location"), desk);
        walk.ask("PATCH", begun.header("location"), desk, "abc");
        walk.ask("DELETE", begun.header("location"), desk);
        walk.ask("DELETE", begun.header("location"), desk);
        walk.ask("POST", "/v1/session", {}, wireText(SignIn{.user = "x", .password = "y"}));
        walk.ask("POST", "/v1/session/refresh", {}, wireText(RefreshSession{"x"}));
        walk.ask("POST", "/v1/enrol", {}, wireText(Enrol{.code = "x", .request = "y"}));
        walk.ask("DELETE", "/v1/session", ann);
        QVERIFY(walk.answers() > 35);
    }
};

QTEST_GUILESS_MAIN(TestOpenApi)
#include "tst_openapi.moc"
