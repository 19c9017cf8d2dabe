#include "app/desktop/secrets.h"

#include "core/crypto/ownerfile.h"

#include <QDir>
#include <QFile>

#ifdef ZSB_KEYCHAIN
#include <qt6keychain/keychain.h>
#endif

using namespace Qt::StringLiterals;

namespace zsb {
namespace {

constexpr std::size_t mostBytes = 64 * 1024;

/// Later, so that whoever asks is done asking.
void later(QObject *context, std::function<void()> act)
{
    QMetaObject::invokeMethod(context, std::move(act), Qt::QueuedConnection);
}

#ifdef ZSB_KEYCHAIN
constexpr auto service = "zsb"_L1;

Done doneOf(const QKeychain::Job &job)
{
    switch (job.error()) {
    case QKeychain::NoError:
        return done();
    case QKeychain::EntryNotFound:
        return Error{ErrorCode::NotFound, "keychain: no such entry"};
    default:
        return Error{ErrorCode::Unreachable, "keychain: error " + std::to_string(int(job.error()))};
    }
}
#endif

} // namespace

FileSecrets::FileSecrets(const QString &dataFolder, RandomSource random)
    : m_folder(QDir::cleanPath(dataFolder) + u".keys"_s), m_random(std::move(random))
{
}

QString FileSecrets::path(const QString &name) const
{
    return m_folder + u'/' + name;
}

bool FileSecrets::holds(const QString &name) const
{
    return QFile::exists(path(name));
}

void FileSecrets::load(const QString &name, QObject *context, OnLoaded then)
{
    later(context, [then = std::move(then), read = readOwnerFile(path(name).toStdString(), mostBytes)] { then(read); });
}

void FileSecrets::keep(const QString &name, const std::string &secret, QObject *context, OnKept then)
{
    const std::string file = path(name).toStdString();
    Done kept = holds(name) ? shredFile(file, m_random) : done();
    if (kept)
        kept = writeOwnerFile(file, secret);
    later(context, [then = std::move(then), kept] { then(kept); });
}

void FileSecrets::forget(const QString &name, QObject *context, OnKept then)
{
    later(context, [then = std::move(then), gone = shredFile(path(name).toStdString(), m_random)] { then(gone); });
}

#ifdef ZSB_KEYCHAIN

bool KeychainSecrets::isBuiltIn()
{
    return true;
}

void KeychainSecrets::load(const QString &name, QObject *context, OnLoaded then)
{
    auto *job = new QKeychain::ReadPasswordJob(service); // deletes itself
    job->setKey(name);
    QObject::connect(job, &QKeychain::Job::finished, context, [job, then = std::move(then)] {
        const Done read = doneOf(*job);
        then(read ? Result<std::string>(job->binaryData().toStdString()) : Result<std::string>(read.error()));
    });
    job->start();
}

void KeychainSecrets::keep(const QString &name, const std::string &secret, QObject *context, OnKept then)
{
    auto *job = new QKeychain::WritePasswordJob(service);
    job->setKey(name);
    job->setInsecureFallback(false);
    job->setBinaryData(QByteArray::fromStdString(secret));
    QObject::connect(job, &QKeychain::Job::finished, context, [job, then = std::move(then)] { then(doneOf(*job)); });
    job->start();
}

void KeychainSecrets::forget(const QString &name, QObject *context, OnKept then)
{
    auto *job = new QKeychain::DeletePasswordJob(service);
    job->setKey(name);
    QObject::connect(job, &QKeychain::Job::finished, context, [job, then = std::move(then)] { then(doneOf(*job)); });
    job->start();
}

#else

bool KeychainSecrets::isBuiltIn()
{
    return false;
}

void KeychainSecrets::load(const QString &, QObject *context, OnLoaded then)
{
    later(context, [then = std::move(then)] { then(Error{ErrorCode::Unreachable, "built without a keychain"}); });
}

void KeychainSecrets::keep(const QString &, const std::string &, QObject *context, OnKept then)
{
    later(context, [then = std::move(then)] { then(Error{ErrorCode::Unreachable, "built without a keychain"}); });
}

void KeychainSecrets::forget(const QString &, QObject *context, OnKept then)
{
    later(context, [then = std::move(then)] { then(Error{ErrorCode::Unreachable, "built without a keychain"}); });
}

#endif

ChosenSecrets::ChosenSecrets(const QString &dataFolder, RandomSource random, bool keychain)
    : m_files(dataFolder, std::move(random)), m_useKeychain(keychain && KeychainSecrets::isBuiltIn())
{
}

Secrets &ChosenSecrets::placeOf(const QString &name)
{
    if (m_useKeychain && !m_files.holds(name))
        return m_keychain;
    return m_files;
}

void ChosenSecrets::load(const QString &name, QObject *context, OnLoaded then)
{
    placeOf(name).load(name, context, std::move(then));
}

void ChosenSecrets::forget(const QString &name, QObject *context, OnKept then)
{
    placeOf(name).forget(name, context, std::move(then));
}

void ChosenSecrets::keep(const QString &name, const std::string &secret, QObject *context, OnKept then)
{
    if (!m_useKeychain) {
        m_files.keep(name, secret, context, std::move(then));
        return;
    }
    m_keychain.keep(name, secret, context, [this, name, secret, context, then = std::move(then)](const Done &kept) {
        if (kept)
            then(kept);
        else
            m_files.keep(name, secret, context, then);
    });
}

} // namespace zsb
