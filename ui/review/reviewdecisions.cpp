#include "ui/review/reviewcontroller.h"

#include "core/domain/event.h"

#include <QDateTime>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace zsb {

namespace {

constexpr std::chrono::seconds quick{3};
constexpr int quickInARow = 5;

Judgement judgementOf(Deed deed)
{
    switch (deed) {
    case Deed::Approve:
        return Judgement::Approve;
    case Deed::Return:
        return Judgement::Return;
    case Deed::Refuse:
        return Judgement::Refuse;
    case Deed::Doubt:
        return Judgement::Doubt;
    }
    return Judgement::Doubt;
}

} // namespace

QString ReviewController::readOnlyWords() const
{
    return tr("这个文件夹正由别处使用，这里只能看，不能改。");
}

/// Says why when nothing may be written.
bool ReviewController::mayWrite()
{
    if (m_session.isReadOnly())
        emit said(readOnlyWords(), Tone::Warning);
    return !m_session.isReadOnly();
}

QString ReviewController::whyNot(Deed deed) const
{
    if (file().isEmpty())
        return tr("没有打开的文件。");
    if (m_session.isReadOnly())
        return readOnlyWords();
    const auto refusal = refusalOf(deed);
    return refusal ? words().refusal(*refusal) : QString();
}

std::optional<Refusal> ReviewController::refusalOf(Deed deed) const
{
    const auto &reasons = m_session.pack().reasons;
    CommandBody body = bodyOf(deed, u"-"_s, proposedDeadline());
    // Reasons are chosen in the panel; here it is asked whether it could be opened at all.
    const auto give = [&](auto &command) {
        if (command.reasons.empty() && !reasons.empty())
            command.reasons = {{.code = reasons.front().code, .target = {}, .note = "-"}};
    };
    if (auto *returning = std::get_if<ReturnFile>(&body))
        give(*returning);
    if (auto *refusing = std::get_if<Refuse>(&body))
        give(*refusing);
    if (auto *settling = std::get_if<Settle>(&body); settling && deed != Deed::Approve)
        give(*settling);
    auto refusal = m_session.whyNot(body);
    if (refusal && refusal->code == RefusalCode::WrongTarget)
        return std::nullopt;
    return refusal;
}

/// A key that does nothing would leave the reviewer guessing: it says what is missing and turns to it.
void ReviewController::explain(Deed deed)
{
    const auto refusal = file().isEmpty() ? std::nullopt : refusalOf(deed);
    if (!refusal)
        return;
    QString why = deed == Deed::Approve ? tr("不能通过：%1").arg(whyNotApproved()) : words().refusal(*refusal);
    if (refusal->code == RefusalCode::MaterialUnseen)
        why = tr("%1（看清后按空格）").arg(why);
    emit said(why, Tone::Warning);
    goToCause(*refusal);
}

bool ReviewController::hasOpenError() const
{
    return std::any_of(file().findings.begin(), file().findings.end(), [this](const Finding &finding) {
        return finding.severity == Severity::Error &&
               !file().state.resolutions.contains(findingKey(finding, file().state));
    });
}

bool ReviewController::hasStandingError() const
{
    return std::ranges::any_of(file().findings, [this](const Finding &finding) {
        const auto resolved = file().state.resolutions.find(findingKey(finding, file().state));
        const bool dismissed =
            resolved != file().state.resolutions.end() && resolved->second.resolution == Resolution::Dismissed;
        return finding.severity == Severity::Error && !dismissed;
    });
}

QString ReviewController::obstacles() const
{
    if (file().isEmpty())
        return {};
    const ReviewWords w = words();
    QStringList unseen;
    QStringList open;
    QStringList others;
    for (const Refusal &refusal : m_session.obstacles()) {
        const QString text = w.refusal(refusal);
        if (refusal.code == RefusalCode::MaterialUnseen)
            unseen.append(w.item(std::get<std::string>(refusal.details.front().value)));
        else if (refusal.code == RefusalCode::FindingOpen || refusal.code == RefusalCode::FindingConfirmed)
            open.append(text);
        else
            others.append(text);
    }
    QStringList lines = others;
    if (!unseen.isEmpty())
        lines.append(tr("未看：%1").arg(unseen.join(tr("、"))));
    if (open.size() == 1)
        lines.append(open.first());
    else if (open.size() > 1)
        lines.append(tr("%n 个问题未处理", nullptr, int(open.size())));
    return lines.join(tr("；"));
}

QString ReviewController::whyNotApproved() const
{
    const QString why = obstacles();
    if (why.isEmpty() || !isPreviewUnseen())
        return why;
    return QStringList{why, tr("看预览不算看过，%1").arg(originalWords(shownPicture()))}.join(tr("；"));
}

/// One for each item: of several that were found wrong each has what was found there.
std::vector<ReasonUse> ReviewController::chosenReasons() const
{
    std::vector<ReasonUse> uses;
    for (const ReasonRow &row : m_reasons.chosen()) {
        const ReasonTarget about = row.about();
        const bool asFound = row.note == about.found;
        for (const QString &item : about.items.split(u',')) {
            const auto own = std::ranges::find(row.targets, item, &ReasonTarget::items);
            const QString note = asFound && own != row.targets.end() ? own->found : row.note;
            uses.push_back(
                {.code = row.code.toStdString(), .target = item.toStdString(), .note = note.trimmed().toStdString()});
        }
    }
    return uses;
}

CommandBody ReviewController::bodyOf(Deed deed, const QString &note, const QDate &deadline) const
{
    std::optional<Instant> until;
    if (deed == Deed::Return && deadline.isValid()) {
        const int offset = int(m_session.pack().timeOffset.count()) * 60;
        const QDateTime end(deadline, QTime(23, 59, 59), Qt::OffsetFromUTC, offset);
        until = Instant(std::chrono::milliseconds(end.toMSecsSinceEpoch()));
        if (const auto last = correctionEnd())
            until = std::min(*until, *last);
    }
    const std::string words = note.trimmed().toStdString();
    if (m_session.settles())
        return Settle{.judgement = judgementOf(deed), .reasons = chosenReasons(), .note = words, .deadline = until};
    switch (deed) {
    case Deed::Approve:
        return Approve{};
    case Deed::Return:
        return ReturnFile{.reasons = chosenReasons(), .note = {}, .deadline = until};
    case Deed::Refuse:
        return Refuse{.reasons = chosenReasons(), .note = {}};
    case Deed::Doubt:
        return Doubt{.reasons = {}, .note = words};
    }
    return Doubt{};
}

void ReviewController::approve()
{
    m_reasons.setReasons({});
    static_cast<void>(decideFile(Deed::Approve, {}, {}));
}

bool ReviewController::returnFile(const QDate &deadline)
{
    return decideFile(Deed::Return, {}, deadline);
}

bool ReviewController::refuse()
{
    return decideFile(Deed::Refuse, {}, {});
}

bool ReviewController::doubt(const QString &note)
{
    m_reasons.setReasons({});
    return decideFile(Deed::Doubt, note, {});
}

bool ReviewController::decideFile(Deed deed, const QString &note, const QDate &deadline)
{
    if (!mayWrite())
        return false;
    const CommandBody body = bodyOf(deed, note, deadline);
    if (const auto refusal = m_session.whyNot(body)) {
        sayRefusal(*refusal);
        goToCause(*refusal);
        return false;
    }
    const Result<Execution> answer = m_session.run(body);
    if (!answer) {
        sayFailure(answer.error());
        return false;
    }
    if (const auto *refusal = std::get_if<Refusal>(&*answer)) {
        rebuildRows();
        emit fileChanged();
        sayRefusal(*refusal);
        goToCause(*refusal);
        return false;
    }
    m_lastTook = m_session.now() - m_openedAt;
    ++m_decided;
    remember(std::get<Executed>(*answer));
    updateQueueRow(true);
    m_facets.start();
    const QString word = words().judgement(judgementOf(deed));
    emit said(file().state.review.phase == Phase::Disputed
                  ? tr("已记录：%1。前一级已通过，交督导裁决。Ctrl+Z 撤销").arg(word)
                  : tr("已记录：%1。Ctrl+Z 撤销").arg(word),
              Tone::Ok);
    brake(deed);
    advance();
    return true;
}

void ReviewController::remember(const Executed &executed)
{
    const auto name = file().state.fields.find(Field::Name);
    for (const Event &event : executed.events) {
        if (const auto *decided = std::get_if<Decided>(&event.body))
            m_decisions.push_back({event.application, event.command, decided->heldUntil, decided->judgement,
                                   name == file().state.fields.end() ? QString() : qtext(name->second),
                                   qtext(file().state.applicationNo)});
    }
    while (m_decisions.size() > RecentModel::depth)
        m_decisions.pop_front();
    m_tick.start();
    showDecisions();
    emit undoChanged();
}

/// Five approvals in a row, each within three seconds: one quiet reminder.
void ReviewController::brake(Deed deed)
{
    m_quickApprovals = deed == Deed::Approve && m_lastTook < quick ? m_quickApprovals + 1 : 0;
    if (m_quickApprovals < quickInARow)
        return;
    m_quickApprovals = 0;
    emit said(tr("连续 %1 份都在 %2 秒内通过，请确认每项都看清了。").arg(quickInARow).arg(quick.count()), Tone::Info);
}

/// The eye goes to what stands in the way.
void ReviewController::goToCause(const Refusal &refusal)
{
    if (refusal.code != RefusalCode::MaterialUnseen && refusal.code != RefusalCode::FindingOpen)
        return;
    for (const Evidence &evidence : refusal.details) {
        const auto *text = std::get_if<std::string>(&evidence.value);
        if (!text)
            continue;
        for (int row = 0; row < m_findings.count(); ++row) {
            if (evidence.key == "finding" && m_findings.at(row).key == qtext(*text)) {
                showFinding(row);
                return;
            }
        }
        for (int row = 0; row < m_materials.count(); ++row) {
            const MaterialRow &material = m_materials.at(row);
            const std::string item =
                material.portrait ? std::string(portraitItem) : materialItem(material.slot.toStdString());
            if (evidence.key == "item" && item == *text && !material.seen) {
                pointAt(row);
                return;
            }
        }
    }
}

bool ReviewController::confirmFinding(int row, const QString &note)
{
    return resolve(row, Resolution::Confirmed, note);
}

bool ReviewController::dismissFinding(int row, const QString &note)
{
    return resolve(row, Resolution::Dismissed, note);
}

bool ReviewController::resolve(int row, Resolution resolution, const QString &note)
{
    if (!mayWrite())
        return false;
    if (row < 0 || row >= m_findings.count())
        return false;
    const FindingRow finding = m_findings.at(row);
    if (finding.isHint) {
        emit said(tr("这是测量提示，只供参考，不用认定或排除。"), Tone::Info);
        return false;
    }
    const Result<Execution> answer = m_session.run(ResolveFinding{.findingKey = finding.key.toStdString(),
                                                                  .rule = finding.rule.toStdString(),
                                                                  .resolution = resolution,
                                                                  .note = note.trimmed().toStdString()});
    if (!answer) {
        sayFailure(answer.error());
        return false;
    }
    if (const auto *refusal = std::get_if<Refusal>(&*answer))
        sayRefusal(*refusal);
    else
        emit said(resolution == Resolution::Confirmed ? tr("已认定。") : tr("已排除。"), Tone::Ok);
    rebuildRows();
    updateQueueRow(false);
    m_finding = m_findings.firstOpen();
    emit fileChanged();
    emit checkChanged();
    return std::holds_alternative<Executed>(*answer);
}

void ReviewController::undo()
{
    if (m_decisions.empty())
        emit said(tr("没有可以撤销的决定。"), Tone::Info);
    else
        undoDecision(Made(m_decisions.back()));
}

void ReviewController::undoDecision(const Made &made)
{
    if (!mayWrite())
        return;
    const Result<Execution> answer = m_session.runOn(made.file, Undo{.decision = made.decision});
    if (!answer) {
        sayFailure(answer.error());
        return;
    }
    if (const auto *refusal = std::get_if<Refusal>(&*answer)) {
        sayRefusal(*refusal);
    } else {
        std::erase_if(m_decisions, [&made](const Made &one) { return one.decision == made.decision; });
        showDecisions();
        m_decided = std::max(0, m_decided - 1); // it may be of the run before
        openFile(made.file);
        updateQueueRow(false);
        m_facets.start();
        emit said(tr("已撤销，请重新决定。"), Tone::Ok);
    }
    emit undoChanged();
}

void ReviewController::tick()
{
    emit undoChanged();
    if (undoable())
        return;
    m_tick.stop();
    showDecisions(); // nothing is held any more
}

} // namespace zsb
