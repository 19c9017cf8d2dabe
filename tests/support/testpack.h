#pragma once

#include "core/policy/packloader.h"

#include <QtGlobal>

#include <string>

namespace zsb {

/// A pack that must load; tests stop here when it does not. Loaded once per test program.
inline std::shared_ptr<const Pack> loadTestPack(const std::string &folder)
{
    const auto loaded = loadPack(std::string(ZSB_SOURCE_DIR) + '/' + folder);
    if (!loaded)
        qFatal("%s", loaded.error().detail.c_str());
    for (const PackProblem &problem : loaded->problems) {
        if (problem.fatal)
            qWarning("%s:%d %s: %s", problem.file.c_str(), problem.line, problem.key.c_str(),
                     problem.message.en.c_str());
    }
    if (!loaded->pack)
        qFatal("%s does not load", folder.c_str());
    return loaded->pack;
}

/// The pack the product ships: Inner Mongolia 2023.
inline const std::shared_ptr<const Pack> &sharedNm2023()
{
    static const auto pack = loadTestPack("resources/policies/nm-2023");
    return pack;
}
inline const Pack &nm2023()
{
    return *sharedNm2023();
}

/// An invented province with other types, steps and limits (tests only).
inline const std::shared_ptr<const Pack> &sharedHbDemo()
{
    static const auto pack = loadTestPack("tests/packs/hb-demo");
    return pack;
}
inline const Pack &hbDemo()
{
    return *sharedHbDemo();
}

} // namespace zsb
