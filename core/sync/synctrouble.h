#pragma once

#include "core/domain/jsonmembers.h"

#include <cstdint>

namespace zsb {

/// Why nothing gets through, so that a person is told what can be done about it (SYNC.md P.10: never "no internet" for
/// a wrong key). Ids are forever: they stand in the database.
enum class SyncTrouble : std::uint8_t
{
    None,
    Dns,     ///< the name of the server is not known
    Tcp,     ///< nobody listens there, or the line is cut or too slow
    Tls,     ///< the connection is not safe: certificate, version, clock
    Proxy,   ///< the proxy wants something, or says no
    Captive, ///< somebody else answers: a sign-in page of the network, a filter
    Auth,    ///< sign in again
    Key,     ///< what is said is not signed by the server, or its log was rewritten; or the device is not enrolled
    Policy,  ///< the server does not take it: too large, not this kind, not allowed, another version
    Server,  ///< the server has trouble, or asks to wait
    Quota,   ///< the server has no room left
    Storage, ///< this computer has no room left, or its database cannot be written
};
constexpr auto enumIds(SyncTrouble)
{
    return EnumIds<SyncTrouble, 12>{{{SyncTrouble::None, "none"},
                                     {SyncTrouble::Dns, "dns"},
                                     {SyncTrouble::Tcp, "tcp"},
                                     {SyncTrouble::Tls, "tls"},
                                     {SyncTrouble::Proxy, "proxy"},
                                     {SyncTrouble::Captive, "captive"},
                                     {SyncTrouble::Auth, "auth"},
                                     {SyncTrouble::Key, "key"},
                                     {SyncTrouble::Policy, "policy"},
                                     {SyncTrouble::Server, "server"},
                                     {SyncTrouble::Quota, "quota"},
                                     {SyncTrouble::Storage, "storage"}}};
}

} // namespace zsb
