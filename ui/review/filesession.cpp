#include "ui/review/filesession.h"

#include <algorithm>

namespace zsb {

namespace {

constexpr int mostObstacles = 64;

std::string detail(const Refusal &refusal, std::string_view key)
{
    for (const Evidence &evidence : refusal.details) {
        if (const auto *text = std::get_if<std::string>(&evidence.value); text && evidence.key == key)
            return *text;
    }
    return {};
}

std::vector<std::string> hashesOf(const ApplicationState &state, const std::string &item)
{
    std::vector<std::string> hashes;
    if (item == portraitItem) {
        if (state.portrait)
            hashes.push_back(state.portrait->sha256);
        return hashes;
    }
    for (const auto &[slot, attachments] : state.materials) {
        if (materialItem(slot) != item)
            continue;
        for (const Attachment &attachment : attachments)
            hashes.push_back(attachment.sha256);
    }
    return hashes;
}

/// Items of which nobody ever saw what is there now.
std::set<std::string> neverSeen(const ApplicationState &state)
{
    std::set<std::string> items;
    for (const auto &[slot, attachments] : state.materials)
        items.insert(materialItem(slot));
    items.insert(std::string(portraitItem));
    std::erase_if(items, [&state](const std::string &item) {
        return std::ranges::any_of(state.seen, [&](const auto &stage) {
            const auto found = stage.second.find(item);
            return found != stage.second.end() && found->second.hash == itemHash(state, item);
        });
    });
    return items;
}

Error openedForReading()
{
    return {ErrorCode::Conflict, "opened for reading only"};
}

} // namespace

FileSession::FileSession(ReviewTools tools, Reviewer reviewer)
    : m_tools(std::move(tools)), m_reviewer(std::move(reviewer))
{
}

Done FileSession::open(const ApplicationId &id)
{
    auto ahead = m_ahead.extract(id);
    if (ahead.empty())
        return read(id);
    show(std::move(ahead.mapped().state), std::move(ahead.mapped().findings));
    return done();
}

Done FileSession::read(const ApplicationId &id)
{
    Result<ApplicationState> state = m_tools.store.state(id);
    if (!state)
        return state.error();
    Result<std::vector<Finding>> findings = m_tools.store.findings(id, *m_tools.book);
    if (!findings)
        return findings.error();
    show(*std::move(state), *std::move(findings));
    return done();
}

void FileSession::show(ApplicationState state, std::vector<Finding> findings)
{
    m_file.state = std::move(state);
    m_file.findings = std::move(findings);
    const std::string stage = settles() ? std::string(settleStage) : m_file.state.review.stageId;
    if (Looked &looked = m_looked[m_file.state.id]; looked.stage != stage)
        looked = {.stage = stage, .shown = {}, .items = {}};
    findObstacles();
}

void FileSession::keepAhead(ApplicationState state, std::vector<Finding> findings)
{
    constexpr std::size_t most = 8; // files turned to in another way are not called for
    if (m_ahead.size() >= most)
        m_ahead.clear();
    const ApplicationId id = state.id;
    m_ahead.insert_or_assign(id, FileView{std::move(state), std::move(findings), {}});
}

const ShownPictures &FileSession::shown() const
{
    static const ShownPictures none;
    const auto found = m_looked.find(m_file.state.id);
    return found == m_looked.end() ? none : found->second.shown;
}

bool FileSession::show(const std::string &item, const std::string &sha256, std::chrono::milliseconds dwell)
{
    Looked &looked = m_looked[m_file.state.id];
    looked.dwell += dwell;
    if (!looked.shown.emplace(item, sha256).second)
        return false;
    const std::vector<std::string> all = hashesOf(m_file.state, item);
    if (std::all_of(all.begin(), all.end(), [&](const std::string &hash) {
            return looked.shown.contains({item, hash});
        }))
        looked.items[item] = itemHash(m_file.state, item);
    findObstacles();
    return true;
}

bool FileSession::settles() const
{
    const Phase phase = m_file.state.review.phase;
    return phase == Phase::Doubtful || phase == Phase::Disputed;
}

std::string FileSession::roleFor(const ApplicationState &state) const
{
    const auto mine = [this](std::string_view role) {
        return std::find(m_reviewer.roles.begin(), m_reviewer.roles.end(), role) != m_reviewer.roles.end();
    };
    if (state.review.phase == Phase::Doubtful || state.review.phase == Phase::Disputed) {
        for (const Role &role : pack().review.roles) {
            if (role.supervises && mine(role.id))
                return role.id;
        }
    }
    if (const CandidateType *type = pack().type(state.typeId)) {
        for (const ReviewStage &stage : type->review) {
            if (stage.id == state.review.stageId && mine(stage.role))
                return stage.role;
        }
    }
    return m_reviewer.roles.empty() ? std::string() : m_reviewer.roles.front();
}

/// What is taken back is taken back in the role it was given in; the file may be at another stage by now.
std::string FileSession::roleOf(const ApplicationState &state, const CommandId &decision) const
{
    const auto found = std::ranges::find(state.decisions, decision, &Decision::id);
    return found == state.decisions.end() ? roleFor(state) : found->role;
}

Command FileSession::command(const ApplicationState &state, CommandBody body) const
{
    const auto *undo = std::get_if<Undo>(&body);
    return {.id = CommandId{uuid7(now(), m_tools.random)},
            .application = state.id,
            .actor = m_reviewer.id,
            .role = undo ? roleOf(state, undo->decision) : roleFor(state),
            .at = now(),
            .revision = state.revision,
            .packHash = pack().hash,
            .body = std::move(body)};
}

WorkflowContext FileSession::context() const
{
    return {.book = *m_tools.book, .now = now(), .shared = {}};
}

std::vector<CommandBody> FileSession::prelude(const ApplicationState &state) const
{
    std::vector<CommandBody> bodies;
    const auto &claim = state.review.claim;
    if (!claim || claim->actor != m_reviewer.id || claim->until <= now())
        bodies.emplace_back(ClaimFile{});
    const auto looked = m_looked.find(state.id);
    if (looked != m_looked.end() && !looked->second.items.empty())
        bodies.emplace_back(MarkSeen{.items = looked->second.items, .dwellMs = looked->second.dwell.count()});
    return bodies;
}

std::optional<Refusal> FileSession::imagine(ApplicationState &state, const CommandBody &body) const
{
    const Ruling ruling = decide(state, command(state, body), context());
    if (!ruling.isAccepted())
        return ruling.refusal();
    for (const Event &event : ruling.events())
        state = apply(std::move(state), event);
    return std::nullopt;
}

std::optional<Refusal> FileSession::whyNot(const CommandBody &body) const
{
    if (m_file.isEmpty())
        return Refusal{.code = RefusalCode::NoSuchApplication};
    if (std::holds_alternative<Approve>(body) && !m_obstacles.empty())
        return m_obstacles.front();
    ApplicationState state = m_file.state;
    for (const CommandBody &before : prelude(state)) {
        if (const auto refusal = imagine(state, before))
            return refusal;
    }
    return imagine(state, body);
}

/// Asks for the approval again and again, granting what it lacks, until nothing is lacking: that is the whole list.
void FileSession::findObstacles()
{
    m_obstacles.clear();
    m_file.unseen.clear();
    ApplicationState state = m_file.state;
    for (const CommandBody &before : prelude(state)) {
        if (const auto refusal = imagine(state, before)) {
            m_obstacles.push_back(*refusal);
            m_file.unseen = neverSeen(state);
            return;
        }
    }
    const CommandBody approval =
        settles() ? CommandBody(Settle{.judgement = Judgement::Approve}) : CommandBody(Approve{});
    for (int i = 0; i < mostObstacles; ++i) {
        ApplicationState attempt = state;
        const auto refusal = imagine(attempt, approval);
        if (!refusal)
            break;
        m_obstacles.push_back(*refusal);
        CommandBody remedy;
        if (refusal->code == RefusalCode::MaterialUnseen) {
            const std::string item = detail(*refusal, "item");
            m_file.unseen.insert(item);
            remedy = MarkSeen{.items = {{item, itemHash(state, item)}}};
        } else if (refusal->code == RefusalCode::FindingOpen || refusal->code == RefusalCode::FindingConfirmed) {
            remedy = ResolveFinding{.findingKey = detail(*refusal, "finding"),
                                    .rule = detail(*refusal, "rule"),
                                    .resolution = Resolution::Dismissed,
                                    .note = "-"};
        } else {
            m_file.unseen = neverSeen(state);
            break;
        }
        if (imagine(state, remedy))
            break;
    }
    // What only the store knows (shared phones, shared pictures) stands in the way as well.
    for (const Finding &finding : m_file.findings) {
        const std::string key = findingKey(finding, m_file.state);
        const auto resolved = m_file.state.resolutions.find(key);
        const bool dismissed =
            resolved != m_file.state.resolutions.end() && resolved->second.resolution == Resolution::Dismissed;
        const bool known = std::any_of(m_obstacles.begin(), m_obstacles.end(),
                                       [&](const Refusal &refusal) { return detail(refusal, "finding") == key; });
        if (finding.severity != Severity::Error || dismissed || known)
            continue;
        const bool open = resolved == m_file.state.resolutions.end();
        m_obstacles.push_back({.code = open ? RefusalCode::FindingOpen : RefusalCode::FindingConfirmed,
                               .details = {{"finding", key}, {"rule", finding.rule}}});
    }
}

Result<Execution> FileSession::run(CommandBody body)
{
    if (isReadOnly())
        return openedForReading();
    ApplicationState state = m_file.state;
    std::vector<Command> commands;
    for (const CommandBody &before : prelude(state)) {
        commands.push_back(command(state, before));
        if (const auto refusal = imagine(state, before))
            return Execution(*refusal);
    }
    commands.push_back(command(state, std::move(body)));
    Result<std::vector<Execution>> answers = m_tools.writer->executeAll(commands, *m_tools.book, now());
    if (!answers)
        return answers.error();
    m_ahead.erase(state.id);
    Execution last = std::move(answers->back());
    if (std::holds_alternative<Executed>(last))
        m_looked[state.id].forgetWritten();
    // What was written stands even if it cannot be read back now: the next command is refused as one of yesterday.
    static_cast<void>(reload());
    return last;
}

Result<Execution> FileSession::runOn(const ApplicationId &id, CommandBody body)
{
    if (isReadOnly())
        return openedForReading();
    const Result<ApplicationState> state = m_tools.store.state(id);
    if (!state)
        return state.error();
    m_ahead.erase(id);
    return m_tools.writer->execute(command(*state, std::move(body)), *m_tools.book, now());
}

} // namespace zsb
