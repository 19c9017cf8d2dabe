#include "app/desktop/trialorders.h"

#include <QFile>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace zsb {

bool TrialOrders::hasMore()
{
    QFile file(m_path);
    if (!file.open(QIODevice::ReadOnly) || !file.seek(m_read))
        return false;
    const QByteArray line = file.readLine();
    if (!line.endsWith('\n'))
        return false;
    m_read += line.size();
    m_order = QString::fromUtf8(line).trimmed();
    return true;
}

void TrialOrders::follow()
{
    m_steps.script().when(
        u"an order"_s, [this] { return hasMore(); },
        [this] {
            if (m_order == "end"_L1)
                return;
            obey(m_order.section(u' ', 0, 0), m_order.section(u' ', 1));
            follow();
        });
}

void TrialOrders::obey(const QString &verb, const QString &what)
{
    if (verb == "take"_L1) {
        m_steps.take(what.toInt());
        m_steps.script().then(u"what was taken"_s, [this] {
            for (const ApplicationId &id : m_steps.taken()) {
                if (const auto entry = m_steps.store().entry(id, QueueOrder::Number))
                    ServiceSteps::tell(u"taken "_s + QString::fromStdString(entry->applicationNo));
            }
        });
    } else if (verb == "hand-back"_L1) {
        m_steps.handBack();
    } else if (verb == "pause"_L1 || verb == "resume"_L1) {
        m_steps.setPaused(verb == "pause"_L1);
    } else if (verb == "approve"_L1 || verb == "return"_L1) {
        decide(what, verb == "approve"_L1);
    } else if (verb == "send"_L1) {
        m_steps.send();
    } else if (verb == "compare"_L1) {
        m_steps.compare();
    } else if (verb == "disputed"_L1 || verb == "settled"_L1) {
        await(what, verb == "settled"_L1);
    } else {
        m_steps.script().fail(u"no such order: "_s + verb);
    }
}

ApplicationId TrialOrders::find(const QString &number) const
{
    const auto found = m_steps.store().findByNumber(number.toStdString());
    return found ? *found : ApplicationId();
}

void TrialOrders::decide(const QString &number, bool approves)
{
    const auto file = [this, number] { return find(number); };
    const auto before = std::make_shared<std::size_t>(0);
    m_steps.script().then(u"the file as it is"_s, [this, number, before] {
        if (const auto state = m_steps.store().state(find(number)))
            *before = state->decisions.size();
        else
            m_steps.script().fail(u"no such file: "_s + number);
    });
    if (approves)
        m_steps.approve(file);
    else
        m_steps.giveBack(file);
    m_steps.script().when(
        u"the decision"_s,
        [this, number, before] {
            const auto state = m_steps.store().state(find(number));
            return state && state->decisions.size() > *before;
        },
        [this, number] {
            const auto state = m_steps.store().state(find(number));
            ServiceSteps::tell(u"%1 %2"_s.arg(QLatin1StringView(idOf(state->decisions.back().judgement)), number));
        });
}

void TrialOrders::await(const QString &number, bool settled)
{
    m_steps.script().when(
        u"what others did"_s,
        [this, number, settled] {
            m_steps.hurryNowAndThen();
            const auto state = m_steps.store().state(find(number));
            if (!settled)
                return state && state->review.phase == Phase::Disputed;
            return state && std::ranges::any_of(state->decisions, &Decision::settles);
        },
        [this, number, settled] {
            const auto state = m_steps.store().state(find(number));
            ServiceSteps::tell(settled ? u"settled %1 %2"_s.arg(number, QLatin1StringView(idOf(state->review.phase)))
                                       : u"disputed "_s + number);
        });
}

} // namespace zsb
