#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

namespace zsb {

/// One HTTP request as handlers see it, whoever carried it: a socket, a bundle of a test, the simulator. A plain value.
struct HttpRequest
{
    std::string method{};                                     ///< upper case
    std::string path{};                                       ///< decoded, begins with `/`, without the query
    std::vector<std::pair<std::string, std::string>> query{}; ///< decoded, in order
    std::map<std::string, std::string> headers{};             ///< names in lower case
    std::string body{};                                       ///< empty when it was streamed into bodyFile
    std::string bodyFile{};        ///< a temporary file of the carrier's; gone after the answer
    std::string peerCertificate{}; ///< SHA-256 of the client's certificate in hex; empty: it showed none
    std::string peerAddress{};     ///< for rate limits and the audit, without port

    /// Empty when it is not there.
    [[nodiscard]] std::string header(const std::string &name) const
    {
        const auto found = headers.find(name);
        return found == headers.end() ? std::string() : found->second;
    }
    /// The first of that name; empty when it is not there.
    [[nodiscard]] std::string parameter(std::string_view name) const
    {
        for (const auto &[key, value] : query) {
            if (key == name)
                return value;
        }
        return {};
    }
    bool operator==(const HttpRequest &) const = default;
};

/// What is answered. Either `body`, or `length` bytes of `file` from `offset`.
struct HttpResponse
{
    int status = 200;
    std::map<std::string, std::string> headers{}; ///< names in lower case
    std::string body{};
    std::string file{};
    long long offset = 0;
    long long length = -1; ///< -1: to the end of the file

    [[nodiscard]] std::string header(const std::string &name) const
    {
        const auto found = headers.find(name);
        return found == headers.end() ? std::string() : found->second;
    }
    bool operator==(const HttpResponse &) const = default;
};

} // namespace zsb
