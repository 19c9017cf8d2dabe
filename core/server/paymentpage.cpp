#include "core/server/paymentpage.h"

#include "core/base/jsontext.h"
#include "core/base/replaceall.h"
#include "core/server/paytext.h"

namespace zsb {
namespace {

/// Inside a script element nothing may look like its end.
std::string inScript(std::string json)
{
    for (std::size_t at = json.find("</"); at != std::string::npos; at = json.find("</", at + 3))
        json.replace(at, 2, "<\\/");
    return json;
}

std::string configOf(const Order &order, Instant now, std::string_view who)
{
    std::string json = R"({"amount":)";
    appendJsonNumber(json, order.amountFen);
    json += R"(,"expires":)";
    appendJsonNumber(json, std::int64_t(order.expires.time_since_epoch().count()));
    json += R"(,"order":)";
    appendJsonString(json, order.id.substr(order.id.size() < 6 ? 0 : order.id.size() - 6));
    json += R"(,"state":)";
    appendJsonString(json, order.isOver(now) ? idOf(PaymentState::Expired) : idOf(order.state));
    json += R"(,"who":)";
    appendJsonString(json, who);
    return inScript(json + '}');
}

} // namespace

std::string paymentPage(const Order &order, Instant now, std::string_view who, std::string_view nonce)
{
    std::string page(payText());
    replaceAll(page, "@nonce@", nonce);
    replaceAll(page, "@config@", configOf(order, now, who)); // last: nothing in it is replaced
    return page;
}

} // namespace zsb
