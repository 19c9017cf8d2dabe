#pragma once

#include "app/server/http/tlsidentity.h"
#include "app/server/settings.h"
#include "core/base/clock.h"
#include "core/crypto/certificates.h"
#include "core/crypto/cryptosuite.h"
#include "core/crypto/keyfileholder.h"
#include "core/storage/codec.h"

#include <memory>
#include <string>

namespace zsb {

/// The data folder of a service: the season (zsb.db, blobs/), server.json, tls/ with its authority and certificate,
/// keys/ unless they lie elsewhere, tmp/. Blocking.
class ServerFolder
{
public:
    ServerFolder(std::string path, Settings settings, RandomSource random)
        : m_path(std::move(path)), m_settings(std::move(settings)), m_random(std::move(random))
    {
    }

    [[nodiscard]] const std::string &path() const { return m_path; }
    [[nodiscard]] const Settings &settings() const { return m_settings; }
    /// The file of the database, or where it is served.
    [[nodiscard]] std::string database() const
    {
        return m_settings.database == "sqlite" ? m_path + "/zsb.db" : m_settings.database;
    }
    [[nodiscard]] std::string temporary() const { return m_path + "/tmp"; }
    [[nodiscard]] std::string keys() const { return m_settings.keys.empty() ? m_path + "/keys" : m_settings.keys; }

    /// Makes what is not there: the folder, its settings, its keys, its authority. Nothing secret is made beside a
    /// season that began with others. Errors: Unreadable, NotFound (the keys or the authority of the season), Refused
    /// (others could read a key, its season was erased, or the folder is somebody else's), Invalid.
    [[nodiscard]] Done make(Instant now) const;

    /// Errors: Refused (the folder has other things in it and is no service's).
    [[nodiscard]] Done needRoom() const;
    /// Errors: NotFound (pictures of a season are here and its database is not: another one would be begun beside
    /// them).
    [[nodiscard]] Done needDatabase() const;
    /// What a season that was begun elsewhere needs here before it is put here. Errors: NotFound (names the file).
    [[nodiscard]] Done needOwnKeys() const;
    /// Before the key of its season is destroyed: from then on nothing is begun in it.
    [[nodiscard]] Done markErased(Instant now) const;

    [[nodiscard]] KeyFileHolder holder() const;
    /// A small secret beside the keys. Errors: NotFound, Refused (others have rights on it), Unreadable.
    [[nodiscard]] Result<std::string> secret(const std::string &file, std::size_t most) const;

    /// Signs tokens, receipts and checkpoints.
    [[nodiscard]] Result<SigningKey> signingKey(const CryptoSuite &suite) const;
    /// Null: the season is in clear. Errors: NotFound (its key is not there), Invalid.
    [[nodiscard]] Result<std::shared_ptr<const FieldCodec>> codec() const;
    [[nodiscard]] Result<CertifiedKey> authority() const;
    /// What TLS needs; a certificate of our own is made anew a month before it ends and when names have come.
    [[nodiscard]] Result<TlsIdentity> identity(Instant now) const;

private:
    [[nodiscard]] std::string tls(const char *file) const { return m_path + "/tls/" + file; }
    [[nodiscard]] bool hasServed() const;
    [[nodiscard]] bool isRingLost() const;
    [[nodiscard]] Done needKeys() const;
    [[nodiscard]] Done keepPrivate() const;
    [[nodiscard]] Done makeSeason(Instant now) const;
    [[nodiscard]] Done makeTls(Instant now) const;
    [[nodiscard]] Result<CertifiedKey> ownCertificate(Instant now) const;
    [[nodiscard]] ServerNames serverNames() const;

    std::string m_path;
    Settings m_settings;
    RandomSource m_random;
};

} // namespace zsb
