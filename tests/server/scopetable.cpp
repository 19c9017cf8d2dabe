#include "tests/server/scopetable.h"

#include "core/protocol/blobs.h"
#include "core/protocol/capture.h"
#include "core/protocol/changes.h"
#include "core/protocol/leases.h"
#include "core/protocol/notices.h"
#include "core/protocol/payment.h"

namespace zsb {
namespace {

std::string approval(const Side &side, const std::string &role, const std::string &)
{
    Op op;
    op.command = {.id = {"by-" + role + "-on-" + side.file},
                  .application = {side.file},
                  .actor = {"x-" + role},
                  .role = role,
                  .at = {},
                  .revision = 0,
                  .packHash = nm2023().hash,
                  .body = Approve{}};
    return wireText(OpBatch{{}, {op}});
}

std::string reconciling(const Side &, const std::string &, const std::string &epoch)
{
    return wireText(Reconcile{epoch, {}});
}

std::string reading(const Side &, const std::string &, const std::string &)
{
    return wireText(NoticesRead{{1}});
}

std::string leasing(const Side &, const std::string &role, const std::string &)
{
    return wireText(LeaseRequest{.count = 500, .role = role});
}

std::string capture(const Side &side, const std::string &role, const std::string &)
{
    return wireText(NewCapture{{side.desk}, role});
}

std::string payment(const Side &side, const std::string &role, const std::string &)
{
    return wireText(AskPayment{{side.desk}, role});
}

std::string bytes(const Side &side, const std::string &, const std::string &)
{
    return side.bytes;
}

std::string newUpload(const Side &, const std::string &role, const std::string &)
{
    return wireText(NewUpload{sha256Hex(role), 3, {}});
}

std::string search(const Side &, const std::string &, const std::string &)
{
    return wireText(FindAccount{"ID", otherNumber, {}});
}

/// A form that is wrong for whoever may send it; who may not is told so first.
std::string inPerson(const Side &, const std::string &role, const std::string &)
{
    return wireText(AssistAccount{
        .role = role, .form = {.documentType = "ID", .documentNumber = "1"}, .evidence = sha256Hex(""), .note = "x"});
}

} // namespace

std::string RouteRow::path(const Side &side) const
{
    std::string path(pattern);
    const std::size_t begin = path.find('{');
    if (begin == std::string::npos)
        return path;
    const std::size_t end = path.find('}');
    const std::string name = path.substr(begin + 1, end - begin - 1);
    const bool isUpload = path.starts_with("/v1/uploads/");
    const bool isAccount = path.starts_with("/v1/accounts/");
    const std::string with = name == "sha256"        ? side.sha256
                             : name == "application" ? side.desk
                             : name == "seq"         ? "1"
                             : name == "version"     ? "current"
                             : isUpload              ? side.upload
                             : isAccount             ? side.account
                                                     : side.file;
    return path.replace(begin, end - begin + 1, with);
}

const std::vector<RouteRow> &scopeTable()
{
    static const std::vector<RouteRow> rows = {
        {"GET", "/v1/openapi.json", Reach::Anyone},
        {"GET", "/v1/health/live", Reach::Anyone},
        {"GET", "/v1/health/ready", Reach::Anyone},
        {"GET", "/v1/time", Reach::Anyone},
        {"POST", "/v1/ops:batch", Reach::Ops, approval},
        {"GET", "/v1/changes", Reach::Area},
        {"POST", "/v1/reconcile", Reach::Area, reconciling},
        {"GET", "/v1/notices", Reach::Person},
        {"POST", "/v1/notices:read", Reach::Person, reading},
        {"GET", "/v1/applications/{id}", Reach::File},
        {"GET", "/v1/disputes", Reach::Area},
        {"GET", "/v1/statistics", Reach::Province},
        {"POST", "/v1/leases", Reach::Area, leasing},
        {"GET", "/v1/blobs/{sha256}", Reach::File},
        {"GET", "/v1/blobs/{sha256}/preview", Reach::File},
        {"GET", "/v1/blobs/{sha256}/verdict", Reach::File},
        {"PUT", "/v1/blobs/{sha256}", Reach::Person, bytes},
        {"POST", "/v1/blobs:batch", Reach::Person},
        {"POST", "/v1/uploads", Reach::Person, newUpload},
        {"GET", "/v1/uploads/{id}", Reach::Owner},
        {"PATCH", "/v1/uploads/{id}", Reach::Owner},
        {"DELETE", "/v1/uploads/{id}", Reach::Owner},
        {"POST", "/v1/session", Reach::Anyone},
        {"POST", "/v1/session/refresh", Reach::Anyone},
        {"DELETE", "/v1/session", Reach::Person},
        {"POST", "/v1/enrol", Reach::Anyone},
        {"GET", "/v1/audit/head", Reach::Person},
        {"GET", "/v1/audit/proof", Reach::Person},
        {"GET", "/v1/audit/entry/{seq}/proof", Reach::Person},
        {"POST", "/v1/captures", Reach::File, capture},
        {"GET", "/v1/captures/{application}", Reach::File},
        {"GET", "/c/{token}", Reach::Anyone},
        {"POST", "/c/{token}", Reach::Anyone},
        {"POST", "/v1/accounts/codes", Reach::Anyone},
        {"POST", "/v1/accounts", Reach::Anyone},
        {"POST", "/v1/accounts/session", Reach::Anyone},
        {"POST", "/v1/accounts/reset", Reach::Anyone},
        {"POST", "/v1/accounts:find", Reach::Office, search},
        {"POST", "/v1/accounts:assist", Reach::Office, inPerson},
        {"POST", "/v1/accounts/{id}/reclaim", Reach::Office, inPerson},
        {"POST", "/v1/accounts/{id}/reset", Reach::Office, inPerson},
        {"POST", "/v1/payments", Reach::File, payment},
        {"POST", "/v1/payments:refund", Reach::File, payment},
        {"POST", "/v1/payments/callback", Reach::Anyone},
        {"POST", "/v1/payments/statements", Reach::Province},
        {"GET", "/v1/payments/{application}", Reach::File},
        {"GET", "/pay/{order}", Reach::Anyone},
        {"POST", "/pay/{order}", Reach::Anyone},
        {"GET", "/v1/tasks", Reach::Person},
        {"GET", "/v1/rules/{version}", Reach::Person},
    };
    return rows;
}

} // namespace zsb
