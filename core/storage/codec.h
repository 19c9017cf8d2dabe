#pragma once

#include "core/base/result.h"

#include <QByteArray>

#include <string>
#include <string_view>

namespace zsb {

/// Where a value lives. A codec may bind what it writes to its place, so that it cannot be moved to another row.
struct FieldPlace
{
    std::string_view table;
    std::string_view row; ///< id of the application
    std::string_view column;
};

/// The one door through which personal data enters and leaves the database. Encryption at rest is another
/// implementation of it; nothing else changes. Implementations are immutable and used from any thread.
class FieldCodec
{
public:
    FieldCodec() = default;
    FieldCodec(const FieldCodec &) = delete;
    FieldCodec &operator=(const FieldCodec &) = delete;
    virtual ~FieldCodec() = default;

    /// What is stored for a value.
    [[nodiscard]] virtual QByteArray encode(const FieldPlace &place, std::string_view plain) const = 0;
    /// Errors: Invalid (not written by this codec, or moved from another place).
    [[nodiscard]] virtual Result<std::string> decode(const FieldPlace &place, const QByteArray &stored) const = 0;
    /// Blind index for equality: the same text for the same normalised value of a column, and nothing readable.
    [[nodiscard]] virtual std::string lookupKey(std::string_view column, std::string_view normalised) const = 0;
    /// What is stored for prefix and word search, and what a text that is looked for is compared with. A codec that
    /// conceals answers something unreadable, in which fewer searches find what they would in clear; one that answers
    /// empty is searched by number only.
    [[nodiscard]] virtual std::string searchText(std::string_view column, std::string_view normalised) const = 0;
    /// Whether what it stores is unreadable without keys; then nothing personal may be stored beside it either, not
    /// even a plain hash.
    [[nodiscard]] virtual bool conceals() const { return false; }
};

/// Stores values as they are; lookup keys are SHA-256. For a database on an encrypted disk, for demos and tests.
class PlainCodec final : public FieldCodec
{
public:
    [[nodiscard]] QByteArray encode(const FieldPlace &place, std::string_view plain) const override;
    [[nodiscard]] Result<std::string> decode(const FieldPlace &place, const QByteArray &stored) const override;
    [[nodiscard]] std::string lookupKey(std::string_view column, std::string_view normalised) const override;
    [[nodiscard]] std::string searchText(std::string_view column, std::string_view normalised) const override;
};

} // namespace zsb
