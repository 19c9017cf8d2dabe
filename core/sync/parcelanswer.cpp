#include "core/sync/parcelanswer.h"

#include "core/protocol/wire.h"
#include "core/sync/claimedpictures.h"
#include "core/sync/parcel.h"
#include "core/sync/parcelfiles.h"
#include "core/sync/reply.h"

#include <algorithm>
#include <set>

namespace zsb {
namespace {

/// A portrait is measured as one.
std::set<std::string> portraitsOf(const std::vector<Op> &ops)
{
    std::set<std::string> portraits;
    for (const Op &op : ops) {
        if (const auto *portrait = std::get_if<AttachPortrait>(&op.command.body))
            portraits.insert(portrait->attachment.sha256);
    }
    return portraits;
}

/// One parcel at the service, from its first section to the last one of its answer.
class ParcelDesk
{
public:
    ParcelDesk(const ParcelThere &there, const ParcelRules &rules, const ServeParcel &serve, const WriteBytes &to)
        : m_there(there), m_rules(rules), m_serve(serve), m_to(to), m_since(there.cursor), m_witness(there.witness)
    {
    }

    [[nodiscard]] Done takeFiles(const ReadBytes &from);
    [[nodiscard]] Done answer();
    [[nodiscard]] ParcelAnswered takeAnswered() { return std::move(m_answered); }

private:
    [[nodiscard]] Done write(const ParcelBack &back) { return writeSection(m_to, SectionKind::Json, wireText(back)); }
    [[nodiscard]] bool isOfFirstVersion() const { return m_rules.version < 2; }
    [[nodiscard]] std::string otherEpoch();
    [[nodiscard]] Done answerOps();
    [[nodiscard]] Done givePages();
    void noteHeld(const ChangesPage &page);
    [[nodiscard]] Done lease();
    [[nodiscard]] std::vector<Fetch> filesToGive() const;
    [[nodiscard]] Done giveFiles();

    const ParcelThere &m_there;
    const ParcelRules &m_rules;
    const ServeParcel &m_serve;
    const WriteBytes &m_to;
    std::int64_t m_since;
    std::int64_t m_witness;
    std::map<ApplicationId, ApplicationState> m_held; ///< by the person, of the pages
    std::set<ApplicationId> m_away;                   ///< of the pages, not held by the person
    ParcelAnswered m_answered;
};

/// Everything up to the end. A file that is not taken keeps nothing back but the ops that need it.
Done ParcelDesk::takeFiles(const ReadBytes &from)
{
    const std::set<std::string> portraits = portraitsOf(m_there.ops);
    for (;;) {
        const Result<Section> section = readSection(from);
        if (!section)
            return section.error();
        if (section->kind == SectionKind::End)
            return done();
        const std::optional<SectionFile> file = fileOf(*section);
        if (!file || section->kind != SectionKind::File)
            return Error{ErrorCode::Invalid, "no file of a parcel"};
        const std::string_view purpose = portraits.contains(file->sha256) ? "portrait" : "material";
        if (std::string problem = handIn({file->sha256, file->bytes, purpose}, m_serve); !problem.empty())
            m_answered.refused[file->sha256] = std::move(problem);
        else
            ++m_answered.files;
    }
}

Done ParcelDesk::answer()
{
    if (const std::string epoch = otherEpoch(); !epoch.empty())
        return write({.epoch = epoch});
    if (Done answered = answerOps(); !answered)
        return answered;
    if (Done given = givePages(); !given)
        return given;
    if (isOfFirstVersion())
        return done();
    if (m_there.lease) {
        if (Done leased = lease(); !leased)
            return leased;
        if (Done given = givePages(); !given)
            return given;
    }
    return giveFiles();
}

/// The epoch the service says it is in now; empty: that of the parcel.
std::string ParcelDesk::otherEpoch()
{
    HttpRequest request{.method = "GET", .path = "/v1/changes"};
    request.query = {{"epoch", m_there.epoch}, {"since", std::to_string(m_there.cursor)}, {"limit", "1"}};
    const ReplyVerdict verdict = judge(m_serve(request));
    const auto said = verdict.details.find("epoch");
    return verdict.problem == "epoch-changed" && said != verdict.details.end() ? said->second : std::string();
}

Done ParcelDesk::answerOps()
{
    for (std::size_t from = 0; from < m_there.ops.size(); from += std::size_t(maxOpsInBatch)) {
        OpBatch batch{.epoch = m_there.epoch};
        const std::size_t end = std::min(from + std::size_t(maxOpsInBatch), m_there.ops.size());
        batch.ops.assign(m_there.ops.begin() + std::ptrdiff_t(from), m_there.ops.begin() + std::ptrdiff_t(end));
        const HttpResponse response = m_serve({.method = "POST", .path = "/v1/ops:batch", .body = wireText(batch)});
        Result<OpAnswers> answers = readWire<OpAnswers>(response.body);
        if (response.status != 200 || !answers)
            return Error{ErrorCode::Refused,
                         "the service does not take ops, status " + std::to_string(response.status)};
        if (Done written = write({.answers = *std::move(answers)}); !written)
            return written;
    }
    return done();
}

/// From where the last page ended. The checkpoint of each leads on from that of the one before.
Done ParcelDesk::givePages()
{
    for (bool more = true; more;) {
        HttpRequest request{.method = "GET", .path = "/v1/changes"};
        request.query = {{"epoch", m_there.epoch},
                         {"since", std::to_string(m_since)},
                         {"scope", m_there.scope},
                         {"witness", std::to_string(m_witness)}};
        const HttpResponse response = m_serve(request);
        Result<ChangesPage> page = readWire<ChangesPage>(response.body);
        if (response.status != 200 || !page)
            return Error{ErrorCode::Refused, "the service gives no feed, status " + std::to_string(response.status)};
        more = page->more;
        m_since = page->next;
        if (page->checkpoint)
            m_witness = std::max(m_witness, page->checkpoint->size);
        noteHeld(*page);
        if (Done written = write({.page = *std::move(page)}); !written)
            return written;
    }
    return done();
}

void ParcelDesk::noteHeld(const ChangesPage &page)
{
    for (const ChangeRow &row : page.rows) {
        const bool isHeld = row.state && row.state->review.claim &&
                            row.state->review.claim->actor.value == m_there.actor &&
                            row.state->review.claim->until > m_rules.now;
        if (isHeld)
            m_held[row.id] = *row.state;
        else
            m_held.erase(row.id);
        if (!isHeld)
            m_away.insert(row.id);
    }
}

/// What the person has been given since the desktop last heard counts, as long as they hold it: the parcel may have
/// been answered before.
Done ParcelDesk::lease()
{
    LeaseRequest request = *m_there.lease;
    // who holds it now has it from the service: what the desktop knew is older
    std::erase_if(request.release, [this](const ApplicationId &id) { return m_away.contains(id); });
    const auto isNews = [this, &request](const auto &held) {
        return std::ranges::find(m_there.held, held.first) == m_there.held.end() &&
               std::ranges::find(request.release, held.first) == request.release.end();
    };
    request.count = std::max(0, std::max(0, request.count) - int(std::ranges::count_if(m_held, isNews)));
    const HttpResponse response = m_serve({.method = "POST", .path = "/v1/leases", .body = wireText(request)});
    Result<LeaseAnswer> answer = readWire<LeaseAnswer>(response.body);
    if (response.status == 200 && answer)
        return write({.leases = *std::move(answer)});
    m_answered.leaseProblem = problemIn(response);
    return write({.leaseProblem = m_answered.leaseProblem});
}

/// What was asked for by name, then what is missing of files the desktop hears of only now; previews before all others.
std::vector<Fetch> ParcelDesk::filesToGive() const
{
    const std::set<std::string> has(m_there.has.begin(), m_there.has.end());
    std::vector<ApplicationState> states;
    for (const auto &[id, state] : m_held)
        states.push_back(state);
    std::vector<Fetch> files = m_there.wanted;
    for (const Fetch &what : missingOf(states, [&has](const std::string &sha256) { return has.contains(sha256); })) {
        if (!what.preview || m_there.previews)
            files.push_back(what);
    }
    std::set<Fetch> seen;
    std::erase_if(files, [&seen](const Fetch &what) { return !seen.insert(what).second; });
    std::ranges::stable_partition(files, &Fetch::preview);
    return files;
}

Done ParcelDesk::giveFiles()
{
    ParcelBack back{.refused = m_answered.refused};
    const std::vector<Fetch> files = filesToGive();
    std::int64_t bytes = 0;
    for (auto file = files.begin(); file != files.end(); ++file) {
        const FileOut out = takeOut(*file, m_serve);
        if (!out.problem.empty()) {
            back.lacks.push_back({*file, out.problem});
            continue;
        }
        bytes += std::int64_t(out.bytes.size());
        if (bytes > m_rules.mostBytes && m_answered.given > 0) {
            back.left = files.end() - file;
            break;
        }
        const SectionKind kind = file->preview ? SectionKind::Preview : SectionKind::File;
        if (Done written = writeSection(m_to, kind, file->sha256 + out.bytes); !written)
            return written;
        ++m_answered.given;
    }
    m_answered.left = back.left;
    return back == ParcelBack{} ? done() : write(back);
}

} // namespace

Result<ParcelAnswered> answerParcel(const ReadBytes &from, const WriteBytes &to, const ParcelRules &rules,
                                    const std::function<HttpResponse(const HttpRequest &, const ActorId &)> &serve)
{
    const Result<Section> first = readSection(from);
    const Result<ParcelThere> there = first && first->kind == SectionKind::Json
                                          ? readWire<ParcelThere>(first->bytes)
                                          : Result<ParcelThere>(Error{ErrorCode::Invalid, "no parcel"});
    if (!there)
        return there.error();
    const ServeParcel asPerson = [&](const HttpRequest &request) { return serve(request, {there->actor}); };
    ParcelDesk desk(*there, rules, asPerson, to);
    if (Done taken = desk.takeFiles(from); !taken)
        return taken.error();
    if (Done answered = desk.answer(); !answered)
        return answered.error();
    Done ended = writeSection(to, SectionKind::End, {});
    return ended ? Result<ParcelAnswered>(desk.takeAnswered()) : ended.error();
}

} // namespace zsb
