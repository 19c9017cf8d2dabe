#include "tests/fuzz/protocoltargets.h"

#include "app/server/http/answerhead.h"
#include "core/protocol/account.h"
#include "core/protocol/blobs.h"
#include "core/protocol/capture.h"
#include "core/protocol/changes.h"
#include "core/protocol/leases.h"
#include "core/protocol/op.h"
#include "core/protocol/payment.h"
#include "core/protocol/problem.h"
#include "core/protocol/session.h"
#include "core/protocol/wire.h"
#include "core/workflow/workflow.h"
#include "tests/support/testpack.h"

#include <algorithm>
#include <charconv>
#include <cstdlib>

namespace zsb::test {
namespace {

/// What was read, if anything was.
template<typename T>
Result<T> readTwice(std::string_view input)
{
    Result<T> value = readWire<T>(input);
    if (!value)
        return value;
    const Result<T> again = readWire<T>(wireText(*value));
    if (!again || !(*again == *value))
        std::abort();
    return value;
}

/// As it came, and as if it were for the file as it stands.
void giveAll(const OpBatch &batch)
{
    static const auto book = *RuleBook::bind(sharedNm2023());
    ApplicationState state;
    for (const Op &op : batch.ops) {
        Command command = op.command;
        for (const int revision : {command.revision, state.revision}) {
            command.revision = revision;
            const Ruling ruling = decide(state, command, {.book = *book, .now = command.at});
            if (!ruling.isAccepted())
                continue;
            for (const Event &event : ruling.events())
                state = apply(std::move(state), event);
            break;
        }
    }
}

} // namespace

void readOps(std::string_view input)
{
    if (const Result<OpBatch> batch = readTwice<OpBatch>(input))
        giveAll(*batch);
    static_cast<void>(readTwice<OpAnswers>(input));
    static_cast<void>(readTwice<ChangesPage>(input));
    static_cast<void>(readTwice<Reconcile>(input));
    static_cast<void>(readTwice<LeaseRequest>(input));
    static_cast<void>(readTwice<Session>(input));
    static_cast<void>(readTwice<Problem>(input));
    static_cast<void>(readTwice<BlobBatch>(input));
    static_cast<void>(readTwice<NewUpload>(input));
    static_cast<void>(readTwice<AccountForm>(input));
    static_cast<void>(readTwice<NewCapture>(input));
    static_cast<void>(readTwice<GatewayWord>(input));
}

Seeds opsSeeds()
{
    const auto command = [](const std::string &id, const std::string &revision, const std::string &body) {
        return R"({"command":{"id":")" + id + R"(","application":"a","actor":"reg","role":"registrar",)" +
               R"("at":"2023-02-15T01:00:00Z","revision":)" + revision + R"(,"pack_hash":"p","body":)" + body + "}}";
    };
    return {
        {"draft", R"({"epoch":"e","ops":[)" +
                      command("1", "0", R"({"kind":"create-draft","application_no":"BM1","origin":"desk"})") + ',' +
                      command("2", "1", R"({"kind":"accept-notice","how":"signed"})") + ',' +
                      command("3", "2", R"({"kind":"choose-type","type_id":"N1"})") + ',' +
                      command("4", "3", R"({"kind":"set-fields","fields":{"name":"王五","phone":"13800138000"}})") +
                      "]}"},
        {"review", R"({"ops":[)" + command("1", "4", R"({"kind":"claim-file"})") + ',' +
                       command("2", "5", R"({"kind":"return-file","reasons":[{"code":"101","target":"portrait"}]})") +
                       "]}"},
        {"answers", R"({"epoch":"e","answers":[{"id":"1","outcome":"stale","version":3,"retry_after_ms":-1}]})"},
        {"page", R"({"epoch":"e","since":0,"next":9,"rows":[{"id":"a","version":1,"seq":9,)"
                 R"("state":{"id":"a","revision":1,"fields":{"name":"x"}}}]})"},
        {"numbers", R"({"epoch":"e","since":1e400,"next":-0.5,"rows":[]})"},
        {"deep", R"({"ops":)" + std::string(600, '[')},
        {"broken", "{\"epoch\":\"\xE6\x9D\",\"ops\":[{\"command\":{\"at\":\"9999-99-99T99:99:99Z\"}}]}"},
    };
}

void readRange(std::string_view input)
{
    const std::size_t end = std::min(input.find('\n'), input.size());
    long long size = 0;
    std::from_chars(input.data(), input.data() + end, size);
    size = std::max(size, 0LL);
    HttpRequest request;
    request.method = "GET";
    request.headers["range"] = std::string(input.substr(std::min(end + 1, input.size())));
    HttpResponse response;
    response.file = "f";
    response.headers["etag"] = "\"1\"";
    applyRange(response, request, size);
    const long long length = announcedLength(response, size);
    const bool isWithin = response.offset >= 0 && length >= 0 && response.offset <= size - length;
    if (response.status != 416 && !isWithin)
        std::abort();
    if (response.status == 206 && length == 0)
        std::abort(); // an empty part cannot be named
}

Seeds rangeSeeds()
{
    return {
        {"first", "100\nbytes=0-3"},
        {"rest", "100\nbytes=10-"},
        {"last", "100\nbytes=-5"},
        {"over", "100\nbytes=100-"},
        {"backwards", "100\nbytes=5-2"},
        {"several", "100\nbytes=0-1, 5-6"},
        {"huge", "100\nbytes=9223372036854775807-9223372036854775807"},
        {"more", "100\nbytes=-9223372036854775808"},
        {"empty", "0\nbytes=0-0"},
        {"other", "9223372036854775807\nitems=0-1"},
    };
}

} // namespace zsb::test
