#include "ui/review/reviewcontroller.h"

#include "core/domain/event.h"

#include <QDateTime>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace zsb {

namespace {

constexpr double enoughVisible = 0.6;
constexpr std::chrono::seconds quick{3};
constexpr int quickInARow = 5;
constexpr std::size_t undoDepth = 10;

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

/// Pictures in the order of the strip, then what the rules complain about, then the portrait.
std::vector<ReviewController::Stop> ReviewController::stops() const
{
    std::vector<Stop> all;
    for (int row = 0; row < m_materials.count(); ++row) {
        const MaterialRow &material = m_materials.at(row);
        if (!material.portrait && !material.sha256.empty())
            all.push_back({.picture = row, .checked = material.seen});
    }
    for (int row = 0; row < m_findings.count(); ++row) {
        const FindingRow &finding = m_findings.at(row);
        if (finding.verdict == FindingRow::Verdict::Open)
            all.push_back({.finding = row, .checked = m_visited.contains(finding.key)});
    }
    const int portrait = m_materials.portraitRow();
    if (portrait >= 0 && !m_materials.at(portrait).sha256.empty())
        all.push_back({.picture = portrait, .checked = m_materials.at(portrait).seen});
    return all;
}

void ReviewController::walk(int direction)
{
    const std::vector<Stop> all = stops();
    if (all.empty())
        return;
    const auto here = std::find_if(all.begin(), all.end(), [this](const Stop &stop) {
        return m_finding >= 0 ? stop.finding == m_finding : stop.picture >= 0 && stop.picture == m_picture;
    });
    const int count = int(all.size());
    int at = here == all.end() ? (direction > 0 ? -1 : 0) : int(here - all.begin());
    const bool allChecked = std::all_of(all.begin(), all.end(), [](const Stop &stop) { return stop.checked; });
    for (int i = 0; i < count; ++i) {
        at = (at + direction + count) % count;
        const Stop &stop = all[std::size_t(at)];
        if (stop.checked && direction > 0 && !allChecked)
            continue;
        if (stop.picture >= 0)
            showPicture(stop.picture);
        else
            showFinding(stop.finding);
        return;
    }
}

void ReviewController::nextCheck()
{
    walk(1);
}

void ReviewController::previousCheck()
{
    walk(-1);
}

void ReviewController::showPicture(int row)
{
    if (row < 0 || row >= m_materials.count())
        return;
    m_finding = -1;
    m_picture = row;
    m_lookingSince = m_session.now();
    m_share = 1;
    if (!m_materials.at(row).sha256.empty())
        static_cast<void>(m_pictures.want(m_materials.at(row).sha256));
    emit pictureChanged();
    emit checkChanged();
    watchPicture();
}

void ReviewController::showPortrait()
{
    showPicture(m_materials.portraitRow());
}

void ReviewController::showFinding(int row)
{
    if (row < 0 || row >= m_findings.count())
        return;
    const FindingRow finding = m_findings.at(row);
    m_visited.insert(finding.key);
    if (finding.place.kind == EvidencePlace::Kind::Picture && finding.place.picture != m_picture)
        showPicture(finding.place.picture);
    m_finding = row;
    if (finding.place.kind == EvidencePlace::Kind::Field)
        emit fieldWanted(finding.place.fieldId);
    emit checkChanged();
}

void ReviewController::setVisibleShare(double share)
{
    m_share = share;
    watchPicture();
}

void ReviewController::setOnScreen(bool onScreen)
{
    m_onScreen = onScreen;
    watchPicture();
}

/// Starts or stops counting the time the picture is looked at. A picture that cannot be shown is never seen.
void ReviewController::watchPicture()
{
    if (m_picture < 0 || m_picture >= m_materials.count())
        return;
    const MaterialRow &material = m_materials.at(m_picture);
    const Picture *picture = material.sha256.empty() ? nullptr : m_pictures.peek(material.sha256);
    const bool looking = m_onScreen && m_share >= enoughVisible && picture && !picture->failed && !material.seen;
    if (!looking)
        m_dwellTimer.stop();
    else if (m_dwell.count() == 0)
        pictureLooked();
    else if (!m_dwellTimer.isActive())
        m_dwellTimer.start(m_dwell);
}

void ReviewController::pictureLooked()
{
    if (m_picture < 0 || m_picture >= m_materials.count())
        return;
    const MaterialRow material = m_materials.at(m_picture);
    const std::string item = material.portrait ? std::string(portraitItem) : materialItem(material.slot.toStdString());
    const bool news = m_session.show(item, material.sha256, m_session.now() - m_lookingSince);
    m_materials.setSeen(m_picture);
    if (news)
        emit fileChanged();
}

QString ReviewController::whyNot(Deed deed) const
{
    if (file().isEmpty())
        return tr("没有打开的文件。");
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
    const auto refusal = m_session.whyNot(body);
    if (!refusal || refusal->code == RefusalCode::WrongTarget)
        return {};
    return words().refusal(*refusal);
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

std::vector<ReasonUse> ReviewController::chosenReasons() const
{
    std::vector<ReasonUse> uses;
    for (const ReasonRow &row : m_reasons.chosen()) {
        uses.push_back({.code = row.code.toStdString(),
                        .target = row.targets.value(row.target).toStdString(),
                        .note = row.note.trimmed().toStdString()});
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
    decideFile(Deed::Approve, {}, {});
}

void ReviewController::returnFile(const QDate &deadline)
{
    decideFile(Deed::Return, {}, deadline);
}

void ReviewController::refuse()
{
    decideFile(Deed::Refuse, {}, {});
}

void ReviewController::doubt(const QString &note)
{
    m_reasons.setReasons({});
    decideFile(Deed::Doubt, note, {});
}

void ReviewController::decideFile(Deed deed, const QString &note, const QDate &deadline)
{
    const CommandBody body = bodyOf(deed, note, deadline);
    if (const auto refusal = m_session.whyNot(body)) {
        sayRefusal(*refusal);
        goToCause(*refusal);
        return;
    }
    const Result<Execution> answer = m_session.run(body);
    if (!answer) {
        sayFailure(answer.error());
        return;
    }
    if (const auto *refusal = std::get_if<Refusal>(&*answer)) {
        rebuildRows();
        emit fileChanged();
        sayRefusal(*refusal);
        goToCause(*refusal);
        return;
    }
    m_lastTook = m_session.now() - m_openedAt;
    ++m_decided;
    remember(std::get<Executed>(*answer));
    updateQueueRow(true);
    emit said(tr("已记录：%1。Ctrl+Z 撤销").arg(words().judgement(judgementOf(deed))), Tone::Ok);
    brake(deed);
    advance();
}

void ReviewController::remember(const Executed &executed)
{
    for (const Event &event : executed.events) {
        if (const auto *decided = std::get_if<Decided>(&event.body))
            m_undo.push_back({event.application, event.command, decided->heldUntil});
    }
    while (m_undo.size() > undoDepth)
        m_undo.pop_front();
    m_tick.start();
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
                showPicture(row);
                return;
            }
        }
    }
}

void ReviewController::confirmFinding(int row, const QString &note)
{
    resolve(row, Resolution::Confirmed, note);
}

void ReviewController::dismissFinding(int row, const QString &note)
{
    resolve(row, Resolution::Dismissed, note);
}

void ReviewController::resolve(int row, Resolution resolution, const QString &note)
{
    if (row < 0 || row >= m_findings.count())
        return;
    const FindingRow finding = m_findings.at(row);
    const Result<Execution> answer = m_session.run(ResolveFinding{.findingKey = finding.key.toStdString(),
                                                                  .rule = finding.rule.toStdString(),
                                                                  .resolution = resolution,
                                                                  .note = note.trimmed().toStdString()});
    if (!answer) {
        sayFailure(answer.error());
        return;
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
}

void ReviewController::undo()
{
    if (m_undo.empty()) {
        emit said(tr("没有可以撤销的决定。"), Tone::Info);
        return;
    }
    const Undoable last = m_undo.back();
    const Result<Execution> answer = m_session.runOn(last.file, Undo{.decision = last.decision});
    if (!answer) {
        sayFailure(answer.error());
        return;
    }
    m_undo.pop_back();
    if (const auto *refusal = std::get_if<Refusal>(&*answer)) {
        sayRefusal(*refusal);
    } else {
        --m_decided;
        openFile(last.file);
        updateQueueRow(false);
        emit said(tr("已撤销，请重新决定。"), Tone::Ok);
    }
    emit undoChanged();
}

void ReviewController::tick()
{
    emit undoChanged();
    if (undoWords().isEmpty())
        m_tick.stop();
}

} // namespace zsb
