#pragma once

#include "core/crypto/bundle.h"
#include "core/storage/codec.h"

#include <QTemporaryFile>

#include <memory>
#include <string>

namespace zsb {

/// For what has to be whole before it leaves or is believed: written once, then read once from its beginning. Gone with
/// the object; what a killed program leaves is sealed where the codec of the season seals. `folder` is that of the
/// season: what is read and written here never lies beside a parcel, which may be on a stick.
class WorkFile
{
public:
    /// Errors: Unreadable.
    [[nodiscard]] static Result<std::unique_ptr<WorkFile>> make(const std::string &folder,
                                                                std::shared_ptr<const FieldCodec> codec);

    [[nodiscard]] WriteBytes writer();
    /// From now on it is read. Errors: Unreadable.
    [[nodiscard]] Done rewind();
    [[nodiscard]] ReadBytes reader();

private:
    explicit WorkFile(const std::string &folder, std::shared_ptr<const FieldCodec> codec);
    [[nodiscard]] Done flush();
    [[nodiscard]] Done fill();
    [[nodiscard]] std::string nextName();

    QTemporaryFile m_file;
    std::shared_ptr<const FieldCodec> m_codec;
    std::string m_piece;      ///< in clear: what is not yet sealed, or what is being read
    std::size_t m_read = 0;   ///< of m_piece
    std::size_t m_pieces = 0; ///< written or read so far
};

} // namespace zsb
