#include "tests/sim/simworld.h"

#include "core/server/server.h"
#include "core/storage/syncpeer.h"
#include "tests/sim/simrandom.h"
#include "tests/support/testpack.h"

#include <QDir>

namespace zsb::sim {
namespace {

std::vector<Command> importOf(int file, const std::string &packHash)
{
    const std::string digit = std::to_string(file);
    const std::vector<CommandBody> bodies = {CreateDraft{"202315000000" + digit, Origin::Import}, ChooseType{"N1"},
                                             SetFields{{{Field::Name, "王五"},
                                                        {Field::DocumentNumber, "15010220010315001" + digit},
                                                        {Field::Phone, "1380013800" + digit},
                                                        {Field::College, "河套学院（专科）"}}},
                                             Submit{}};
    std::vector<Command> commands;
    for (const CommandBody &body : bodies) {
        commands.push_back({.id = {"import-" + digit + '-' + std::to_string(commands.size())},
                            .application = {"file-" + digit},
                            .actor = {"importer"},
                            .role = std::string(importRole),
                            .at = simStart,
                            .revision = int(commands.size()),
                            .packHash = packHash,
                            .body = body});
    }
    return commands;
}

/// A database of a server that was served once, with its epoch and a season.
QByteArray makeServer(const SimWorld &world, SimRandom &random)
{
    const std::string folder = world.folder.path() + "/template-server";
    ServerParts parts;
    parts.store = {.folder = folder, .rehearsal = true};
    parts.book = world.book;
    parts.clock = [] { return simStart; };
    parts.random = random.source();
    parts.suite = world.suite;
    parts.key = world.key;
    if (!Server::open(std::move(parts)))
        return {};
    {
        const auto store = Store::open({.folder = folder, .rehearsal = true});
        for (int file = 0; file < simFiles; ++file) {
            if (!store || !(*store)->executeAll(importOf(file, world.book->pack().hash), *world.book, simStart))
                return {};
        }
    }
    return imageOf(folder + "/zsb.db");
}

QByteArray makeClient(const SimWorld &world)
{
    const std::string folder = world.folder.path() + "/template-client";
    {
        const auto store = Store::open({.folder = folder, .rehearsal = true});
        if (!store || !writePeer((*store)->database(), {.server = "https://zsb.test"}))
            return {};
    }
    return imageOf(folder + "/zsb.db");
}

} // namespace

SimWorld::SimWorld() : book(*RuleBook::bind(sharedNm2023())), suite(*cryptoSuite(SuiteId::International))
{
    SimRandom random(1);
    key = std::make_shared<const SigningKey>(*suite->newSigningKey(random.source()));
    serverImage = makeServer(*this, random);
    clientImage = makeClient(*this);
}

} // namespace zsb::sim
