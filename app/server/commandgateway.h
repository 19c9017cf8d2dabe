#pragma once

#include "core/server/messages.h"

#include <QString>

#include <chrono>

namespace zsb {

/// A program of the operator's carries each message, to whatever provider of short messages there is. It gets one JSON
/// object on its standard input, `{"id", "kind", "phone", "body", "expires", "text": {"zh", "en"}}`, and ends with 0
/// when the message is on its way; `id` is the same when one is sent again. No phone and no code is on a command line
/// or in a log. Its patience is shorter than what a service is given to end.
class CommandGateway final : public CodeGateway
{
public:
    explicit CommandGateway(QString program, std::chrono::milliseconds patience = std::chrono::seconds(20))
        : m_program(std::move(program)), m_patience(patience)
    {
    }

    /// Errors: Unreachable (it could not be started, took too long, or ended with anything but 0).
    [[nodiscard]] Done send(const Message &message) override;

private:
    QString m_program;
    std::chrono::milliseconds m_patience;
};

} // namespace zsb
