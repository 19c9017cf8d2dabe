#include "tests/server/openapiwalk.h"

#include "tests/server/openapischema.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace zsb {

QJsonObject operationOf(const QJsonObject &document, std::string_view method, std::string_view pattern)
{
    return document.value("paths"_L1)
        .toObject()
        .value(QString::fromUtf8(pattern.data(), qsizetype(pattern.size())))
        .toObject()
        .value(QString::fromUtf8(method.data(), qsizetype(method.size())).toLower())
        .toObject();
}

SeenAnswers documentedAnswers(const QJsonObject &document)
{
    SeenAnswers all;
    for (const Route &route : allRoutes()) {
        const QJsonObject responses =
            operationOf(document, route.method, route.pattern).value("responses"_L1).toObject();
        for (const QString &status : responses.keys()) {
            if (status != "default"_L1)
                all.insert(std::string(route.method) + ' ' + std::string(route.pattern) + ' ' + status.toStdString());
        }
    }
    return all;
}

HttpResponse Walk::ask(const std::string &method, const std::string &path, const std::string &token, std::string body,
                       const std::map<std::string, std::string> &headers)
{
    const HttpResponse response = f.ask(method, path, token, std::move(body), headers);
    const RouteMatch match = f.server->match(method, path.substr(0, path.find('?')));
    if (match.route == nullptr)
        qFatal("no route %s", path.c_str());
    m_seen.insert(std::string(match.route->method) + ' ' + std::string(match.route->pattern) + ' ' +
                  std::to_string(response.status));
    check(operationOf(m_document, match.route->method, match.route->pattern), response, method + ' ' + path);
    return response;
}

void Walk::hammer(const std::string &method, const std::string &path, const std::string &body)
{
    constexpr int most = 1000;
    for (int i = 0; i < most && ask(method, path, {}, body).status != 429; ++i) {
    }
}

std::string Walk::as(const std::vector<std::string> &roles)
{
    std::vector<Scope> scopes;
    for (const std::string &role : roles)
        scopes.push_back({.role = role});
    return f.token(roles.front(), std::move(scopes));
}

void Walk::begin(const std::string &id)
{
    const std::vector<CommandBody> bodies = {CreateDraft{"N-" + id, Origin::Desk}, AcceptNotice{"ticked"},
                                             ChooseType{"N1"}, SetFields{{{Field::Name, "李小明"}}}};
    std::vector<Op> ops;
    for (const CommandBody &body : bodies) {
        Op op{f.command(id, body, "registrar", "registrar")};
        if (!ops.empty())
            op.after = ops.back().command.id;
        ops.push_back(std::move(op));
    }
    for (const OpAnswer &answer : f.send(as({"registrar"}), ops).answers) {
        if (answer.outcome != OpOutcome::Accepted)
            qFatal("%s", answer.refusal.c_str());
    }
}

void Walk::check(const QJsonObject &operation, const HttpResponse &response, const std::string &what) const
{
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
        qFatal("%s: %d %s is not in the document", what.c_str(), response.status, qPrintable(type));
    const QJsonObject schema = content.value(type).toObject().value("schema"_L1).toObject();
    if (schema.isEmpty())
        return;
    const QJsonObject body = QJsonDocument::fromJson(QByteArray::fromStdString(response.body)).object();
    if (const std::string fault = faultOf(body, schema, m_document); !fault.empty())
        qFatal("%s: %d: %s", what.c_str(), response.status, fault.c_str());
}

} // namespace zsb
