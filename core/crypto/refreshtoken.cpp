#include "core/crypto/refreshtoken.h"

#include "core/base/hash.h"
#include "core/crypto/base64url.h"
#include "core/crypto/key.h"

namespace zsb {

namespace {

NewRefreshToken tokenWith(RefreshRecord record, const RandomSource &random)
{
    NewRefreshToken made{base64Url(Key::make(random).bytes()), std::move(record)};
    made.record.hash = refreshHash(made.token);
    return made;
}

} // namespace

std::string refreshHash(std::string_view token)
{
    return sha256Hex(token); // of 256 random bits: nothing to guess
}

NewRefreshToken firstRefreshToken(std::string_view subject, std::string_view device, Instant now,
                                  const RandomSource &random)
{
    return tokenWith({.family = uuid7(now, random),
                      .subject = std::string(subject),
                      .device = std::string(device),
                      .familyExpires = now + refreshTokenLife},
                     random);
}

NewRefreshToken nextRefreshToken(const RefreshRecord &used, const RandomSource &random)
{
    return tokenWith(
        {.family = used.family, .subject = used.subject, .device = used.device, .familyExpires = used.familyExpires},
        random);
}

RefreshRuling judgeRefresh(const RefreshRecord *record, std::string_view device, Instant now)
{
    if (record == nullptr || record->revoked || now >= record->familyExpires)
        return RefreshRuling::Reject;
    if (record->device != device)
        return RefreshRuling::RevokeFamily;
    if (!record->used)
        return RefreshRuling::Accept;
    return !record->successorUsed && now - *record->used <= refreshRetry ? RefreshRuling::AcceptAgain
                                                                         : RefreshRuling::RevokeFamily;
}

} // namespace zsb
