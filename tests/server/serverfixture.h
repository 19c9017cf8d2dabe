#pragma once

#include "core/base/hash.h"
#include "core/protocol/changes.h"
#include "core/protocol/op.h"
#include "core/protocol/wire.h"
#include "core/server/epochs.h"
#include "core/server/server.h"
#include "core/storage/chain.h"
#include "tests/support/testdatabase.h"
#include "tests/support/testpack.h"

#include <QTemporaryDir>

#include <algorithm>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace zsb {

/// The bytes of the pack of the product. Read once per test program.
[[nodiscard]] inline const std::shared_ptr<const PackFiles> &packFiles()
{
    static const auto files =
        std::make_shared<const PackFiles>(*readPackFiles(std::string(ZSB_SOURCE_DIR) + "/resources/policies/nm-2023"));
    return files;
}

/// A server in a folder of its own with the pack of the product, a clock that stands and random bytes that repeat.
class ServerFixture
{
public:
    ServerFixture() : ServerFixture(nullptr) {}
    explicit ServerFixture(std::shared_ptr<const FieldCodec> with)
        : book(*RuleBook::bind(sharedNm2023())), codec(std::move(with))
    {
        config.askingRate = {1e9, 1e9};
        config.requireDevice = false;
        suite = *cryptoSuite(SuiteId::International);
        key = std::make_shared<const SigningKey>(*suite->newSigningKey(random()));
        open();
    }

    void open()
    {
        server.reset();
        auto opened = Server::open(parts());
        if (!opened)
            qFatal("%s", opened.error().detail.c_str());
        server = *std::move(opened);
    }
    /// As after a restore.
    void renewEpoch()
    {
        server.reset();
        {
            const auto store = Store::open(season());
            auto transaction = Transaction::begin((*store)->database());
            if (!beginEpoch((*store)->database(), now, random()) || !transaction->commit())
                qFatal("no other epoch");
        }
        open();
    }
    [[nodiscard]] ServerParts parts()
    {
        return {.store = season(),
                .book = book,
                .packs = {{book->pack().hash, packFiles()}},
                .clock = [this] { return now; },
                .random = random(),
                .suite = suite,
                .key = key,
                .authority = authority,
                .landmarks = {},
                .captcha = captcha,
                .paymentSecret = paymentSecret,
                .config = config};
    }
    [[nodiscard]] std::string folder() const { return m_folder.path().toStdString(); }
    /// What any other connection is opened with.
    [[nodiscard]] StoreOptions season() const
    {
        return {.folder = folder(), .codec = codec, .database = testsPostgres() ? m_database : std::string()};
    }
    [[nodiscard]] Result<LogVerdict> log() const { return verifyLog(m_database); }
    [[nodiscard]] RandomSource random()
    {
        return [this](std::span<std::uint8_t> bytes) {
            for (std::uint8_t &byte : bytes)
                byte = std::uint8_t((m_seed = m_seed * 1'103'515'245u + 12'345u) >> 16);
        };
    }

    [[nodiscard]] std::string token(const std::string &actor, std::vector<Scope> scopes)
    {
        return *server->tokens().issue({{actor}, actor, std::move(scopes), {}, 0}, now, now + std::chrono::minutes(10));
    }
    [[nodiscard]] HttpResponse ask(const std::string &method, const std::string &path, const std::string &token = {},
                                   std::string body = {}, const std::map<std::string, std::string> &headers = {})
    {
        HttpRequest request;
        request.headers = headers;
        request.method = method;
        request.path = path.substr(0, path.find('?'));
        for (std::string rest = path.size() > request.path.size() ? path.substr(request.path.size() + 1) : "";
             !rest.empty();) {
            const std::size_t end = std::min(rest.find('&'), rest.size());
            const std::size_t equals = rest.find('=');
            request.query.emplace_back(rest.substr(0, equals), rest.substr(equals + 1, end - equals - 1));
            rest.erase(0, end + 1);
        }
        if (!token.empty())
            request.headers["authorization"] = "Bearer " + token;
        request.body = std::move(body);
        request.peerCertificate = certificate;
        return server->handle(request);
    }

    [[nodiscard]] Command command(const std::string &application, CommandBody body, const std::string &actor = "reg",
                                  const std::string &role = "registrar")
    {
        return {.id = {"cmd-" + std::to_string(++m_ids)},
                .application = {application},
                .actor = {actor},
                .role = role,
                .at = now,
                .revision = 0,
                .packHash = book->pack().hash,
                .body = std::move(body)};
    }
    [[nodiscard]] OpAnswers send(const std::string &token, std::vector<Op> ops)
    {
        const OpBatch batch{server->epoch(), std::move(ops)};
        const HttpResponse response = ask("POST", "/v1/ops:batch", token, wireText(batch));
        if (response.status != 200)
            qFatal("%d %s", response.status, response.body.c_str());
        return *readWire<OpAnswers>(response.body);
    }
    [[nodiscard]] ChangesPage changes(const std::string &token, std::int64_t since, int limit = 500)
    {
        const HttpResponse response =
            ask("GET", "/v1/changes?since=" + std::to_string(since) + "&limit=" + std::to_string(limit), token);
        if (response.status != 200)
            qFatal("%d %s", response.status, response.body.c_str());
        return *readWire<ChangesPage>(response.body);
    }

    Instant now{std::chrono::milliseconds(1'676'422'800'000)}; // 2023-02-15 09:00 in the pack's time zone
    std::shared_ptr<const RuleBook> book;
    std::shared_ptr<const FieldCodec> codec;
    std::shared_ptr<const CryptoSuite> suite;
    std::shared_ptr<const SigningKey> key;
    std::shared_ptr<const CertifiedKey> authority{};
    std::shared_ptr<const CaptchaGate> captcha{};
    std::string certificate{};   ///< what the connection shows
    std::string paymentSecret{}; ///< shared with a gateway
    ServerConfig config{};
    std::unique_ptr<Server> server;

private:
    QTemporaryDir m_folder;
    std::string m_database = freshDatabase(m_folder.path());
    unsigned m_seed = 1;
    int m_ids = 0;
};

inline const std::vector<Scope> registrarOfAll{{.role = "registrar"}};
inline const std::vector<Scope> reviewerOfAll{{.role = "school"}};

} // namespace zsb
