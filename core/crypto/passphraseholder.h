#pragma once

#include "core/crypto/keyholder.h"
#include "core/crypto/password.h"

namespace zsb {

/// Keys as files of a folder, each sealed under a passphrase (Argon2id, another salt for every key): for a computer
/// whose user is there to type it. Whoever has the files guesses at the cost they name. Rights as with KeyFileHolder.
class PassphraseHolder final : public KeyHolder
{
public:
    PassphraseHolder(std::string folder, std::string_view passphrase, const PasswordCost &cost, RandomSource random)
        : m_folder(std::move(folder)), m_passphrase(passphrase), m_cost(cost), m_random(std::move(random))
    {
    }
    ~PassphraseHolder() override { wipe(m_passphrase); }

    /// Takes as long as its cost. Errors: besides those of KeyHolder, Internal (not enough memory).
    [[nodiscard]] Result<Key> load(std::string_view name) const override;
    [[nodiscard]] Done keep(std::string_view name, const Key &key) override;
    [[nodiscard]] Done destroy(std::string_view name) override;

private:
    [[nodiscard]] std::string path(std::string_view name) const;

    std::string m_folder;
    std::string m_passphrase;
    PasswordCost m_cost; ///< of new ones
    RandomSource m_random;
};

} // namespace zsb
