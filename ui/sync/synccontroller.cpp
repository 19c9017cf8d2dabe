#include "ui/sync/synccontroller.h"

#include "core/image/decode.h"
#include "core/image/inspect.h"
#include "ui/tasks/taskrunner.h"

#include <QFileInfo>

#include <algorithm>

namespace zsb {
namespace {

Result<Attachment> keptFile(const QString &path, const std::string &slot, const BlobStore &blobs,
                            const MaterialLimits &limits)
{
    const Result<ImageFacts> facts = inspectImageFile(path.toStdString());
    if (!facts)
        return facts.error();
    const bool isFormat = std::ranges::find(limits.formats, imageFormatId(facts->format)) != limits.formats.end();
    if (!facts->isReadable() || !isFormat || facts->bytes > limits.maxBytes)
        return Error{ErrorCode::Invalid, "no material by the pack"};
    const Result<std::string> sha256 = blobs.putFile(path.toStdString());
    if (!sha256)
        return sha256.error();
    return Attachment{.slot = slot,
                      .sha256 = *sha256,
                      .fileName = QFileInfo(path).fileName().toStdString(),
                      .facts = *facts,
                      .addedAt = {}};
}

} // namespace

SyncController::SyncController(SyncSession &session, SyncTools tools, QObject *parent)
    : QObject(parent), m_session(session), m_tools(std::move(tools))
{
    m_again.setSingleShot(true);
    m_again.setInterval(pause);
    connect(&m_again, &QTimer::timeout, &m_session, &SyncSession::look);
    connect(&m_session, &SyncSession::statusChanged, this, &SyncController::takeStatus);
    connect(&m_session, &SyncSession::looked, this, [this](const SyncLook &look) {
        m_look = look;
        emit looked();
    });
    connect(&m_session, &SyncSession::reconciled, this, [this](const ReconcileReport &report) {
        m_report = report;
        emit looked();
        emit said(SyncRows::report(report), report.agrees() ? Tone::Ok : Tone::Warning);
    });
    connect(&m_session, &SyncSession::noted, this, [this] {
        if (m_watched)
            emit looked();
    });
    if (m_session.hasStatus())
        takeStatus();
}

SyncController::~SyncController() = default;

void SyncController::takeStatus()
{
    m_face = m_progress.next(m_session.status(), m_session.isPaused());
    emit changed();
    if (m_watched && !m_again.isActive())
        m_again.start();
}

void SyncController::setWatched(bool watched)
{
    m_watched = watched;
    if (watched)
        refresh();
}

void SyncController::refresh()
{
    m_session.look();
}

void SyncController::syncNow()
{
    if (m_session.isPaused())
        m_session.setPaused(false);
    m_session.hurry();
    refresh();
}

void SyncController::togglePause()
{
    m_session.setPaused(!m_session.isPaused());
}

void SyncController::reconcile()
{
    if (!m_session.session()) {
        emit said(tr("对账要先登录。"), Tone::Warning);
        return;
    }
    m_session.reconcile();
}

void SyncController::fetchAll()
{
    m_session.fetchClaimed(FetchWish::Asked);
    refresh();
}

void SyncController::diagnose()
{
    const Result<std::shared_ptr<const CryptoSuite>> suite = cryptoSuite(SuiteId::International);
    if (!suite)
        return;
    m_findings.clear();
    const Enrolment &enrolment = m_session.enrolment();
    const std::string key = QByteArray::fromBase64(QByteArray::fromStdString(enrolment.serverKey)).toStdString();
    m_check = std::make_unique<ConnectionCheck>(networkOf(enrolment, m_session.secrets()), *suite, key, m_tools.clock,
                                                m_tools.random);
    m_check->start([this](const ConnectionFinding &finding) {
        m_findings[finding.step] = finding;
        emit diagnosed();
    });
    emit diagnosed();
}

const LookConflict *SyncController::conflict(std::int64_t inbox) const
{
    const auto found = std::ranges::find(m_look.conflicts, inbox, [](const LookConflict &one) { return one.entry.n; });
    return found == m_look.conflicts.end() ? nullptr : &*found;
}

void SyncController::keep(std::int64_t inbox)
{
    m_session.settle(inbox);
}

void SyncController::reapply(std::int64_t inbox)
{
    const LookConflict *one = conflict(inbox);
    if (!one)
        return;
    const Command &wish = one->wish.op.command;
    const ApplicationId file = wish.application;
    if (run(file, wish.role, wish.body)) {
        emit said(tr("已按原来的决定重新记录。"), Tone::Ok);
        m_session.settle(inbox);
        return;
    }
    emit said(tr("档案已经变了，不能照搬：请重新看过再决定。"), Tone::Warning);
    emit fileWanted(file);
}

bool SyncController::canWithdraw(const CommandId &op) const
{
    const auto found = std::ranges::find(m_look.ops, op, [](const LookOp &one) { return one.op.command.id; });
    if (found == m_look.ops.end() || found->op.state != OpState::Pending)
        return false;
    return !found->op.judged.empty() && found->op.heldUntil > m_tools.clock();
}

void SyncController::withdraw(const CommandId &op)
{
    const auto found = std::ranges::find(m_look.ops, op, [](const LookOp &one) { return one.op.command.id; });
    if (found == m_look.ops.end())
        return;
    const Command wish = found->op.command;
    const bool isDone = run(wish.application, wish.role, Undo{op});
    emit said(isDone ? tr("已撤销，不会发送。") : tr("已经撤不回来了。"), isDone ? Tone::Ok : Tone::Warning);
    refresh();
}

bool SyncController::run(const ApplicationId &id, const std::string &role, CommandBody body)
{
    const Result<Execution> answer = execute(id, role, std::move(body));
    return answer && std::holds_alternative<Executed>(*answer);
}

QString SyncController::order(const ApplicationId &id, const std::string &role, CommandBody body)
{
    const Result<Execution> answer = execute(id, role, std::move(body));
    if (!answer)
        return tr("没有记录下来（%1）。请再试一次。").arg(QString::fromStdString(answer.error().detail));
    const auto *refusal = std::get_if<Refusal>(&*answer);
    return refusal ? m_tools.refusal(*refusal) : QString();
}

Result<Execution> SyncController::execute(const ApplicationId &id, const std::string &role, CommandBody body)
{
    if (!m_tools.writer)
        return Error{ErrorCode::Conflict, "the season is only read"};
    const Result<ApplicationState> state = m_tools.writer->state(id);
    if (!state)
        return state.error();
    Command command;
    command.id = {uuid7(m_tools.clock(), m_tools.random)};
    command.application = id;
    command.actor = m_tools.actor;
    command.role = role;
    command.at = m_tools.clock();
    command.revision = state->revision;
    command.packHash = m_tools.book->pack().hash;
    command.body = std::move(body);
    Result<Execution> answer = m_tools.writer->execute(command, *m_tools.book, command.at);
    if (answer && std::holds_alternative<Executed>(*answer)) {
        m_session.kick();
        emit wrote();
    }
    return answer;
}

void SyncController::keepFiles(std::vector<std::pair<std::string, QString>> files, QObject *context,
                               std::function<void(Result<std::vector<Attachment>>)> then)
{
    if (!m_tools.writer) {
        then(Error{ErrorCode::Conflict, "the season is only read"});
        return;
    }
    m_tools.tasks->run(
        context,
        [files = std::move(files), blobs = m_tools.writer->blobs(), book = m_tools.book,
         now = m_tools.clock()](const TaskContext &) -> Result<std::vector<Attachment>> {
            std::vector<Attachment> kept;
            for (const auto &[slot, path] : files) {
                Result<Attachment> one = keptFile(path, slot, blobs, book->pack().materialLimits);
                if (!one)
                    return one.error();
                one->addedAt = now;
                kept.push_back(*std::move(one));
            }
            return kept;
        },
        std::move(then));
}

bool SyncController::hasFile(const std::string &sha256) const
{
    return m_tools.writer && m_tools.writer->blobs().contains(sha256);
}

void SyncController::openPicture(const std::string &sha256, QObject *context, std::function<void(const QImage &)> then)
{
    if (!m_tools.writer) {
        then({});
        return;
    }
    m_tools.tasks->run(
        context,
        [sha256, blobs = m_tools.writer->blobs()](const TaskContext &) {
            constexpr QSize largest(1600, 1600);
            const Result<std::string> bytes = blobs.read(sha256);
            const Result<QImage> image = bytes ? decodeForScreen(*bytes, {.maxSize = largest}) : bytes.error();
            return image ? *image : QImage();
        },
        std::move(then));
}

const std::vector<Scope> &SyncController::scopes() const
{
    return m_session.session() ? m_session.session()->scopes : m_tools.scopes;
}

QString SyncController::offlineWords() const
{
    const SyncStatus &status = m_session.status();
    QStringList words{SyncWords::sentence(m_face)};
    if (status.lastContact != Instant{})
        words.append(tr("上次联系 %1。").arg(rows().moment(status.lastContact)));
    if (m_face.phase == SyncPhase::Offline && status.nextTry != Instant{})
        words.append(tr("%1 再试。").arg(rows().moment(status.nextTry)));
    if (m_look.claimed > 0)
        words.append(tr("手上有 %1 份，最早 %2 到期。").arg(m_look.claimed).arg(rows().moment(m_look.claimedUntil)));
    return words.join(QLatin1Char(' '));
}

QString SyncController::fileWords() const
{
    const BlobsLeft &left = m_session.status().blobs;
    if (left.files == 0 && m_look.wanted == 0)
        return tr("要上传的都已上传；已领取的档案，图片都在本机。");
    return tr("待上传 %1 个文件，共 %2；已领取的档案还有 %3 张图片没有取到本机。")
        .arg(left.files)
        .arg(SyncRows::bytes(left.bytes))
        .arg(m_look.wanted);
}

} // namespace zsb
