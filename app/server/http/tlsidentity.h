#pragma once

#include <string>

namespace zsb {

/// Who the server is and whose clients it knows, in PEM.
struct TlsIdentity
{
    std::string certificates{};    ///< its own first, then those that lead to the authority
    std::string privateKey{};      ///< never logged
    std::string clientAuthority{}; ///< certificates of clients are of this one; empty: none is asked for
};

} // namespace zsb
