#include "core/sync/ruleslane.h"

#include "core/protocol/receipt.h"
#include "core/protocol/rules.h"
#include "core/protocol/wire.h"
#include "core/sync/keptrules.h"

#include <QByteArray>

namespace zsb {
namespace {

/// Nothing: a file of it is no base64.
std::optional<PackFiles> filesOf(const RulePack &pack)
{
    PackFiles files;
    for (const auto &[path, text] : pack.files) {
        const auto bytes =
            QByteArray::fromBase64Encoding(QByteArray::fromStdString(text), QByteArray::AbortOnBase64DecodingErrors);
        if (!bytes)
            return std::nullopt;
        files.emplace(path, bytes.decoded.toStdString());
    }
    return files;
}

} // namespace

RulesState RulesLane::state() const
{
    const std::string &theirs = context().packHash;
    if (theirs.empty() || theirs == parts().book.pack().hash || parts().rulesFolder.empty())
        return RulesState::Same;
    if (theirs == m_withheld)
        return RulesState::Withheld;
    return theirs == m_kept ? RulesState::Ready : RulesState::Coming;
}

Result<std::optional<HttpRequest>> RulesLane::next(Instant now)
{
    if (!wants() || !context().isOpen(now))
        return std::optional<HttpRequest>();
    m_asked = context().packHash;
    if (const auto kept = keptRules(parts().rulesFolder); kept && kept->ends_with(m_asked)) {
        m_kept = m_asked;
        return std::optional<HttpRequest>();
    }
    return std::optional(context().request("GET", "/v1/rules/" + m_asked));
}

Done RulesLane::answer(const Reply &reply, Instant now)
{
    ReplyVerdict verdict = judge(reply);
    const bool isOurs = !verdict.problem.empty(); // not a page of somebody in between
    if (verdict.trouble == SyncTrouble::Policy && isOurs && !verdict.isPacing()) {
        m_withheld = m_asked;
        return done();
    }
    if (!verdict.isGood()) {
        context().note(verdict, now);
        return done();
    }
    const Result<RulePack> pack = readWire<RulePack>(std::get<HttpResponse>(reply).body);
    const std::optional<PackFiles> files = pack ? filesOf(*pack) : std::nullopt;
    if (!files || packHash(*files) != m_asked || !context().isSigned(rulesText(m_asked), pack->signature)) {
        verdict.trouble = SyncTrouble::Key;
        context().note(verdict, now);
        context().line.fail(now, {}, parts().random);
        return done();
    }
    // nobody waits for them: a folder that takes none is no reason to stop
    (keepRules(parts().rulesFolder, m_asked, *files) ? m_kept : m_withheld) = m_asked;
    context().note({}, now);
    return done();
}

Result<std::optional<Instant>> RulesLane::due(Instant now)
{
    return wants() && context().mayAsk(now) ? std::optional(now) : std::optional<Instant>();
}

} // namespace zsb
