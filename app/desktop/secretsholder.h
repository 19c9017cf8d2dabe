#pragma once

#include "app/desktop/secrets.h"
#include "core/crypto/keyholder.h"

#include <memory>
#include <stop_token>

namespace zsb {

/// Wrapping keys among the secrets of this computer. Secrets answer on the GUI thread, a KeyHolder at once: so it is
/// used on a background thread, where it waits. Errors besides those of KeyHolder: Cancelled (stopped while a keychain
/// waited for its user), Unreachable.
class SecretsHolder final : public KeyHolder
{
public:
    /// `gui`: where the secrets are asked; outlives whoever waits, as the TaskRunner of a task does.
    SecretsHolder(std::shared_ptr<Secrets> secrets, QObject &gui, std::stop_token stop)
        : m_secrets(std::move(secrets)), m_gui(gui), m_stop(std::move(stop))
    {
    }

    [[nodiscard]] Result<Key> load(std::string_view name) const override;
    /// Of that name there must be none yet: names of seasons are new ones.
    [[nodiscard]] Done keep(std::string_view name, const Key &key) override;
    [[nodiscard]] Done destroy(std::string_view name) override;

private:
    std::shared_ptr<Secrets> m_secrets;
    QObject &m_gui;
    std::stop_token m_stop;
};

} // namespace zsb
