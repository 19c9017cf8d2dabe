#include "core/protocol/wirecodec.h"
#include "core/server/answers.h"
#include "core/server/asked.h"
#include "core/server/routegroups.h"
#include "core/server/server.h"

#include <array>

using namespace Qt::StringLiterals;

namespace zsb {
namespace {

struct Proof
{
    std::int64_t size = 0;
    std::string hash{}; ///< of the event, for a proof that it is in the log
    std::vector<std::string> proof{};
    static constexpr auto members()
    {
        return std::tuple(required("size", &Proof::size), member("hash", &Proof::hash),
                          required("proof", &Proof::proof));
    }
    bool operator==(const Proof &) const = default;
};

Answer head(const Call &call, Reader &reader)
{
    const auto witness = numberIn<std::int64_t>(call.request.parameter("witness"));
    if (!witness)
        return problemResponse(ProblemType::BadRequest, "witness");
    const Result<CheckpointNote> note = reader.server().auditTree().head(reader.database(), *witness);
    return note ? answerWith(*note) : problemResponse(note.error());
}

Answer consistency(const Call &call, Reader &reader)
{
    const auto first = numberIn<std::int64_t>(call.request.parameter("first"));
    const auto second = numberIn<std::int64_t>(call.request.parameter("second"));
    if (!first || !second)
        return problemResponse(ProblemType::BadRequest, "first, second");
    Result<std::vector<std::string>> proof =
        reader.server().auditTree().consistency(reader.database(), *first, *second);
    return proof ? answerWith(Proof{*second, {}, *std::move(proof)}) : problemResponse(proof.error());
}

Answer entry(const Call &call, Reader &reader)
{
    const auto seq = numberIn<std::int64_t>(call.path.at("seq"));
    const Result<CheckpointNote> note = reader.server().auditTree().head(reader.database(), 0);
    if (!note)
        return problemResponse(note.error());
    const auto size = numberIn<std::int64_t>(call.request.parameter("size"), note->size);
    if (!seq || !size)
        return problemResponse(ProblemType::BadRequest, "seq, size");
    Result<std::vector<std::string>> proof = reader.server().auditTree().inclusion(reader.database(), *seq, *size);
    if (!proof)
        return problemResponse(proof.error());
    Result<Rows> rows = reader.database().run(u"SELECT hash FROM events WHERE seq = ?"_s, {sqlInteger(*seq)});
    if (!rows || !rows->next())
        return problemResponse(rows ? Error{ErrorCode::NotFound, {}} : rows.error());
    return answerWith(Proof{*size, rows->text(0), *std::move(proof)});
}

constexpr std::array routes = {
    Route{.method = "GET", .pattern = "/v1/audit/head", .handler = head},
    Route{.method = "GET", .pattern = "/v1/audit/proof", .handler = consistency},
    Route{.method = "GET", .pattern = "/v1/audit/entry/{seq}/proof", .handler = entry},
};

} // namespace

std::span<const Route> auditRoutes()
{
    return routes;
}

} // namespace zsb
