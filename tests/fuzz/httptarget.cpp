#include "tests/fuzz/httptarget.h"

#include "app/server/http/answerhead.h"
#include "app/server/http/proxyfields.h"
#include "app/server/http/requestreader.h"

#include <algorithm>
#include <cstdlib>

namespace zsb::test {
namespace {

constexpr long long mostBody = 300;
constexpr int mostRequests = 8;

HttpLimits limits()
{
    HttpLimits small;
    small.headBytes = 1'000;
    small.targetBytes = 300;
    small.fields = 12;
    small.chunkLineBytes = 100;
    return small;
}

/// As a connection does it, `piece` bytes at a time.
std::vector<HttpRequest> readInPieces(std::string_view bytes, std::size_t piece)
{
    std::vector<HttpRequest> read;
    std::string waiting;
    while (int(read.size()) < mostRequests) {
        RequestReader reader(limits());
        bool limited = false;
        for (;;) {
            waiting.erase(0, reader.take(waiting));
            const RequestReader::State state = reader.state();
            if (state == RequestReader::State::Body && !limited) {
                reader.limitBody(mostBody);
                limited = true;
                continue;
            }
            if (state == RequestReader::State::Complete || state == RequestReader::State::Broken)
                break;
            if (bytes.empty())
                return read;
            waiting += bytes.substr(0, piece);
            bytes.remove_prefix(std::min(piece, bytes.size()));
        }
        if (reader.state() == RequestReader::State::Broken)
            return read;
        reader.request().body = reader.payload();
        read.push_back(reader.request());
    }
    return read;
}

void check(bool holds)
{
    if (!holds)
        std::abort();
}

void checkRequest(HttpRequest request)
{
    check(static_cast<long long>(request.body.size()) <= mostBody);
    check(request.path.starts_with('/') && request.path.find('\0') == std::string::npos);
    check(!request.headers.contains("transfer-encoding") || !request.headers.contains("content-length"));
    for (const auto &[name, value] : request.headers) {
        check(!name.empty() && name.find(':') == std::string::npos);
        check(value.find_first_of(std::string_view("\r\n\0", 3)) == std::string::npos);
    }
    request.peerAddress = "127.0.0.1";
    takeProxyFields(request, {"127.0.0.1"});
    HttpResponse response;
    response.file = "f";
    applyRange(response, request, mostBody);
    const long long length = announcedLength(response, mostBody);
    check(response.status == 416 || (response.offset >= 0 && length >= 0 && response.offset + length <= mostBody));
    response.headers["x-path"] = request.path;
    const std::string head = answerHead(response, length, true, Instant{});
    check(head.find("\r\n\r\n") == head.size() - 4);
}

} // namespace

void readRequests(std::string_view input)
{
    const std::vector<HttpRequest> atOnce = readInPieces(input, std::max<std::size_t>(1, input.size()));
    for (const HttpRequest &request : atOnce)
        checkRequest(request);
    for (const std::size_t piece : {std::size_t(1), 1 + input.size() / 3}) {
        // a fault may show later in pieces, when the head has come to its end
        check(readInPieces(input, piece) == atOnce);
    }
}

Seeds httpSeeds()
{
    const std::string post = "POST /v1/ops:batch?a=%E4%B8%AD&b HTTP/1.1\r\nHost: h:1\r\n";
    return {
        {"get", "GET / HTTP/1.1\r\nHost: h\r\nAccept: a\r\nAccept: b\r\nRange: bytes=1-5\r\n\r\n"},
        {"two", post + "Content-Length: 2\r\n\r\nabGET /2 HTTP/1.0\r\nConnection: keep-alive\r\n\r\n"},
        {"chunks", post + "Transfer-Encoding: chunked\r\n\r\n3;a=\"b\"\r\nabc\r\n0\r\nX: 1\r\n\r\n"},
        {"lengths", post + "Content-Length: 5, 5\r\nContent-Length: +5\r\n\r\nhello"},
        {"both", post + "Content-Length: 5\r\nTransfer-Encoding: xchunked\r\n\r\n0\r\n\r\n"},
        {"bare", "GET /a/../b HTTP/1.1\nHost: h\n fold\r\n\r\n"},
        {"proxy", "PUT /%41 HTTP/1.1\r\nHost: [::1]\r\nX-Real-IP: 10.0.0.1\r\nX-Zsb-Client-Verify: SUCCESS\r\n"
                  "X-Zsb-Client-Cert: -----BEGIN%20CERTIFICATE-----AAEC-----END%20CERTIFICATE-----\r\n"
                  "Expect: 100-continue\r\nContent-Length: 0\r\n\r\n"},
    };
}

} // namespace zsb::test
