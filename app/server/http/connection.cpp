#include "app/server/http/connection.h"

#include "app/server/http/answerhead.h"
#include "app/server/http/bodyfile.h"
#include "app/server/http/proxyfields.h"
#include "app/server/http/requestreader.h"
#include "app/server/http/tlscontext.h"

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/ssl/stream.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>

namespace zsb {
namespace {

namespace asio = boost::asio;
using asio::awaitable;
using asio::ip::tcp;
using Secure = asio::ssl::stream<tcp::socket>;

constexpr auto tuple = asio::as_tuple(asio::use_awaitable);
constexpr std::size_t headPiece = 4 * 1024;
constexpr std::size_t bodyPiece = 64 * 1024;

/// Files are read and written where nobody else waits for the disk. The work stays with whoever calls: GCC 12 destroys
/// temporaries of a co_await twice (bug 99576).
template<typename Work>
auto onDisk(CarrierParts &parts, const Work &work) -> awaitable<std::invoke_result_t<const Work &>>
{
    std::optional<std::invoke_result_t<const Work &>> made;
    const auto run = [](const Work &job, auto &into) -> awaitable<void> {
        into.emplace(job());
        co_return;
    };
    awaitable<void> running = run(work, made);
    co_await asio::co_spawn(parts.disk, std::move(running), asio::use_awaitable);
    co_return *std::move(made);
}

/// What is known of a request besides what the handler gets.
struct Asked
{
    HttpExchange record{};
    bool keepsAlive = false;
    Ticks::time_point since{};
    std::unique_ptr<BodyFile> file{};
    std::optional<HttpResponse> instead{}; ///< of what a handler would say
};

template<typename Stream>
class StreamConnection final : public Connection
{
public:
    template<typename... More>
    StreamConnection(std::shared_ptr<CarrierParts> parts, std::string address, tcp::socket socket, More &...more)
        : m_parts(std::move(parts)), m_stream(std::move(socket), more...)
    {
        m_address = std::move(address);
    }

    awaitable<void> run() override
    {
        allow(limits().opening);
        const bool opened = co_await open();
        bool more = opened;
        while (more)
            more = co_await serveOne();
        if (opened)
            co_await sayGoodbye();
        close();
    }

    void close() override
    {
        boost::system::error_code ignored;
        (void)socket().close(ignored);
    }

private:
    [[nodiscard]] const HttpLimits &limits() const { return m_parts->options.limits; }
    [[nodiscard]] tcp::socket &socket()
    {
        if constexpr (std::is_same_v<Stream, Secure>)
            return m_stream.next_layer();
        else
            return m_stream;
    }

    awaitable<bool> open()
    {
        boost::system::error_code ignored;
        (void)socket().set_option(tcp::no_delay(true), ignored);
        if constexpr (std::is_same_v<Stream, Secure>) {
            const auto [failed] = co_await m_stream.async_handshake(asio::ssl::stream_base::server, tuple);
            if (failed)
                co_return false;
            m_certificate = peerCertificateOf(m_stream.native_handle());
        }
        co_return true;
    }

    /// More bytes behind those that wait. False: there are no more.
    awaitable<bool> read(std::size_t most)
    {
        const std::size_t before = m_waiting.size();
        m_waiting.resize(before + most);
        const auto [failed, count] =
            co_await m_stream.async_read_some(asio::buffer(m_waiting.data() + before, most), tuple);
        m_waiting.resize(before + (failed ? 0 : count));
        co_return !failed;
    }

    awaitable<bool> write(std::string_view bytes)
    {
        allow(limits().writing);
        const auto [failed, count] =
            co_await asio::async_write(m_stream, asio::buffer(bytes.data(), bytes.size()), tuple);
        co_return !failed;
    }

    void feed(RequestReader &reader)
    {
        const std::size_t used = reader.take(m_waiting);
        m_waiting.erase(0, used);
    }

    /// False: no request will come of it.
    awaitable<bool> readHead(RequestReader &reader)
    {
        for (;;) {
            feed(reader);
            if (reader.state() != RequestReader::State::Head)
                co_return true;
            const bool begun = reader.hasBegun() || !m_waiting.empty();
            if (begun && m_isIdle && m_served > 0)
                allow(limits().head);
            m_isIdle = !begun;
            if (m_isIdle && m_parts->isStopping)
                co_return false;
            const bool more = co_await read(headPiece);
            if (!more)
                co_return false;
        }
    }

    awaitable<bool> readBody(RequestReader &reader, Asked &asked)
    {
        if (reader.expectsContinue() && m_waiting.empty()) {
            const bool said = co_await write("HTTP/1.1 100 Continue\r\n\r\n");
            if (!said)
                co_return false;
        }
        const Ticks::time_point began = Ticks::now();
        while (reader.state() == RequestReader::State::Body) {
            feed(reader);
            if (asked.file && !reader.payload().empty()) {
                const bool kept = co_await keep(*asked.file, reader);
                if (!kept)
                    co_return true;
            }
            if (reader.state() != RequestReader::State::Body)
                break;
            const std::chrono::seconds earned(reader.received() / limits().bodyRate);
            m_deadline = began + limits().body + earned;
            const bool more = co_await read(bodyPiece);
            if (!more)
                co_return false;
        }
        co_return true;
    }

    awaitable<bool> keep(BodyFile &file, RequestReader &reader)
    {
        const auto append = [&file, bytes = std::exchange(reader.payload(), {})] { return file.append(bytes); };
        const Done written = co_await onDisk(*m_parts, append);
        if (!written)
            m_fault = {507, "temporary files"};
        co_return written.has_value();
    }

    /// Where the body goes. False: there is no place for it.
    awaitable<bool> makeFile(Asked &asked)
    {
        const std::string path = m_parts->options.temporaryFolder + "/body-" + std::to_string(++m_parts->bodyFiles);
        const auto create = [&path] { return BodyFile::create(path); };
        Result<std::unique_ptr<BodyFile>> made = co_await onDisk(*m_parts, create);
        if (!made) {
            m_fault = {507, "temporary files"};
            co_return false;
        }
        asked.file = std::move(*made);
        co_return true;
    }

    /// One request from its first byte to the last of its answer. False: the connection is over.
    awaitable<bool> serveOne()
    {
        RequestReader reader(limits());
        Asked asked;
        m_fault = {};
        const bool head = co_await readHead(reader);
        m_isIdle = false;
        if (!head)
            co_return false;
        if (reader.state() != RequestReader::State::Broken) {
            reader.request().peerAddress = m_address;
            reader.request().peerCertificate = m_certificate;
            takeProxyFields(reader.request(), m_parts->options.trustedProxies);
            asked.record.method = reader.request().method;
            asked.record.path = reader.request().path;
        }
        if (reader.state() == RequestReader::State::Body) {
            BodyRule rule = m_parts->handler.bodyRule(reader.request());
            reader.limitBody(rule.most);
            asked.instead = std::move(rule.instead);
            bool placed = reader.state() == RequestReader::State::Body && !asked.instead;
            if (placed && rule.toFile)
                placed = co_await makeFile(asked);
            if (placed) {
                const bool whole = co_await readBody(reader, asked);
                if (!whole)
                    co_return false;
            }
        }
        const bool more = co_await answer(reader, asked);
        co_return more;
    }

    awaitable<bool> answer(RequestReader &reader, Asked &asked)
    {
        asked.since = Ticks::now();
        asked.record.received = reader.received();
        asked.keepsAlive = reader.keepsAlive() && !m_fault.isFault() && !asked.instead;
        if (reader.state() == RequestReader::State::Broken)
            m_fault = reader.fault();
        HttpRequest request = reader.request();
        HttpResponse response;
        if (m_fault.isFault()) {
            response = problemAnswer(m_fault.status, m_fault.detail);
        } else if (asked.instead) {
            response = *std::move(asked.instead);
        } else {
            if (asked.file) {
                asked.file->close();
                request.bodyFile = asked.file->path();
            } else {
                request.body = std::move(reader.payload());
            }
            allow(limits().handling);
            response = co_await ask(request);
        }
        ++m_served;
        const bool sent = co_await send(request, response, asked);
        if (m_parts->handler.record) {
            asked.record.took = std::chrono::duration_cast<std::chrono::microseconds>(Ticks::now() - asked.since);
            m_parts->handler.record(asked.record);
        }
        if (asked.file) // removed where files are
            asio::post(m_parts->disk, [file = std::shared_ptr<BodyFile>(std::move(asked.file))] {});
        becomeIdle();
        co_return sent &&asked.keepsAlive;
    }

    void becomeIdle()
    {
        m_isIdle = m_waiting.empty();
        if (m_waiting.capacity() > bodyPiece / 2)
            m_waiting.shrink_to_fit();
        allow(limits().idle);
    }

    awaitable<HttpResponse> ask(const HttpRequest &request)
    {
        co_return co_await asio::async_initiate<decltype(asio::use_awaitable), void(HttpResponse)>(
            [this, &request](auto completion) {
                auto resume = std::make_shared<decltype(completion)>(std::move(completion));
                m_parts->handler.handle(request, [resume, at = socket().get_executor()](HttpResponse given) {
                    asio::post(at, [resume, given = std::move(given)]() mutable { (*resume)(std::move(given)); });
                });
            },
            asio::use_awaitable);
    }

    awaitable<bool> send(const HttpRequest &request, HttpResponse &response, Asked &asked)
    {
        std::unique_ptr<AnswerFile> file;
        if (!response.file.empty()) {
            const auto open = [&response] { return AnswerFile::open(response.file); };
            Result<std::unique_ptr<AnswerFile>> opened = co_await onDisk(*m_parts, open);
            if (opened)
                file = std::move(*opened);
            else
                response = problemAnswer(500, "file");
        }
        const long long size = file ? file->size() : 0;
        applyRange(response, request, size);
        asked.keepsAlive = asked.keepsAlive && !m_parts->isStopping;
        asked.record.status = response.status;
        const bool isHead = request.method == "HEAD";
        const bool isBare = isHead || isBodiless(response.status);
        const long long length = announcedLength(response, size, isHead);
        std::string bytes = answerHead(response, length, asked.keepsAlive, m_parts->options.clock());
        if (!isBare)
            bytes += response.body;
        bool sent = co_await write(bytes);
        if (sent && !isBare && file && !response.file.empty()) {
            sent = co_await sendFile(*file, response.offset, length);
        }
        asked.record.sent = isBare ? 0 : length;
        co_return sent;
    }

    /// False as well when the file has become shorter: only closing tells the other end.
    awaitable<bool> sendFile(AnswerFile &file, long long offset, long long length)
    {
        bool good = file.seek(offset);
        while (good && length > 0) {
            const long long most = std::min<long long>(length, bodyPiece);
            const auto take = [&file, most] { return file.read(most); };
            const std::string piece = co_await onDisk(*m_parts, take);
            good = !piece.empty();
            if (good)
                good = co_await write(piece);
            length -= static_cast<long long>(piece.size());
        }
        co_return good;
    }

    /// A refusal must arrive although the other end is still sending: closing with bytes unread would tear it away.
    awaitable<void> sayGoodbye()
    {
        allow(limits().lingering);
        if constexpr (std::is_same_v<Stream, Secure>) {
            // Only our half: whoever waits for the other one waits for the peer's pleasure.
            SSL_set_shutdown(m_stream.native_handle(), SSL_RECEIVED_SHUTDOWN);
            (void)co_await m_stream.async_shutdown(tuple);
        }
        boost::system::error_code failed;
        (void)socket().shutdown(tcp::socket::shutdown_send, failed);
        m_waiting.resize(bodyPiece);
        constexpr std::size_t mostDrained = 1024 * 1024;
        std::size_t drained = 0;
        while (!failed && drained < mostDrained) {
            const auto [ended, count] = co_await socket().async_read_some(asio::buffer(m_waiting), tuple);
            failed = ended;
            drained += count;
        }
    }

    std::shared_ptr<CarrierParts> m_parts;
    Stream m_stream;
    std::string m_certificate;
    std::string m_waiting; ///< read and not yet understood
    HttpFault m_fault;
    std::uint64_t m_served = 0;
};

} // namespace

std::shared_ptr<Connection> makeConnection(tcp::socket socket, std::string address, std::shared_ptr<CarrierParts> parts)
{
    if (!parts->tls)
        return std::make_shared<StreamConnection<tcp::socket>>(std::move(parts), std::move(address), std::move(socket));
    auto &context = *parts->tls;
    return std::make_shared<StreamConnection<Secure>>(std::move(parts), std::move(address), std::move(socket), context);
}

} // namespace zsb
