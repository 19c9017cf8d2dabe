#include "core/server/answers.h"

namespace zsb {

HttpResponse jsonResponse(int status, std::string body)
{
    HttpResponse response;
    response.status = status;
    response.headers = {{"cache-control", "no-store"}, {"content-type", "application/json"}};
    response.body = std::move(body);
    return response;
}

HttpResponse problemResponse(ProblemType type, std::string detail, std::map<std::string, std::string> details)
{
    Problem problem = problemOf(type, std::move(detail));
    problem.details = std::move(details);
    HttpResponse response = answerWith(problem, problem.status);
    response.headers["content-type"] = "application/problem+json";
    if (problem.status == 401)
        response.headers["www-authenticate"] = "Bearer";
    return response;
}

HttpResponse problemResponse(const Error &error)
{
    switch (error.code) {
    case ErrorCode::NotFound:
        return problemResponse(ProblemType::NotFound);
    case ErrorCode::Invalid:
        return problemResponse(ProblemType::BadRequest, error.detail);
    case ErrorCode::Refused:
        return problemResponse(ProblemType::ForbiddenScope);
    case ErrorCode::Conflict:
    case ErrorCode::Unreachable:
    case ErrorCode::Cancelled:
        return retryAfter(problemResponse(ProblemType::Maintenance), 1);
    case ErrorCode::Unreadable:
    case ErrorCode::Internal:
        break;
    }
    return problemResponse(ProblemType::Internal);
}

HttpResponse retryAfter(HttpResponse response, int seconds)
{
    response.headers["retry-after"] = std::to_string(seconds);
    return response;
}

} // namespace zsb
