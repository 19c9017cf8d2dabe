#pragma once

#include "app/server/serverlog.h"
#include "core/server/messages.h"

#include <cstdio>
#include <memory>
#include <thread>

namespace zsb {

/// The embedded gateway: codes appear where the operator sees them, with the phone masked, and somebody reads them out.
/// In a journal, which keeps what it hears, it says nothing.
class ConsoleGateway final : public CodeGateway
{
public:
    explicit ConsoleGateway(std::FILE *to) : m_to(to) {}

    /// Errors: Unreachable (nobody looks).
    [[nodiscard]] Done send(const Message &message) override;

private:
    std::FILE *m_to;
};

/// Carries messages to a gateway as soon as they are committed, in a thread of its own: a slow gateway holds nobody up.
class Courier
{
public:
    /// Errors: those of Store.
    [[nodiscard]] static Result<std::unique_ptr<Courier>> start(const StoreOptions &store, Clock clock,
                                                                std::unique_ptr<CodeGateway> gateway, ServerLog &log);

private:
    Courier() = default;

    std::jthread m_thread;
};

} // namespace zsb
