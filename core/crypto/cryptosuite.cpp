#include "core/crypto/cryptosuite.h"

#include "core/crypto/internationalsuite.h"
#include "core/crypto/nationalsuite.h"

#include <sodium.h>

namespace zsb {

Result<std::shared_ptr<const CryptoSuite>> cryptoSuite(SuiteId id)
{
    switch (id) {
    case SuiteId::International:
        if (sodium_init() < 0)
            return Error{ErrorCode::Internal, "libsodium does not start"};
        return std::shared_ptr<const CryptoSuite>(std::make_shared<const InternationalSuite>());
    case SuiteId::National:
        return NationalSuite::make();
    }
    return Error{ErrorCode::Invalid, "suite " + std::to_string(int(id))};
}

} // namespace zsb
