#include "app/desktop/filewalk.h"

#include "ui/review/reviewcontroller.h"
#include "ui/review/reviewpage.h"
#include "ui/shell/mainwindow.h"

using namespace Qt::StringLiterals;

namespace zsb {

namespace {

constexpr int mostLooks = 14; ///< at one file before it is returned
constexpr int longLook = 9;   ///< pulses of the script

} // namespace

bool FileWalk::hasFile() const
{
    return review() && !review()->file().isEmpty();
}

bool FileWalk::isAnswering() const
{
    return m_script.desktop().window().findChild<ReviewPage *>()->isAnswering();
}

bool FileWalk::movedOn() const
{
    return review()->file().state.id.value != m_deciding;
}

void FileWalk::decide()
{
    m_deciding = review()->file().state.id.value;
    m_looks = 0;
    look();
}

/// Space until everything was seen, each picture long enough to count.
void FileWalk::look()
{
    if (review()->whyNot(Deed::Approve).isEmpty() || m_looks >= mostLooks) {
        judge();
        return;
    }
    ++m_looks;
    m_script.press(u"Space"_s);
    auto ticks = std::make_shared<int>(0);
    m_script.insert(
        u"looking"_s, [this, ticks] { return ++*ticks > longLook || review()->whyNot(Deed::Approve).isEmpty(); },
        [this] { look(); });
}

void FileWalk::judge()
{
    if (!review()->whyNot(Deed::Approve).isEmpty()) {
        giveBackLooked();
        return;
    }
    m_script.save(u"03-file-%1-looked-at"_s.arg(++m_decided));
    m_script.press(u"F8"_s);
    m_script.insert(
        u"the next file"_s, [this] { return movedOn(); }, [this] { m_script.save(u"04-after-%1"_s.arg(m_decided)); });
}

void FileWalk::giveBack()
{
    m_deciding = review()->file().state.id.value;
    giveBackLooked();
}

void FileWalk::giveBackLooked()
{
    ++m_decided;
    m_script.press(u"F9"_s);
    m_script.insert(
        u"the reasons"_s, [this] { return isAnswering(); }, [this] { m_script.press(u"1"_s); });
    m_script.insert(
        u"a reason chosen"_s, [] { return true; },
        [this] {
            m_script.save(u"03-file-%1-returned"_s.arg(m_decided));
            m_script.press(u"Return"_s);
        });
    m_script.insert(
        u"the next file"_s, [this] { return movedOn(); }, [this] { m_script.save(u"04-after-%1"_s.arg(m_decided)); });
}

} // namespace zsb
