#pragma once

#include "core/protocol/http.h"
#include "core/protocol/problem.h"
#include "core/protocol/wire.h"

#include <map>
#include <string>

namespace zsb {

/// A body of JSON text.
[[nodiscard]] HttpResponse jsonResponse(int status, std::string body);

/// A wire value; see wire.h for a struct that is not of core/protocol.
template<typename T>
[[nodiscard]] HttpResponse answerWith(const T &value, int status = 200)
{
    return jsonResponse(status, wireText(value));
}

/// `application/problem+json`; `details` are for programs. Never personal data.
[[nodiscard]] HttpResponse problemResponse(ProblemType type, std::string detail = {},
                                           std::map<std::string, std::string> details = {});
/// What an error of the layers below means to whoever asked; its detail stays here.
[[nodiscard]] HttpResponse problemResponse(const Error &error);
/// The same answer, telling the asker to wait so many seconds.
[[nodiscard]] HttpResponse retryAfter(HttpResponse response, int seconds);

} // namespace zsb
