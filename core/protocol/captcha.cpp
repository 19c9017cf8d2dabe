#include "core/protocol/captcha.h"

#include <utility>

namespace zsb {

std::map<std::string, std::string> captchaDetails(CaptchaQuestion question)
{
    return {{"captcha", std::move(question.id)}, {"question", std::move(question.question)}};
}

CaptchaQuestion captchaIn(const std::map<std::string, std::string> &details)
{
    const auto id = details.find("captcha");
    const auto question = details.find("question");
    if (id == details.end() || question == details.end())
        return {};
    return {id->second, question->second};
}

} // namespace zsb
