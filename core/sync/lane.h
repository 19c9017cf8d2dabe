#pragma once

#include "core/protocol/http.h"
#include "core/sync/synccontext.h"

#include <optional>

namespace zsb {

/// One kind of conversation with the service, with at most one request under way. Several lanes talk at the same time,
/// so that a small answer never waits behind a large upload. Inside this module only.
class Lane
{
public:
    explicit Lane(SyncContext &context) : m_context(context) {}
    Lane(const Lane &) = delete;
    Lane &operator=(const Lane &) = delete;
    virtual ~Lane() = default;

    /// What to send now; nothing: nothing is due. Only asked when nothing is under way. Errors: those of Store.
    [[nodiscard]] virtual Result<std::optional<HttpRequest>> next(Instant now) = 0;
    /// What came of it. Errors: those of Store; then nothing of the reply was taken.
    [[nodiscard]] virtual Done answer(const Reply &reply, Instant now) = 0;
    /// When it wants to be asked again, pauses of the line left out; nothing: not before another lane has got an
    /// answer.
    [[nodiscard]] virtual Result<std::optional<Instant>> due(Instant now) = 0;
    /// Somebody asked: a pause of its own is over.
    virtual void hurry() {}

protected:
    [[nodiscard]] SyncContext &context() { return m_context; }
    [[nodiscard]] const SyncContext &context() const { return m_context; }
    [[nodiscard]] const SyncParts &parts() const { return m_context.parts; }
    [[nodiscard]] Store &store() const { return m_context.parts.store; }

private:
    SyncContext &m_context;
};

} // namespace zsb
