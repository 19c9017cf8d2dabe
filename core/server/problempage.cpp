#include "core/server/problempage.h"

#include "core/protocol/problem.h"
#include "core/protocol/wire.h"

#include <string_view>

namespace zsb {
namespace {

constexpr std::string_view askTheSchool = "链接只能用一次，而且有时限。请向学校工作人员重新索取。</p>"
                                          "<p lang=\"en\">A link is good once and for a while. Ask the staff of your "
                                          "school for another one.";
constexpr std::string_view comeAgain = "请过几秒钟再试；仍不行时请告诉学校工作人员。</p>"
                                       "<p lang=\"en\">Try again in a few seconds; if it stays like this, tell the "
                                       "staff of your school.";

bool readsPages(const HttpRequest &request)
{
    return request.header("accept").find("text/html") != std::string::npos;
}

/// The titles are our own: nothing of the request is in them.
std::string pageOf(const Problem &problem, std::string_view advice)
{
    return "<!DOCTYPE html>\n<html lang=\"zh-CN\"><head><meta charset=\"utf-8\">"
           "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">"
           "<meta name=\"color-scheme\" content=\"light dark\"><title>" +
           problem.titleZh + "</title></head><body><h1>" + problem.titleZh + "</h1><p lang=\"en\">" + problem.title +
           "</p><p>" + std::string(advice) + "</p></body></html>\n";
}

} // namespace

HttpResponse problemFor(const HttpRequest &request, HttpResponse problem)
{
    const Result<Problem> read = readWire<Problem>(problem.body);
    if (!read || !readsPages(request))
        return problem;
    const bool isGone = problem.status == 404 || problem.status == 410;
    problem.body = pageOf(*read, isGone ? askTheSchool : comeAgain);
    problem.headers["content-type"] = "text/html; charset=utf-8";
    problem.headers["content-security-policy"] = "default-src 'none'; base-uri 'none'; frame-ancestors 'none'";
    problem.headers["referrer-policy"] = "no-referrer";
    return problem;
}

} // namespace zsb
