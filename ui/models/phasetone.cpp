#include "ui/models/phasetone.h"

#include "core/domain/event.h"

#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace zsb {

Tone toneOf(Phase phase)
{
    switch (phase) {
    case Phase::Draft:
    case Phase::InReview:
    case Phase::Cancelled:
        return Tone::Neutral;
    case Phase::Doubtful:
    case Phase::Disputed:
        return Tone::Doubt;
    case Phase::Returned:
        return Tone::Warning;
    case Phase::Refused:
        return Tone::Error;
    case Phase::Approved:
        return Tone::Ok;
    }
    return Tone::Neutral;
}

Tone toneOf(Judgement judgement)
{
    switch (judgement) {
    case Judgement::Approve:
        return Tone::Ok;
    case Judgement::Return:
        return Tone::Warning;
    case Judgement::Doubt:
        return Tone::Doubt;
    case Judgement::Refuse:
        return Tone::Error;
    }
    return Tone::Neutral;
}

std::optional<Judgement> judgementOf(const QJsonObject &event)
{
    const QJsonValue word = event.value("judgement"_L1);
    return word.isUndefined() ? Decided().judgement : fromId<Judgement>(word.toString().toStdString());
}

} // namespace zsb
