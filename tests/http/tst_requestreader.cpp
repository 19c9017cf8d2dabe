#include "app/server/http/answerhead.h"
#include "app/server/http/proxyfields.h"
#include "app/server/http/requestreader.h"
#include "app/server/http/requesttarget.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace zsb;
using namespace std::string_literals;

/// The pure parts of the carrier: bytes to values and back, without a socket.
class TestRequestReader : public QObject
{
    Q_OBJECT

private slots:
    void aRequestReadsTheSameHoweverItIsCut();
    void theHeadMayBeAsLongAsTheLimit();
    void anEmptyBodyInChunksMayComeByteByByte();
    void trailersMayBeAsLongAsTheLimit();
    void trailersAreForgotten();
    void targetsAreDecoded();
    void listsAreJoined();
    void aRangeIsOnePartOfTheFile_data();
    void aRangeIsOnePartOfTheFile();
    void aFieldOfTwoLinesIsNotSent();
    void whatAProxySaysIsBelievedOfAProxyAlone();
};

namespace {

struct Read
{
    RequestReader::State state{};
    HttpFault fault{};
    HttpRequest request{};
    std::string body{};
    std::string left{};
};

/// Fed in pieces of that size, as a connection does it.
Read readInPieces(std::string_view bytes, std::size_t piece, long long most = 100, const HttpLimits &limits = {})
{
    RequestReader reader(limits);
    Read read;
    bool limited = false;
    for (;;) {
        read.left.erase(0, reader.take(read.left));
        if (reader.state() == RequestReader::State::Body && !limited) {
            reader.limitBody(most);
            limited = true;
            continue;
        }
        const bool wants = reader.state() == RequestReader::State::Head || reader.state() == RequestReader::State::Body;
        if (!wants || bytes.empty())
            break;
        read.left += bytes.substr(0, piece);
        bytes.remove_prefix(std::min(piece, bytes.size()));
    }
    read.left += bytes;
    read.state = reader.state();
    read.fault = reader.fault();
    read.request = reader.request();
    read.body = reader.payload();
    return read;
}

constexpr std::string_view chunked =
    "PUT /v1/a%20b?x=%E4%B8%AD&y=1+2&flag HTTP/1.1\r\nHost: h:1\r\nX-Twice: 1\r\n"
    "Transfer-Encoding: Chunked\r\n\r\n3;a=b\r\nabc\r\n2\r\nde\r\n0\r\nX-Late: 1\r\n\r\n"
    "GET /next";

} // namespace

void TestRequestReader::aRequestReadsTheSameHoweverItIsCut()
{
    for (std::size_t piece = 1; piece <= chunked.size(); ++piece) {
        const Read read = readInPieces(chunked, piece);
        QCOMPARE(read.state, RequestReader::State::Complete);
        QCOMPARE(read.request.method, "PUT"s);
        QCOMPARE(read.request.path, "/v1/a b"s);
        QCOMPARE(read.request.parameter("x"), "中"s);
        QCOMPARE(read.request.parameter("y"), "1+2"s);
        QCOMPARE(read.request.query.size(), std::size_t(3));
        QCOMPARE(read.request.header("x-twice"), "1"s);
        QCOMPARE(read.body, "abcde"s);
        QCOMPARE(read.left, "GET /next"s);
    }
}

void TestRequestReader::theHeadMayBeAsLongAsTheLimit()
{
    HttpLimits limits;
    limits.headBytes = 300;
    const auto head = [](std::size_t size) {
        const std::string begin = "GET / HTTP/1.1\r\nHost: h\r\nA: 1\r\nX: ";
        return begin + std::string(size - begin.size() - 4, 'x') + "\r\n\r\n";
    };
    for (const std::size_t piece : {1UL, 7UL, 1'000UL}) {
        QCOMPARE(readInPieces(head(300), piece, 0, limits).state, RequestReader::State::Complete);
        QCOMPARE(readInPieces(head(301), piece, 0, limits).fault.status, 431);
    }
}

/// Beast asserts that a last chunk it has seen the line of comes back with five bytes or more.
void TestRequestReader::anEmptyBodyInChunksMayComeByteByByte()
{
    const std::string head = "POST / HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n";
    const std::string whole = head + "0\r\nX: 1\r\n\r\nGET";
    const std::string broken = head + "0\r\nX: 1\r\n\x14: 1\r\n\r\n";
    for (std::size_t piece = 1; piece <= broken.size(); ++piece) {
        QCOMPARE(readInPieces(whole, piece).state, RequestReader::State::Complete);
        QCOMPARE(readInPieces(whole, piece).left, "GET"s);
        QCOMPARE(readInPieces(broken, piece).fault.status, 400);
    }
}

/// A limit that only bites when the bytes come slowly would make two readers of one request.
void TestRequestReader::trailersMayBeAsLongAsTheLimit()
{
    HttpLimits limits;
    limits.chunkLineBytes = 50;
    const auto request = [](std::size_t size) {
        const std::string begin = "0\r\nX: ";
        return "POST / HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n" + begin +
               std::string(size - begin.size() - 4, 'x') + "\r\n\r\n";
    };
    for (const std::size_t piece : {1UL, 7UL, 1'000UL}) {
        QCOMPARE(readInPieces(request(50), piece, 0, limits).state, RequestReader::State::Complete);
        QCOMPARE(readInPieces(request(51), piece, 0, limits).fault.status, 400);
    }
}

void TestRequestReader::trailersAreForgotten()
{
    QCOMPARE(readInPieces(chunked, 1'000).request.header("x-late"), ""s);
}

void TestRequestReader::targetsAreDecoded()
{
    QCOMPARE(*readTarget("/"), (RequestTarget{"/", {}}));
    QCOMPARE(*readTarget("/a?"), (RequestTarget{"/a", {}}));
    QCOMPARE(*readTarget("/a?b=c=d&&e"), (RequestTarget{"/a", {{"b", "c=d"}, {"e", ""}}}));
    QCOMPARE(*readTarget("/a?b=%2F%26"), (RequestTarget{"/a", {{"b", "/&"}}}));
    QCOMPARE(*readTarget("/v1/ops:batch"), (RequestTarget{"/v1/ops:batch", {}}));
    for (const char *wrong : {"", "*", "a", "/a#b", "/a\\b", "/%", "/%zz", "/.", "/a/..", "/a?%0a", "/a?b=%80"})
        QVERIFY2(!readTarget(wrong), wrong);
}

void TestRequestReader::listsAreJoined()
{
    const Read read = readInPieces(
        "GET / HTTP/1.1\r\nHost: h\r\nAccept: a\r\nAccept: b\r\nCookie: c=1\r\nCookie: d=2\r\n\r\n", 1'000);
    QCOMPARE(read.request.header("accept"), "a, b"s);
    QCOMPARE(read.request.header("cookie"), "c=1; d=2"s);
}

void TestRequestReader::aRangeIsOnePartOfTheFile_data()
{
    QTest::addColumn<QString>("range");
    QTest::addColumn<int>("status");
    QTest::addColumn<int>("offset");
    QTest::addColumn<int>("length");
    QTest::newRow("none") << u""_s << 200 << 0 << 1'000;
    QTest::newRow("the beginning") << u"bytes=0-0"_s << 206 << 0 << 1;
    QTest::newRow("the middle") << u"bytes=10-19"_s << 206 << 10 << 10;
    QTest::newRow("to the end") << u"bytes=990-"_s << 206 << 990 << 10;
    QTest::newRow("over the end") << u"bytes=990-5000"_s << 206 << 990 << 10;
    QTest::newRow("the last") << u"bytes=-10"_s << 206 << 990 << 10;
    QTest::newRow("more than all") << u"bytes=-5000"_s << 206 << 0 << 1'000;
    QTest::newRow("the last byte") << u"bytes=999-999"_s << 206 << 999 << 1;
    QTest::newRow("behind the end") << u"bytes=1000-"_s << 416 << 0 << -1;
    QTest::newRow("nothing of it") << u"bytes=-0"_s << 416 << 0 << -1;
    QTest::newRow("backwards") << u"bytes=5-4"_s << 200 << 0 << 1'000;
    QTest::newRow("several") << u"bytes=0-1,5-6"_s << 200 << 0 << 1'000;
    QTest::newRow("other units") << u"lines=0-1"_s << 200 << 0 << 1'000;
    QTest::newRow("too large") << u"bytes=99999999999999999999-"_s << 200 << 0 << 1'000;
}

void TestRequestReader::aRangeIsOnePartOfTheFile()
{
    QFETCH(QString, range);
    QFETCH(int, status);
    HttpRequest request{.method = "GET", .headers = {{"range", range.toStdString()}}};
    HttpResponse response{.file = "f"};
    applyRange(response, request, 1'000);
    QCOMPARE(response.status, status);
    if (status != 416) {
        QTEST(int(response.offset), "offset");
        QTEST(int(announcedLength(response, 1'000)), "length");
    }
    HttpResponse inMemory{.headers = {{"accept-ranges", "bytes"}}, .body = std::string(999, 'a') + 'z'};
    applyRange(inMemory, request, 0);
    QCOMPARE(inMemory.status, status);
    if (status == 206) {
        QTEST(int(inMemory.body.size()), "length");
        QCOMPARE(inMemory.body.ends_with('z'), response.offset + response.length == 1'000);
    }
    HttpResponse plain{.body = std::string(1'000, 'a')};
    applyRange(plain, request, 0);
    QCOMPARE(plain.status, 200);
    request.headers["if-range"] = "\"another\"";
    HttpResponse changed{.headers = {{"etag", "\"this\""}}, .file = "f"};
    applyRange(changed, request, 1'000);
    QCOMPARE(changed.status, 200);
}

void TestRequestReader::aFieldOfTwoLinesIsNotSent()
{
    const HttpResponse response{.headers = {{"x-a", "1\r\nx-b: 2"}, {"x-c", "3"}}};
    const std::string head = answerHead(response, 0, true, Instant{std::chrono::milliseconds(1'700'000'000'000)});
    QVERIFY(head.find("x-b") == std::string::npos);
    QVERIFY(head.find("x-c: 3\r\n") != std::string::npos);
    QVERIFY(head.find("date: Tue, 14 Nov 2023 22:13:20 GMT\r\n") != std::string::npos);
    QVERIFY(head.ends_with("\r\n\r\n"));
}

void TestRequestReader::whatAProxySaysIsBelievedOfAProxyAlone()
{
    const HttpRequest told{
        .headers = {{"x-real-ip", "10.1.2.3"},
                    {"x-zsb-client-verify", "SUCCESS"},
                    {"x-zsb-client-cert", "-----BEGIN%20CERTIFICATE-----%0AAAEC%0A-----END%20CERTIFICATE-----%0A"}},
        .peerAddress = "127.0.0.1"};
    HttpRequest believed = told;
    takeProxyFields(believed, {"127.0.0.1"});
    QCOMPARE(believed.peerAddress, "10.1.2.3"s);
    QCOMPARE(believed.peerCertificate, "ae4b3280e56e2faf83f414a6e3dabe9d5fbe18976544c05fed121accb85b53fc"s);
    QVERIFY(believed.headers.empty());

    HttpRequest doubted = told;
    takeProxyFields(doubted, {"10.0.0.1"});
    QCOMPARE(doubted.peerAddress, "127.0.0.1"s);
    QCOMPARE(doubted.peerCertificate, ""s);
    QVERIFY(doubted.headers.empty());

    HttpRequest unproven = told;
    unproven.headers["x-zsb-client-verify"] = "NONE";
    takeProxyFields(unproven, {"127.0.0.1"});
    QCOMPARE(unproven.peerCertificate, ""s);
}

QTEST_GUILESS_MAIN(TestRequestReader)
#include "tst_requestreader.moc"
