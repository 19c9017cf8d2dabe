#pragma once

#include "core/crypto/keyring.h"
#include "core/storage/codec.h"

namespace zsb {

/// Seals every value with the keys of a season, bound to its place: table, row, column and what such a place means in
/// this version. Look-up keys are keyed hashes, another key for every column. What a name may be found by, and what
/// that tells whoever reads the database without its keys, is docs/decisions/0006-names-in-a-sealed-season.md.
class SealedCodec final : public FieldCodec
{
public:
    explicit SealedCodec(Keyring keys) : m_keys(std::move(keys)) {}

    [[nodiscard]] QByteArray encode(const FieldPlace &place, std::string_view plain) const override;
    [[nodiscard]] Result<std::string> decode(const FieldPlace &place, const QByteArray &stored) const override;
    [[nodiscard]] std::string lookupKey(std::string_view column, std::string_view normalised) const override;
    /// Of a name one character for each of its beginnings; of readings one word for the whole.
    [[nodiscard]] std::string searchText(std::string_view column, std::string_view normalised) const override;
    [[nodiscard]] bool conceals() const override { return true; }

    [[nodiscard]] const Keyring &keys() const { return m_keys; }

private:
    Keyring m_keys;
};

} // namespace zsb
