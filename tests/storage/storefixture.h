#pragma once

#include "core/storage/sealedcodec.h"
#include "core/storage/store.h"
#include "tests/support/testdatabase.h"
#include "tests/support/testpack.h"

#include <QTemporaryDir>

#include <memory>

namespace zsb {

/// A made-up candidate of an imported season.
struct TestPerson
{
    std::string number = "2023150000001";
    std::string name = "王五";
    std::string document = "150102200103150011";
    std::string phone = "13800138000";
    std::string college = "河套学院（专科）";
    std::string type = "N1";
    std::string portrait{}; ///< hash
    std::string material{}; ///< hash, in the slot student_card
};

/// ZSB_TEST_SEALED runs the same tests again on sealed seasons.
[[nodiscard]] inline bool testsSealed()
{
    return qEnvironmentVariableIsSet("ZSB_TEST_SEALED");
}

/// Null, a PlainCodec, but for sealed seasons.
[[nodiscard]] inline std::shared_ptr<const FieldCodec> testCodec()
{
    if (!testsSealed())
        return nullptr;
    return std::make_shared<const SealedCodec>(*Keyring::make(SuiteId::International, {}, keyRandom()));
}

/// A store in a folder of its own with the pack of the product.
class StoreFixture
{
public:
    explicit StoreFixture(std::shared_ptr<const FieldCodec> with = testCodec())
        : book(*RuleBook::bind(sharedNm2023())), codec(std::move(with))
    {
        open();
    }

    void open()
    {
        store.reset();
        store = *Store::open(options());
    }

    /// What any other connection is opened with.
    [[nodiscard]] StoreOptions options() const
    {
        return {.folder = folder(), .codec = codec, .database = testsPostgres() ? m_database : std::string()};
    }

    [[nodiscard]] const FieldCodec &usedCodec() const { return *store->options().codec; }
    [[nodiscard]] std::string folder() const { return m_folder.path().toStdString(); }

    [[nodiscard]] Command command(const ApplicationId &id, int revision, CommandBody body,
                                  const std::string &actor = "staff-1", const std::string &role = "school")
    {
        return {.id = {"cmd-" + std::to_string(++m_ids)},
                .application = id,
                .actor = {actor},
                .role = role,
                .at = now,
                .revision = revision,
                .packHash = book->pack().hash,
                .body = std::move(body)};
    }

    /// On the revision the store has.
    [[nodiscard]] Result<Execution> run(const ApplicationId &id, CommandBody body, const std::string &actor = "staff-1",
                                        const std::string &role = "school")
    {
        const Result<ApplicationState> state = store->state(id);
        return store->execute(command(id, state ? state->revision : 0, std::move(body), actor, role), *book, now);
    }

    /// Whether it was carried out.
    [[nodiscard]] bool does(const ApplicationId &id, CommandBody body, const std::string &actor = "staff-1",
                            const std::string &role = "school")
    {
        const Result<Execution> answer = run(id, std::move(body), actor, role);
        return answer && std::holds_alternative<Executed>(*answer);
    }

    /// The commands of one imported file, up to the queue.
    [[nodiscard]] std::vector<Command> season(const ApplicationId &id, const TestPerson &person)
    {
        std::vector<CommandBody> bodies = {CreateDraft{person.number, Origin::Import}, ChooseType{person.type},
                                           SetFields{{{Field::Name, person.name},
                                                      {Field::DocumentNumber, person.document},
                                                      {Field::Phone, person.phone},
                                                      {Field::College, person.college}}}};
        if (!person.portrait.empty())
            bodies.emplace_back(AttachPortrait{attachment({}, person.portrait)});
        if (!person.material.empty())
            bodies.emplace_back(AttachMaterial{attachment("student_card", person.material)});
        bodies.emplace_back(Submit{});
        std::vector<Command> commands;
        for (CommandBody &body : bodies)
            commands.push_back(command(id, int(commands.size()), std::move(body)));
        return commands;
    }

    [[nodiscard]] bool add(const ApplicationId &id, const TestPerson &person)
    {
        const auto answers = store->executeAll(season(id, person), *book, now);
        return answers && std::holds_alternative<Executed>(answers->back());
    }

    [[nodiscard]] Attachment attachment(const std::string &slot, const std::string &sha256) const
    {
        return {
            .slot = slot,
            .sha256 = sha256,
            .fileName = "scan.jpg",
            .facts = {.format = ImageFormat::Jpeg, .bytes = 30'000, .widthPx = 358, .heightPx = 441, .sha256 = sha256},
            .addedAt = now};
    }

    Instant now{std::chrono::milliseconds(1'676'422'800'000)}; // 2023-02-15 09:00 in the pack's time zone
    std::shared_ptr<const RuleBook> book;
    std::shared_ptr<const FieldCodec> codec;
    std::unique_ptr<Store> store;

private:
    QTemporaryDir m_folder;
    std::string m_database = freshDatabase(m_folder.path());
    int m_ids = 0;
};

} // namespace zsb
