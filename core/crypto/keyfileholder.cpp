#include "core/crypto/keyfileholder.h"

#include "core/crypto/ownerfile.h"

namespace zsb {

namespace {

Error notOurs(const std::string &path)
{
    return {ErrorCode::Refused, path + ": delivered by the system, not to be changed here"};
}

} // namespace

std::string KeyFileHolder::path(std::string_view name) const
{
    return m_folder + '/' + std::string(name) + ".key";
}

Result<Key> KeyFileHolder::load(std::string_view name) const
{
    if (!isKeyName(name))
        return Error{ErrorCode::Invalid, "name of a key"};
    Result<std::string> bytes = m_kind == Folder::Delivered ? readDeliveredFile(path(name), Key::size + 1)
                                                            : readOwnerFile(path(name), Key::size + 1);
    if (!bytes)
        return bytes.error();
    const std::optional<Key> key = Key::of(*bytes);
    wipe(*bytes);
    return key ? Result<Key>(*key) : Error{ErrorCode::Invalid, path(name) + ": not 32 bytes"};
}

Done KeyFileHolder::keep(std::string_view name, const Key &key)
{
    if (!isKeyName(name))
        return Error{ErrorCode::Invalid, "name of a key"};
    if (m_kind == Folder::Delivered)
        return notOurs(path(name));
    return writeOwnerFile(path(name), key.bytes());
}

Done KeyFileHolder::destroy(std::string_view name)
{
    if (!isKeyName(name))
        return Error{ErrorCode::Invalid, "name of a key"};
    if (m_kind == Folder::Delivered)
        return notOurs(path(name));
    return shredFile(path(name), m_random);
}

} // namespace zsb
