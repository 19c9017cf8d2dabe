#pragma once

#include <QByteArray>

#include <vector>

namespace zsb::test {

/// A request that two readers could understand differently, and what it is refused with.
struct MalformedRequest
{
    const char *name;
    QByteArray bytes;
    int status = 400;
};

/// Sent right behind: whoever is fooled answers it.
constexpr auto hiddenRequest = "GET /smuggled HTTP/1.1\r\nHost: h\r\n\r\n";

[[nodiscard]] inline const std::vector<MalformedRequest> &malformedRequests()
{
    static const QByteArray post = "POST /a HTTP/1.1\r\nHost: h\r\n";
    static const std::vector<MalformedRequest> list = {
        {"length beyond 64 bits", post + "Content-Length: 18446744073709551615\r\n\r\nhello"},
        {"length of 64 bits and more", post + "Content-Length: 36893488147419103237\r\n\r\nhello"},
        {"negative length", post + "Content-Length: -5\r\n\r\nhello"},
        {"signed length", post + "Content-Length: +5\r\n\r\nhello"},
        {"length of letters", post + "Content-Length: abc\r\n\r\nhello"},
        {"hexadecimal length", post + "Content-Length: 0x5\r\n\r\nhello"},
        {"empty length", post + "Content-Length: \r\n\r\nhello"},
        {"two lengths", post + "Content-Length: 5\r\nContent-Length: 6\r\n\r\nhello"},
        {"the same length twice", post + "Content-Length: 5\r\nContent-Length: 5\r\n\r\nhello"},
        {"a list of lengths", post + "Content-Length: 5, 5\r\n\r\nhello"},
        {"length, then chunked", post + "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"},
        {"chunked, then length", post + "Transfer-Encoding: chunked\r\nContent-Length: 5\r\n\r\n0\r\n\r\n"},
        {"xchunked", post + "Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n", 501},
        {"chunked is not last", post + "Transfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n", 501},
        {"another coding first", post + "Transfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n", 501},
        {"identity", post + "Transfer-Encoding: identity\r\n\r\n0\r\n\r\n", 501},
        {"chunked twice", post + "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"},
        {"chunked in HTTP/1.0", "POST /a HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"},
        {"negative chunk", post + "Transfer-Encoding: chunked\r\n\r\n-5\r\nhello\r\n0\r\n\r\n"},
        {"chunk with a prefix", post + "Transfer-Encoding: chunked\r\n\r\n0x5\r\nhello\r\n0\r\n\r\n"},
        {"chunk beyond 64 bits", post + "Transfer-Encoding: chunked\r\n\r\n10000000000000005\r\nhello\r\n0\r\n\r\n"},
        {"chunk without its end", post + "Transfer-Encoding: chunked\r\n\r\n5\r\nhelloGET\r\n0\r\n\r\n"},
        {"chunk line ends bare", post + "Transfer-Encoding: chunked\r\n\r\n5\nhello\n0\n\n"},
        {"blank before the colon", post + "Content-Length : 5\r\n\r\nhello"},
        {"blank in a name", post + "Content Length: 5\r\n\r\nhello"},
        {"bare line feeds", "POST /a HTTP/1.1\nHost: h\nContent-Length: 5\n\nhello", 505},
        {"a bare line feed in a field", post + "X: a\nContent-Length: 5\r\n\r\nhello"},
        {"a bare carriage return", post + "X: a\rContent-Length: 5\r\n\r\nhello"},
        {"NUL in a field", post + QByteArray("X: a\0b\r\n\r\n", 10)},
        {"NUL in a name", post + QByteArray("X\0Y: a\r\n\r\n", 10)},
        {"no host", "GET /a HTTP/1.1\r\n\r\n"},
        {"two hosts", "GET /a HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n"},
        {"an empty host", "GET /a HTTP/1.1\r\nHost: \r\n\r\n"},
        {"a host with a path", "GET /a HTTP/1.1\r\nHost: a/b\r\n\r\n"},
        {"a line before the request", "\r\nGET /a HTTP/1.1\r\nHost: h\r\n\r\n"},
        {"HTTP/2.0", "GET /a HTTP/2.0\r\nHost: h\r\n\r\n", 505},
        {"HTTP/0.9", "GET /a\r\n\r\n"},
        {"a method nobody knows", "FETCH /a HTTP/1.1\r\nHost: h\r\n\r\n", 501},
        {"CONNECT", "CONNECT h:443 HTTP/1.1\r\nHost: h\r\n\r\n", 501},
        {"an absolute target", "GET http://h/a HTTP/1.1\r\nHost: h\r\n\r\n"},
        {"dot segments", "GET /a/../b HTTP/1.1\r\nHost: h\r\n\r\n"},
        {"encoded dot segments", "GET /a/%2e%2E/b HTTP/1.1\r\nHost: h\r\n\r\n"},
        {"an encoded slash", "GET /a%2fb HTTP/1.1\r\nHost: h\r\n\r\n"},
        {"an encoded NUL", "GET /a%00 HTTP/1.1\r\nHost: h\r\n\r\n"},
        {"a broken escape", "GET /a%4 HTTP/1.1\r\nHost: h\r\n\r\n"},
        {"no UTF-8", "GET /%ff HTTP/1.1\r\nHost: h\r\n\r\n"},
        {"an expectation nobody has", post + "Expect: 200-ok\r\nContent-Length: 5\r\n\r\nhello", 417},
        {"two tokens", "GET /a HTTP/1.1\r\nHost: h\r\nAuthorization: a\r\nAuthorization: b\r\n\r\n"},
        {"TLS on a plain port", QByteArray("\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03", 11)},
    };
    return list;
}

} // namespace zsb::test
