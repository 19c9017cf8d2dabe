#include "app/server/http/ipaddress.h"

#include <boost/asio/ip/address.hpp>

namespace zsb {

std::string ipAddressText(const std::string &text)
{
    boost::system::error_code failed;
    const auto address = boost::asio::ip::make_address(text, failed);
    return failed ? std::string() : address.to_string();
}

} // namespace zsb
