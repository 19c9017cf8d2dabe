#pragma once

#include "app/common/packsearch.h"
#include "core/demo/season.h"
#include "tests/e2e/serverprocess.h"
#include "tests/support/testdatabase.h"

#include <QDir>

namespace zsb::test {

/// A table of made-up people nothing is wrong with, beside their pictures. Nothing: it could not be made.
[[nodiscard]] inline std::shared_ptr<const RuleBook> makeTable(const QString &folder, int people)
{
    const auto book = openRuleBook(defaultPack());
    SeasonOptions season;
    season.count = people;
    season.seed = 7;
    season.flawedShare = 0;
    if (!book || !QDir().mkpath(folder) || !makeSeason((*book)->pack(), season, folder.toStdString()))
        return nullptr;
    return *book;
}

/// The folder of a service on the database of this run of tests; `database` is where that is.
[[nodiscard]] inline ServerProcess::Ran initServer(const ServerProcess &server, const std::string &database)
{
    QStringList words{QStringLiteral("init")};
    if (testsPostgres())
        words << QStringLiteral("--db") << QString::fromStdString(database);
    return server.run(words);
}

/// What makeTable() has made, read in as an office does it.
[[nodiscard]] inline ServerProcess::Ran importTable(const ServerProcess &server, const QString &folder)
{
    return server.run(
        {QStringLiteral("import"), folder + QStringLiteral("/season.csv"), QStringLiteral("--files"), folder});
}

/// A service that runs, its season read in from a table of made-up people in `source`. Nothing: it says why.
[[nodiscard]] inline std::shared_ptr<const RuleBook> serveTable(ServerProcess &server, const std::string &database,
                                                                const QString &source, int people)
{
    const auto book = makeTable(source, people);
    const auto made = initServer(server, database);
    const auto imported = importTable(server, source);
    if (book && made.code == 0 && imported.code == 0 && server.start())
        return book;
    qWarning("%s", qPrintable(made.err + imported.out + imported.err));
    return nullptr;
}

} // namespace zsb::test
