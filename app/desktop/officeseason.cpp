#include "app/desktop/officeseason.h"

#include "app/desktop/madeupseason.h"
#include "app/desktop/secrets.h"
#include "app/desktop/serviceseason.h"
#include "core/crypto/certificates.h"
#include "core/crypto/ownerfile.h"
#include "core/crypto/password.h"
#include "core/protocol/op.h"
#include "core/protocol/wire.h"
#include "core/storage/database.h"
#include "core/storage/opinbox.h"
#include "core/storage/opqueue.h"
#include "core/storage/store.h"
#include "core/storage/syncpeer.h"
#include "core/sync/tlssetup.h"

#include <QDir>
#include <QSslCertificate>

using namespace Qt::StringLiterals;

namespace zsb {
namespace {

constexpr int people = 24;
constexpr double flawed = 0.4;
constexpr auto nobodyThere = "https://127.0.0.1:9"; ///< the discard port, where no service is
const ActorId actor{"0195a000-0000-7000-8000-00000000a001"};

Done importPeople(const QString &folder, const std::shared_ptr<const RuleBook> &book, const Clock &clock)
{
    SeasonOptions options;
    options.count = people;
    options.flawedShare = flawed;
    return importMadeUp(folder, options, {}, book, clock);
}

Result<NewEnrolment> enrolment(const RuleBook &book, const Clock &clock)
{
    const RandomSource random = secureRandom();
    const Result<CertifiedKey> authority = makeAuthority("zsb CA", clock(), random);
    const Result<DeviceRequest> request = makeDeviceRequest();
    if (!authority || !request)
        return authority ? request.error() : authority.error();
    const Result<std::string> certificate =
        issueDeviceCertificate(*authority, request->request, "office", clock(), random);
    const Result<std::string> verifier = hashPassword(OfficeSeason::password, serviceCost, random);
    if (!certificate || !verifier)
        return certificate ? verifier.error() : certificate.error();
    const std::string key(Key::make(random).bytes());
    const std::string parcelKey = QByteArray::fromStdString(key).toBase64().toStdString();
    NewEnrolment made;
    made.secrets = {request->privateKey, {}, parcelKey};
    made.enrolment.server = nobodyThere;
    made.enrolment.authority = authority->certificate;
    made.enrolment.pins = {pinOf(QSslCertificate(QByteArray::fromStdString(authority->certificate)))};
    made.enrolment.serverKey = parcelKey; // nobody is there to sign with its pair
    made.enrolment.certificate = *certificate;
    made.enrolment.device = "office";
    made.enrolment.proxy.kind = "none";
    ServiceAccount account{OfficeSeason::user, actor.value, "张审核", {}, *verifier, clock()};
    for (const Role &role : book.pack().review.roles) {
        if (!role.supervises)
            account.scopes.push_back({.role = role.id});
    }
    made.enrolment.accounts = {account};
    return made;
}

/// Somebody's claim and doubt on a file, as they would be given at the keyboard.
Done doubt(Store &store, const RuleBook &book, const ApplicationId &id, const std::string &role, Instant now)
{
    const RandomSource random = secureRandom();
    for (const CommandBody &body : {CommandBody(ClaimFile{}), CommandBody(Doubt{{}, "与原件不符，请督导看一下"})}) {
        const Result<ApplicationState> state = store.state(id);
        if (!state)
            return state.error();
        const Command command{{uuid7(now, random)}, id, actor, role, now, state->revision, book.pack().hash, body};
        if (const Result<Execution> executed = store.execute(command, book, now); !executed)
            return executed.error();
    }
    return done();
}

/// The older half has arrived; the oldest decision came when the file had changed.
Done answerSome(Store &store, Instant now)
{
    const OpQueue queue(store.database(), store.codec());
    const Result<std::vector<QueuedOp>> ops = queue.latest(people);
    if (!ops)
        return ops.error();
    for (std::size_t i = ops->size() / 2; i < ops->size(); ++i) {
        const QueuedOp &op = (*ops)[i];
        const bool isLate = i + 2 >= ops->size() && !op.judged.empty();
        const OpOutcome outcome = isLate ? OpOutcome::Stale : OpOutcome::Accepted;
        OpAnswer answer{.id = op.command.id, .outcome = outcome, .version = 2, .receipt = "c2lnbmVkIGJ5IG5vYm9keQ=="};
        if (Done kept = queue.answer(op, idOf(outcome), 2, wireText(answer), now); !kept)
            return kept;
        if (outcome == OpOutcome::Accepted)
            continue;
        if (Done told = OpInbox(store.database())
                            .add({.op = op.command.id,
                                  .application = op.command.application,
                                  .actor = actor,
                                  .outcome = std::string(idOf(outcome)),
                                  .at = now});
            !told)
            return told;
    }
    return done();
}

Done decideSome(const QString &folder, const RuleBook &book, Instant now)
{
    const Result<std::unique_ptr<Store>> store = Store::open({.folder = folder.toStdString()});
    if (!store)
        return store.error();
    if (Done kept = writePeer((*store)->database(), {.server = nobodyThere}); !kept)
        return kept;
    const Result<QueuePage> page = (*store)->queue({.phases = {std::string(idOf(Phase::InReview))}}, {}, 4);
    if (!page)
        return page.error();
    for (const QueueEntry &entry : page->entries) {
        const CandidateType *type = book.pack().type(entry.typeId);
        if (!type || type->review.empty())
            continue;
        if (Done doubted = doubt(**store, book, entry.id, type->review.front().role, now); !doubted)
            return doubted;
    }
    return answerSome(**store, now);
}

} // namespace

Done makeOfficeSeason(const QString &folder, const std::shared_ptr<const RuleBook> &book, const Clock &clock)
{
    if (Done imported = importPeople(folder, book, clock); !imported)
        return imported;
    const Result<NewEnrolment> made = enrolment(*book, clock);
    if (!made)
        return made.error();
    if (Done decided = decideSome(folder, *book, clock()); !decided)
        return decided;
    const QString keys = QDir::cleanPath(folder) + u".keys/"_s + deviceSecret(made->enrolment);
    if (Done kept = writeOwnerFile(keys.toStdString(), packSecrets(made->secrets)); !kept)
        return kept;
    return writeEnrolment(folder, made->enrolment);
}

} // namespace zsb
