// Writes commands into a store for as long as it lives and says on stdout what was acknowledged: one command id a line,
// after the store has answered. Made to be killed at any moment.
#include "core/storage/store.h"
#include "tests/support/testpack.h"

#include <QCoreApplication>

#include <cstdio>

using namespace zsb;

namespace {

constexpr Instant start{std::chrono::milliseconds(1'676'422'800'000)};

std::vector<CommandBody> lifeOf(const std::string &number)
{
    return {CreateDraft{number, Origin::Import},
            ChooseType{"N1"},
            SetFields{{{Field::Name, "王五"}, {Field::DocumentNumber, number}, {Field::Phone, number}}},
            Submit{},
            ClaimFile{},
            ReturnFile{{{.code = "101"}}, {}, {}}};
}

bool acknowledge(const CommandId &id)
{
    return std::fprintf(stdout, "%s\n", id.value.c_str()) > 0 && std::fflush(stdout) == 0;
}

bool writeOne(Store &store, const RuleBook &book, const std::string &name)
{
    int revision = 0;
    for (CommandBody &body : lifeOf(name)) {
        const Command command{.id = {name + '-' + std::to_string(revision)},
                              .application = {name},
                              .actor = {"staff-1"},
                              .role = "school",
                              .at = start,
                              .revision = revision,
                              .packHash = book.pack().hash,
                              .body = std::move(body)};
        const Result<Execution> answer = store.execute(command, book, start);
        if (!answer || !std::holds_alternative<Executed>(*answer) || !acknowledge(command.id))
            return false;
        ++revision;
    }
    return true;
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const QStringList words = QCoreApplication::arguments();
    if (words.size() != 3)
        return 2;
    const auto book = RuleBook::bind(sharedNm2023());
    const auto store = Store::open({.folder = words.at(1).toStdString()});
    if (!book || !store)
        return 3;
    for (int i = 0;; ++i) {
        if (!writeOne(**store, **book, words.at(2).toStdString() + '-' + std::to_string(i)))
            return 4;
    }
}
