#pragma once

#include "tests/server/door.h"

#include <QJsonObject>

#include <set>
#include <string>

namespace zsb {

/// `GET /v1/blobs/{sha256} 206`: one answer the document speaks of.
using SeenAnswers = std::set<std::string>;

/// What the document says of one route; empty: nothing.
[[nodiscard]] QJsonObject operationOf(const QJsonObject &document, std::string_view method, std::string_view pattern);
/// Every route with every status the document gives it, but the ones for anything else that goes wrong.
[[nodiscard]] SeenAnswers documentedAnswers(const QJsonObject &document);

/// Asks a service, holds every answer against the document and notes which ones there were. Stops the test where they
/// differ.
class Walk
{
public:
    Walk(const QJsonObject &document, SeenAnswers &seen) : m_document(document), m_seen(seen) {}

    Door door;
    ServerFixture &f = door.f;

    HttpResponse ask(const std::string &method, const std::string &path, const std::string &token = {},
                     std::string body = {}, const std::map<std::string, std::string> &headers = {});
    /// The same until it is too often.
    void hammer(const std::string &method, const std::string &path, const std::string &body = {});
    /// A token of somebody of the staff with these roles everywhere.
    [[nodiscard]] std::string as(const std::vector<std::string> &roles);
    /// A file somebody with `as({"registrar"})` has begun at the desk, up to its name.
    void begin(const std::string &id);

private:
    void check(const QJsonObject &operation, const HttpResponse &response, const std::string &what) const;

    const QJsonObject &m_document;
    SeenAnswers &m_seen;
};

// Walks, one a group of routes; each has a service of its own.
void walkPublic(Walk walk);
void walkFiles(Walk walk);
void walkRefusals(Walk walk);
void walkBlobs(Walk walk);
void walkUploads(Walk walk);
void walkSessions(Walk walk);
void walkCaptures(Walk walk);
void walkAccounts(Walk walk);
void walkAccountsInPerson(Walk walk);
void walkPayments(Walk walk);

} // namespace zsb
