#include "app/desktop/portraitpictures.h"

#include "app/desktop/madeupseason.h"
#include "app/desktop/scriptrun.h"
#include "ui/review/comparewindow.h"
#include "ui/review/reviewcontroller.h"
#include "ui/review/reviewpage.h"
#include "ui/shell/mainwindow.h"

#include <QApplication>
#include <QFile>

using namespace Qt::StringLiterals;

namespace zsb {
namespace {

constexpr int filesReturned = 3; ///< so that the last decisions are several

struct PortraitPhotographer
{
    Script &script;
    std::string deciding{};

    [[nodiscard]] ReviewController &review() const { return *script.desktop().review(); }
    [[nodiscard]] bool isQuiet() const
    {
        return script.desktop().review() && script.desktop().tasks().running() == 0 && !review().isMeasuring();
    }
    [[nodiscard]] bool isMeasured() const { return isQuiet() && review().portraitStudy(); }
    [[nodiscard]] bool isAnswering() const
    {
        return script.desktop().window().findChild<ReviewPage *>()->isAnswering();
    }
    void openNumber(const QString &number);
    void flawed();
    void copies();
    void returnFile();
    void recent();

private:
    [[nodiscard]] int pairRow() const;
};

void PortraitPhotographer::openNumber(const QString &number)
{
    script.then(number, [this, number] {
        if (!review().openNumber(number))
            script.fail(u"no file "_s + number);
    });
    script.when(
        number, [this] { return isMeasured(); }, [this] { script.press(u"0"_s); });
}

void PortraitPhotographer::flawed()
{
    script.when(
        u"the season of portraits"_s, [this] { return isQuiet() && !review().file().isEmpty(); },
        [this] { script.desktop().window().resize(1280, 720); });
    openNumber(u"D000002"_s);
    script.then(u"the overlays"_s, [this] { script.press(u"G"_s); });
    script.then(u"portrait-flawed"_s, [this] {
        script.save(u"portrait-flawed"_s);
        script.press(u"G"_s);
    });
}

/// Which finding says that two pictures are one; -1: none (yet).
int PortraitPhotographer::pairRow() const
{
    for (int row = 0; row < review().findings().count(); ++row) {
        if (review().findings().at(row).isPair)
            return row;
    }
    return -1;
}

void PortraitPhotographer::copies()
{
    openNumber(u"D000004"_s);
    const auto isFound = [this] { // faces are found by the landmark model; without it nobody says a pair
        return pairRow() >= 0 || review().portraitStudy()->reading.landmarks == LandmarkState::NoModel;
    };
    script.when(u"one picture under two names"_s, isFound, [this] { review().showFinding(std::max(0, pairRow())); });
    script.then(u"compare-copies"_s, [this] { script.press(u"Ctrl+T"_s); });
    const auto isShown = [this] {
        const auto *window = qobject_cast<CompareWindow *>(QApplication::activeModalWidget());
        return window && isQuiet() && window->viewer(0).hasImage() && window->viewer(1).hasImage();
    };
    script.when(u"compare-copies"_s, isShown, [] {});
    script.then(u"compare-copies"_s, [this] {
        script.save(u"compare-copies"_s);
        script.press(u"Escape"_s);
    });
}

void PortraitPhotographer::returnFile()
{
    script.when(
        u"a file to return"_s, [this] { return isQuiet() && !QApplication::activeModalWidget(); },
        [this] {
            deciding = review().file().state.id.value;
            script.press(u"F9"_s);
        });
    script.when(
        u"the reasons"_s, [this] { return isAnswering(); }, [this] { script.press(u"1"_s); });
    script.then(u"a reason chosen"_s, [this] { script.press(u"Return"_s); });
    script.when(
        u"the next file"_s, [this] { return isQuiet() && review().file().state.id.value != deciding; }, [] {});
}

void PortraitPhotographer::recent()
{
    for (int i = 0; i < filesReturned; ++i)
        returnFile();
    script.then(u"the last decisions"_s, [this] { script.press(u"Ctrl+B"_s); });
    script.then(u"recent"_s, [this] { script.save(u"recent"_s); });
}

/// Files with something to say of their portraits, and a mark: it says on every picture that nobody is real.
Done makeMarkedSeason(const QString &folder, const std::shared_ptr<const RuleBook> &book, const Clock &clock)
{
    if (Done made = makePortraitSeason(folder, book, demoClock(book->pack(), clock)); !made)
        return made;
    QFile mark(folder + u"/demo"_s);
    if (!mark.open(QIODevice::WriteOnly))
        return Error{ErrorCode::Unreadable, mark.errorString().toStdString()};
    return done();
}

} // namespace

int takePortraits(QApplication &application, const DesktopOptions &options, const QString &suffix)
{
    const ScriptSeason season{
        .name = u"portraits"_s, .now = [](const Pack &) { return Instant{}; }, .make = makeMarkedSeason};
    return runScriptIn(season, application, options, suffix, [](Script &script, ScriptedPrompts &) {
        auto photographer = std::make_shared<PortraitPhotographer>(script);
        photographer->flawed();
        photographer->copies();
        photographer->recent();
        return photographer;
    });
}

} // namespace zsb
