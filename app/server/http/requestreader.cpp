#include "app/server/http/requestreader.h"

#include <boost/beast/http/basic_parser.hpp>

namespace zsb {
namespace {

namespace beast = boost::beast;
using beast::http::error;

/// "0", an empty line and the end of the trailers: no chunked body ends with less.
constexpr std::size_t lastChunkBytes = 5;

HttpFault faultOf(const beast::error_code &code)
{
    if (code == error::header_limit)
        return {431, "head"};
    if (code == error::body_limit)
        return {413, "body"};
    if (code == error::bad_version)
        return {505, "version"};
    return {400, code.message()};
}

} // namespace

/// Beast's parser with our judgement of what it reads.
class RequestReader::Parser final : public beast::http::basic_parser<true>
{
public:
    explicit Parser(const HttpLimits &limits) : fields(limits)
    {
        header_limit(std::uint32_t(limits.headBytes));
        body_limit(boost::none); // limitBody() says, once it is known what is asked for
    }

    RequestFields fields;
    HttpFault fault;
    std::string payload;
    std::uint64_t received = 0;

private:
    void judge(HttpFault found, beast::error_code &code)
    {
        if (!found.isFault())
            return;
        fault = std::move(found);
        code = error::bad_field;
    }

    void on_request_impl(beast::http::verb /*verb*/, beast::string_view method, beast::string_view target, int version,
                         beast::error_code &code) override
    {
        judge(fields.line({method.data(), method.size()}, {target.data(), target.size()}, version), code);
    }
    void on_response_impl(int /*status*/, beast::string_view /*reason*/, int /*version*/,
                          beast::error_code & /*code*/) override
    {
    }
    void on_field_impl(beast::http::field /*field*/, beast::string_view name, beast::string_view value,
                       beast::error_code &code) override
    {
        if (!is_header_done()) // nobody asks for trailers
            judge(fields.field({name.data(), name.size()}, {value.data(), value.size()}), code);
    }
    void on_header_impl(beast::error_code &code) override { judge(fields.end(), code); }
    void on_body_init_impl(const boost::optional<std::uint64_t> & /*length*/, beast::error_code & /*code*/) override {}
    std::size_t on_body_impl(beast::string_view body, beast::error_code & /*code*/) override
    {
        payload.append(body.data(), body.size());
        received += body.size();
        return body.size();
    }
    void on_chunk_header_impl(std::uint64_t /*size*/, beast::string_view /*extensions*/,
                              beast::error_code & /*code*/) override
    {
    }
    std::size_t on_chunk_body_impl(std::uint64_t /*remain*/, beast::string_view body, beast::error_code &code) override
    {
        return on_body_impl(body, code);
    }
    void on_finish_impl(beast::error_code & /*code*/) override {}
};

RequestReader::RequestReader(const HttpLimits &limits) : m_limits(limits), m_parser(std::make_unique<Parser>(limits)) {}

RequestReader::~RequestReader() = default;

std::size_t RequestReader::take(std::string_view bytes)
{
    std::size_t used = 0;
    while (used < bytes.size() && (m_state == State::Head || m_state == State::Body)) {
        const State before = m_state;
        if (!step(bytes.substr(used), used) || m_state != before)
            break;
    }
    return used;
}

/// One element of the request. False: more bytes are needed, or nothing more is wanted.
bool RequestReader::step(std::string_view bytes, std::size_t &used)
{
    if (m_state == State::Body && m_parser->chunked() && bytes.size() < lastChunkBytes)
        return false; // Beast counts on a whole last chunk when it comes back to one, and more is to come in any case
    const std::uint64_t receivedBefore = m_parser->received;
    beast::error_code code;
    const std::size_t eaten = m_parser->put(boost::asio::const_buffer(bytes.data(), bytes.size()), code);
    const std::size_t left = bytes.size() - eaten;
    const bool needsMore = code == error::need_more;
    used += eaten;
    if (m_parser->fault.isFault() || (code && !needsMore)) {
        breakWith(m_parser->fault.isFault() ? m_parser->fault : faultOf(code));
        return false;
    }
    if (m_state == State::Head) {
        // Beast limits what it has not used yet; fields one after the other would never end.
        m_headBytes += eaten;
        if (m_headBytes + (needsMore ? left : 0) > m_limits.headBytes)
            breakWith({431, "head"});
        else if (m_parser->is_header_done())
            m_state = State::Body;
    } else if (m_parser->chunked()) {
        // The same limit whether a line or the trailers come at once or in pieces: two readers must not differ here.
        const std::uint64_t framing = eaten - (m_parser->received - receivedBefore) + (needsMore ? left : 0);
        if (framing > m_limits.chunkLineBytes)
            breakWith({400, "chunk"});
    }
    if (m_state == State::Body && m_parser->is_done())
        m_state = State::Complete;
    return !needsMore && m_state != State::Broken;
}

void RequestReader::limitBody(long long most)
{
    if (m_state != State::Body)
        return;
    if (const auto length = announced(); length && *length > std::uint64_t(most))
        breakWith({413, "body"});
    m_parser->body_limit(std::uint64_t(most));
}

void RequestReader::breakWith(HttpFault fault)
{
    m_state = State::Broken;
    m_fault = std::move(fault);
}

HttpRequest &RequestReader::request()
{
    return m_parser->fields.request();
}

std::optional<std::uint64_t> RequestReader::announced() const
{
    return m_parser->fields.length();
}

bool RequestReader::expectsContinue() const
{
    return m_parser->fields.expectsContinue();
}

bool RequestReader::keepsAlive() const
{
    return m_state != State::Broken && m_parser->is_header_done() && m_parser->keep_alive();
}

std::string &RequestReader::payload()
{
    return m_parser->payload;
}

std::uint64_t RequestReader::received() const
{
    return m_parser->received;
}

} // namespace zsb
