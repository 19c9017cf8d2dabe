#pragma once

#include <QDir>
#include <QTemporaryDir>

#include <memory>

namespace zsb {

/// A runtime folder of its own for a program that draws without a screen where no session gave it one: Qt would take a
/// shared one and say so. Made before Qt starts, it goes with what is given back; null where there is one, or none can
/// be made.
[[nodiscard]] inline std::unique_ptr<QTemporaryDir> ownRuntimeFolder()
{
#if defined(Q_OS_UNIX) && !defined(Q_OS_DARWIN)
    if (!qEnvironmentVariableIsEmpty("XDG_RUNTIME_DIR"))
        return nullptr;
    auto folder = std::make_unique<QTemporaryDir>(QDir::tempPath() + QStringLiteral("/zsb-runtime-XXXXXX"));
    if (!folder->isValid())
        return nullptr;
    qputenv("XDG_RUNTIME_DIR", folder->path().toLocal8Bit());
    return folder;
#else
    return nullptr;
#endif
}

} // namespace zsb
