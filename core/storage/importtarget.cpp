#include "core/storage/importtarget.h"

#include "core/base/text.h"
#include "core/rules/personkeys.h"
#include "core/storage/projectedrows.h"
#include "core/workflow/workflow.h"

namespace zsb {

namespace {

class StoreTarget final : public ImportTarget
{
public:
    StoreTarget(Store &store, const RuleBook &book, Instant now) : m_store(store), m_book(book), m_now(now) {}

    Done startRow() override
    {
        if (!m_batch) {
            Result<std::unique_ptr<Batch>> batch = m_store.begin(m_book, m_now);
            if (!batch)
                return batch.error();
            m_batch = *std::move(batch);
        }
        return m_batch->savepoint();
    }
    Done dropRow() override { return m_batch->undo(); }
    Result<ApplicationId> findByNumber(std::string_view applicationNo) const override
    {
        return m_store.findByNumber(applicationNo);
    }
    Result<ApplicationId> findByDocument(std::string_view type, std::string_view number) const override
    {
        return m_store.findByDocument(type, number, m_book.pack());
    }
    Result<ApplicationState> state(const ApplicationId &id) override { return m_batch->state(id); }
    Result<Execution> execute(const Command &command) override { return m_batch->execute(command); }
    Done finish() override { return m_batch ? m_batch->commit() : done(); }
    void keepLooks(std::span<const PictureLook> looks) override
    {
        m_batch.reset();
        static_cast<void>(PictureLooks(m_store.database()).keep(looks));
    }

private:
    Store &m_store;
    const RuleBook &m_book;
    Instant m_now;
    std::unique_ptr<Batch> m_batch;
};

class DryTarget final : public ImportTarget
{
public:
    DryTarget(const Store *store, const RuleBook &book, Instant now) : m_store(store), m_book(book), m_now(now) {}

    Done startRow() override
    {
        if (m_current.revision > 0) {
            m_byNumber.emplace(codeKey(m_current.applicationNo), m_current.id);
            m_byDocument.emplace(personKey(m_book.pack(), textOf(m_current, Field::DocumentType),
                                           textOf(m_current, Field::DocumentNumber)),
                                 m_current.id);
        }
        m_current = {};
        return done();
    }
    Done dropRow() override
    {
        m_current = {};
        return done();
    }
    Result<ApplicationId> findByNumber(std::string_view applicationNo) const override
    {
        const Result<ApplicationId> known =
            m_store ? m_store->findByNumber(applicationNo) : Result<ApplicationId>(ApplicationId{});
        return known && known->isEmpty() ? metBefore(m_byNumber, codeKey(applicationNo)) : known;
    }
    Result<ApplicationId> findByDocument(std::string_view type, std::string_view number) const override
    {
        const Result<ApplicationId> known =
            m_store ? m_store->findByDocument(type, number, m_book.pack()) : Result<ApplicationId>(ApplicationId{});
        return known && known->isEmpty() ? metBefore(m_byDocument, personKey(m_book.pack(), type, number)) : known;
    }
    Result<ApplicationState> state(const ApplicationId &id) override
    {
        if (m_current.id == id)
            return m_current;
        const Result<ApplicationState> known =
            m_store ? m_store->state(id) : Result<ApplicationState>(ApplicationState{});
        if (known || known.error().code != ErrorCode::NotFound)
            return known;
        return ApplicationState{};
    }
    Result<Execution> execute(const Command &command) override
    {
        Result<ApplicationState> before = state(command.application);
        if (!before)
            return before.error();
        const Ruling ruling = decide(*before, command, {.book = m_book, .now = m_now});
        if (!ruling.isAccepted())
            return Execution(ruling.refusal());
        m_current = *std::move(before);
        for (const Event &event : ruling.events())
            m_current = apply(std::move(m_current), event);
        return Execution(Executed{.state = m_current, .events = ruling.events()});
    }
    Done finish() override { return done(); }
    void keepLooks(std::span<const PictureLook> /*looks*/) override {}

private:
    using Keys = std::map<std::string, ApplicationId>;

    static ApplicationId metBefore(const Keys &keys, const std::string &key)
    {
        const auto met = keys.find(key);
        return key.empty() || met == keys.end() ? ApplicationId{} : met->second;
    }

    const Store *m_store;
    const RuleBook &m_book;
    Instant m_now;
    ApplicationState m_current; ///< of this row, as far as it was executed
    Keys m_byNumber;
    Keys m_byDocument;
};

} // namespace

std::unique_ptr<ImportTarget> storeTarget(Store &store, const RuleBook &book, Instant now)
{
    return std::make_unique<StoreTarget>(store, book, now);
}

std::unique_ptr<ImportTarget> dryTarget(const Store *store, const RuleBook &book, Instant now)
{
    return std::make_unique<DryTarget>(store, book, now);
}

} // namespace zsb
