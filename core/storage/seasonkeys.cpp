#include "core/storage/seasonkeys.h"

#include "core/crypto/ownerfile.h"
#include "core/storage/datafolder.h"
#include "core/storage/durablefile.h"

#include <QFile>

using namespace Qt::StringLiterals;

namespace zsb {

namespace {

constexpr std::string_view begin = "zsb-season-keys 1 ";
constexpr std::size_t mostFile = 1 << 20;

/// The file: one line that names the key with the holder, then the wrapped ring.
struct KeyFile
{
    std::string name;
    std::string wrapped;
};

std::string pathIn(const std::string &folder)
{
    return folder + "/season.keys";
}

Result<KeyFile> readKeyFile(const std::string &folder)
{
    QFile file(QString::fromStdString(pathIn(folder)));
    if (!file.exists())
        return Error{ErrorCode::NotFound, "not a sealed season"};
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorCode::Unreadable, "season.keys does not open"};
    const std::string bytes = file.read(mostFile).toStdString();
    const std::size_t end = bytes.find('\n');
    if (!bytes.starts_with(begin) || end == std::string::npos)
        return Error{ErrorCode::Invalid, "season.keys"};
    KeyFile read{bytes.substr(begin.size(), end - begin.size()), bytes.substr(end + 1)};
    return isKeyName(read.name) ? Result<KeyFile>(read) : Error{ErrorCode::Invalid, "season.keys"};
}

Done writeKeyFile(const std::string &folder, const Keyring &keys, std::string_view name, const Key &wrapping)
{
    const Result<std::string> wrapped = keys.wrapped(wrapping, name);
    if (!wrapped)
        return wrapped.error();
    return writeWhole(pathIn(folder), std::string(begin) + std::string(name) + '\n' + *wrapped, Sync::Yes);
}

std::string newName(Instant now, const RandomSource &random)
{
    return "season-" + uuid7(now, random);
}

/// The ring, and what it is wrapped under.
struct Opened
{
    std::string name;
    Key wrapping;
    Keyring keys;
};

Result<Opened> opened(const std::string &folder, const KeyHolder &holder, const RandomSource &random)
{
    const Result<KeyFile> file = readKeyFile(folder);
    if (!file)
        return file.error();
    const Result<Key> wrapping = holder.load(file->name);
    if (!wrapping)
        return within("key of the season", wrapping.error());
    Result<Keyring> keys = Keyring::unwrapped(file->wrapped, *wrapping, file->name, random);
    if (!keys)
        return keys.error();
    return Opened{file->name, *wrapping, *std::move(keys)};
}

} // namespace

bool isSealedSeason(const std::string &folder)
{
    return QFile::exists(QString::fromStdString(pathIn(folder)));
}

Result<Keyring> makeSeasonKeys(const std::string &folder, SuiteId suite, KeyHolder &holder, Instant now,
                               const RandomSource &random)
{
    if (isSealedSeason(folder) || QFile::exists(QString::fromStdString(folder) + u"/zsb.db"_s))
        return Error{ErrorCode::Conflict, "the folder holds a season"};
    if (Done made = makeDataFolder(folder); !made)
        return made.error();
    Result<Keyring> keys = Keyring::make(suite, now, random);
    if (!keys)
        return keys;
    const std::string name = newName(now, random);
    const Key wrapping = Key::make(random);
    if (Done kept = holder.keep(name, wrapping); !kept)
        return kept.error();
    if (Done written = writeKeyFile(folder, *keys, name, wrapping); !written)
        return written.error();
    return keys;
}

Result<Keyring> openSeasonKeys(const std::string &folder, const KeyHolder &holder, const RandomSource &random)
{
    Result<Opened> found = opened(folder, holder, random);
    if (!found)
        return found.error();
    return std::move(found->keys);
}

Result<Keyring> rotateSeasonKeys(const std::string &folder, SuiteId suite, const KeyHolder &holder, Instant now,
                                 const RandomSource &random)
{
    const Result<Opened> found = opened(folder, holder, random);
    if (!found)
        return found.error();
    Result<Keyring> rotated = found->keys.rotated(suite, now);
    if (!rotated)
        return rotated;
    // durable before anything is sealed with it
    if (Done written = writeKeyFile(folder, *rotated, found->name, found->wrapping); !written)
        return written.error();
    return rotated;
}

Done rewrapSeasonKeys(const std::string &folder, KeyHolder &holder, Instant now, const RandomSource &random)
{
    const Result<Opened> found = opened(folder, holder, random);
    if (!found)
        return found.error();
    const std::string name = newName(now, random);
    const Key wrapping = Key::make(random);
    // at every moment one of the two files opens with a key that is there
    if (Done kept = holder.keep(name, wrapping); !kept)
        return kept;
    if (Done written = writeKeyFile(folder, found->keys, name, wrapping); !written)
        return written;
    return holder.destroy(found->name);
}

Done eraseSeason(const std::string &folder, KeyHolder &holder, const RandomSource &random)
{
    const Result<KeyFile> file = readKeyFile(folder);
    if (!file)
        return file.error();
    // the holder's key first: without it the ring is noise, here and in every backup
    if (Done destroyed = holder.destroy(file->name); !destroyed && destroyed.error().code != ErrorCode::NotFound)
        return destroyed;
    return shredFile(pathIn(folder), random);
}

} // namespace zsb
