#pragma once

#include <map>
#include <string>

namespace zsb {

/// A question to tell people from programs. A 401 captcha-required carries it in its details; the answer comes back
/// with the id.
struct CaptchaQuestion
{
    std::string id{};
    std::string question{}; ///< what a person is shown; a provider of pictures puts an address here

    bool operator==(const CaptchaQuestion &) const = default;
    [[nodiscard]] bool isEmpty() const { return id.empty(); }
};

[[nodiscard]] std::map<std::string, std::string> captchaDetails(CaptchaQuestion question);
/// Empty where there is none in them.
[[nodiscard]] CaptchaQuestion captchaIn(const std::map<std::string, std::string> &details);

} // namespace zsb
