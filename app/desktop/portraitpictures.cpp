#include "app/desktop/portraitpictures.h"

#include "app/common/packsearch.h"
#include "app/desktop/madeupseason.h"
#include "app/desktop/script.h"
#include "ui/review/comparewindow.h"
#include "ui/review/reviewcontroller.h"
#include "ui/review/reviewpage.h"
#include "ui/shell/mainwindow.h"

#include <QApplication>
#include <QFile>

#include <cstdio>

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

} // namespace

int takePortraits(QApplication &application, const DesktopOptions &options, const QString &suffix)
{
    const auto book = openRuleBook(options.pack.toStdString());
    if (!book)
        return 2;
    const Instant fixed{std::chrono::milliseconds{0}};
    const Clock clock = [fixed] { return fixed; };
    DesktopOptions here = options;
    here.dataFolder = options.dataFolder + u"/portraits"_s;
    const Clock morning = demoClock((*book)->pack(), clock);
    if (const Done made = makePortraitSeason(here.dataFolder, *book, morning); !made) {
        std::fprintf(stderr, "zsb: %s\n", made.error().detail.c_str());
        return 2;
    }
    QFile mark(here.dataFolder + u"/demo"_s); // it says on every picture that nobody is real
    if (!mark.open(QIODevice::WriteOnly))
        return 2;
    mark.close();
    ScriptedPrompts prompts;
    Desktop desktop(application, here, prompts, clock);
    if (const Done started = desktop.start(); !started)
        return 2;
    desktop.openFolder(here.dataFolder);
    Script script(desktop, options.output, suffix);
    PortraitPhotographer photographer{script};
    photographer.flawed();
    photographer.copies();
    photographer.recent();
    QObject::connect(&script, &Script::finished, &application, [](bool good) { QCoreApplication::exit(good ? 0 : 1); });
    script.run();
    return application.exec();
}

} // namespace zsb
