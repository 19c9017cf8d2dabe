#include "ui/review/reviewcontroller.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

// What the page says of the open file, of its place in the queue and of what became of a decision.
namespace zsb {

QString ReviewController::candidate() const
{
    const auto name = file().state.fields.find(Field::Name);
    return u"%1  %2"_s.arg(name == file().state.fields.end() ? QString() : qtext(name->second),
                           qtext(file().state.applicationNo));
}

QString ReviewController::headline() const
{
    if (file().isEmpty())
        return {};
    const ReviewWords w = words();
    const ApplicationState &state = file().state;
    QStringList parts{w.typeName(state.typeId)};
    if (const CandidateType *type = m_session.pack().type(state.typeId)) {
        for (const ReviewStage &stage : type->review) {
            if (stage.id == state.review.stageId)
                parts.append(w.text(stage.name));
        }
    }
    if (state.review.phase != Phase::InReview)
        parts.append(w.phase(state.review.phase));
    if (state.round > 1)
        parts.append(tr("第 %1 次提交").arg(state.round));
    if (state.review.deadline)
        parts.append(tr("补正期限 %1").arg(w.day(*state.review.deadline)));
    return parts.join(u" · "_s);
}

QString ReviewController::documentNumber() const
{
    const auto number = file().state.fields.find(Field::DocumentNumber);
    return number == file().state.fields.end() ? QString() : qtext(number->second);
}

bool ReviewController::namesPerson(const QString &text) const
{
    static const QRegularExpression longNumber(u"\\d{6}"_s);
    const auto name = file().state.fields.find(Field::Name);
    const bool named = name != file().state.fields.end() && !name->second.empty() && text.contains(qtext(name->second));
    return named || longNumber.match(text).hasMatch();
}

QString ReviewController::originalWords(const std::string &sha256) const
{
    if (const auto refused = m_refused.find(sha256); refused != m_refused.end())
        return tr("原图没有取到：%1").arg(refused->second);
    return m_areOriginalsComing ? tr("原图正在取回") : tr("原图未下载");
}

/// Pictures of a file that is held come by themselves; those of any other when it is opened.
QString ReviewController::awayWords() const
{
    const std::optional<Claim> &claim = file().state.review.claim;
    const bool isHeld = claim && claim->actor == m_session.reviewer().id && claim->until > m_session.now();
    if (isHeld)
        return m_areOriginalsComing ? tr("图片还在服务器上，正在取到本机。")
                                    : tr("图片还在服务器上，连上后自动取到本机。");
    return m_areOriginalsComing ? tr("图片还在服务器上，正在取到本机。领取这份档案后，图片会提前取好。")
                                : tr("图片还没有取到本机：连上服务器后领取这份档案。");
}

QString ReviewController::lastFour() const
{
    return qtext(file().state.applicationNo).right(4);
}

QString ReviewController::positionWords() const
{
    const std::int64_t total = m_feed.total();
    return m_row < 0 ? tr("共 %1 份").arg(total) : tr("第 %1 份，共 %2 份").arg(m_row + 1).arg(total);
}

QString ReviewController::paceWords() const
{
    if (m_decided == 0)
        return {};
    return tr("上一份 %1 秒，本次 %2 份")
        .arg(QString::number(double(m_lastTook.count()) / 1000.0, 'f', 1))
        .arg(m_decided);
}

QString ReviewController::undoWords() const
{
    const Made *made = undoable();
    if (!made)
        return {};
    const auto left = std::chrono::ceil<std::chrono::seconds>(made->heldUntil - m_session.now()).count();
    return tr("撤销（还有 %1 秒）").arg(left);
}

QString ReviewController::whyNotUndo() const
{
    if (undoable())
        return {};
    const auto hold = std::chrono::ceil<std::chrono::seconds>(m_session.pack().review.hold).count();
    return tr("没有可以撤销的决定。决定后 %1 秒内可以撤销。").arg(hold);
}

QString ReviewController::consequence(Deed deed) const
{
    const ApplicationState &state = file().state;
    const bool against = deed == Deed::Return || deed == Deed::Refuse;
    if (against && !m_session.settles() && m_session.pack().review.fourEyes && state.review.stage > 0)
        return tr("前一级已经通过：这个决定不直接生效，作为争议交另一人（督导）裁决。");
    return deed == Deed::Refuse ? tr("不通过是最终决定，已缴费用将退还。") : QString();
}

QString ReviewController::reviewerWords() const
{
    const QString role = file().isEmpty() ? QString() : words().roleName(m_session.actingRole());
    return role.isEmpty() ? m_session.reviewer().name : tr("%1 · %2").arg(m_session.reviewer().name, role);
}

void ReviewController::sayRefusal(const Refusal &refusal)
{
    emit said(words().refusal(refusal), Tone::Warning);
}

void ReviewController::sayFailure(const Error &error)
{
    emit said(words().failure(error), Tone::Error);
}

} // namespace zsb
