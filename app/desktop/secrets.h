#pragma once

#include "core/base/id.h"
#include "core/base/result.h"

#include <QObject>
#include <QString>

#include <functional>
#include <memory>
#include <string>

namespace zsb {

/// Where this computer keeps what may not lie in a data folder: the key of its certificate, the password of a proxy,
/// the key the keys of a season are wrapped under. Short texts under names of letters, digits and '-'. Answers come
/// later, on the GUI thread, and not at all once `context` is gone.
class Secrets
{
public:
    using OnLoaded = std::function<void(const Result<std::string> &)>;
    using OnKept = std::function<void(const Done &)>;

    Secrets() = default;
    Secrets(const Secrets &) = delete;
    Secrets &operator=(const Secrets &) = delete;
    virtual ~Secrets() = default;

    /// Errors: NotFound, Refused (others could read it), Unreachable (locked, or nobody answers), Unreadable.
    virtual void load(const QString &name, QObject *context, OnLoaded then) = 0;
    /// Takes the place of what was there. Errors: Unreachable, Unreadable.
    virtual void keep(const QString &name, const std::string &secret, QObject *context, OnKept then) = 0;
    /// For ever. Errors: NotFound, Unreachable, Unreadable (it may still be there).
    virtual void forget(const QString &name, QObject *context, OnKept then) = 0;
};

/// Files of their owner alone (0400 in a folder of 0700) beside the data folder, never in it: `season.keys/` for
/// `season/`. Whoever copies the data folder has no key; whoever copies the home folder has it.
class FileSecrets final : public Secrets
{
public:
    FileSecrets(const QString &dataFolder, RandomSource random);

    void load(const QString &name, QObject *context, OnLoaded then) override;
    void keep(const QString &name, const std::string &secret, QObject *context, OnKept then) override;
    void forget(const QString &name, QObject *context, OnKept then) override;
    [[nodiscard]] bool holds(const QString &name) const;

private:
    [[nodiscard]] QString path(const QString &name) const;

    QString m_folder;
    RandomSource m_random;
};

/// The keychain of the user's system (Windows Credential Manager, macOS Keychain, Secret Service, KWallet).
class KeychainSecrets final : public Secrets
{
public:
    [[nodiscard]] static bool isBuiltIn(); ///< false: this program was built without qtkeychain

    void load(const QString &name, QObject *context, OnLoaded then) override;
    void keep(const QString &name, const std::string &secret, QObject *context, OnKept then) override;
    void forget(const QString &name, QObject *context, OnKept then) override;
};

/// The keychain first; where there is none or it takes nothing, files. A secret is read from where it was kept.
class ChosenSecrets final : public Secrets
{
public:
    /// `keychain`: false uses files alone.
    ChosenSecrets(const QString &dataFolder, RandomSource random, bool keychain);

    void load(const QString &name, QObject *context, OnLoaded then) override;
    void keep(const QString &name, const std::string &secret, QObject *context, OnKept then) override;
    void forget(const QString &name, QObject *context, OnKept then) override;

private:
    [[nodiscard]] Secrets &placeOf(const QString &name);

    FileSecrets m_files;
    KeychainSecrets m_keychain;
    bool m_useKeychain;
};

} // namespace zsb
