#include "app/desktop/folderpictures.h"

#include "app/desktop/scriptrun.h"
#include "ui/review/reviewcontroller.h"
#include "ui/review/reviewpage.h"
#include "ui/shell/mainwindow.h"

#include <QApplication>
#include <QDir>
#include <QTemporaryDir>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace zsb {
namespace {

/// A season may have no file, and a file no portrait: what is not there is not waited for.
struct FolderPhotographer
{
    Script &script;

    [[nodiscard]] ReviewController *review() const { return script.desktop().review(); }
    [[nodiscard]] bool isQuiet() const
    {
        return review() && !review()->isReading() && script.desktop().tasks().running() == 0 &&
               !review()->isMeasuring();
    }
    [[nodiscard]] bool hasFile() const { return !review()->file().isEmpty(); }
    void whenQuiet(const QString &what, std::function<void()> act);
    void review(const QString &season);
    void portrait();
    void dialog(const QString &name, const QString &key);
};

void FolderPhotographer::whenQuiet(const QString &what, std::function<void()> act)
{
    script.when(
        what, [this] { return isQuiet(); }, std::move(act));
}

void FolderPhotographer::review(const QString &season)
{
    whenQuiet(u"the season"_s, [this] {
        script.desktop().window().resize(1280, 720);
        script.desktop().window().showPage(u"review"_s);
    });
    whenQuiet(u"its first file"_s, [this, season] {
        std::printf("%s: %d files\n", qPrintable(QDir::toNativeSeparators(season)), review()->queue().rowCount());
        script.save(u"review-first"_s);
        script.press(u"Space"_s);
    });
    whenQuiet(u"a picture"_s, [] {});
    script.then(u"a picture painted"_s, [this] { script.save(u"review"_s); });
}

void FolderPhotographer::portrait()
{
    script.then(u"the portrait"_s, [this] { script.press(u"0"_s); });
    const auto isMeasured = [this] {
        return isQuiet() && (!hasFile() || review()->materials().portraitRow() < 0 || review()->portraitStudy());
    };
    script.when(u"a measured portrait"_s, isMeasured, [this] { script.press(u"G"_s); });
    script.then(u"portrait"_s, [this] {
        script.save(u"portrait"_s);
        script.press(u"G"_s);
    });
}

void FolderPhotographer::dialog(const QString &name, const QString &key)
{
    script.then(name, [this, key] { script.press(key); });
    script.when(
        name, [] { return QApplication::activeModalWidget() != nullptr; },
        [this, name] {
            script.save(name);
            script.press(u"Escape"_s);
        });
}

} // namespace

int takeFolder(QApplication &application, const DesktopOptions &options, const QString &season, const QString &suffix)
{
    const QTemporaryDir own; // settings do not go where the season is
    DesktopOptions here = options;
    here.dataFolder = own.path();
    return runScript(application, here, suffix, systemClock(), [&](Script &script, ScriptedPrompts &) {
        auto photographer = std::make_shared<FolderPhotographer>(script);
        script.then(u"the season"_s, [&script, season] { script.desktop().readFolder(season); });
        photographer->review(season);
        photographer->portrait();
        photographer->dialog(u"palette"_s, u"Ctrl+K"_s);
        script.then(u"home"_s, [&script] { script.press(u"Ctrl+1"_s); });
        photographer->whenQuiet(u"home"_s, [] {});
        script.then(u"home"_s, [&script] { script.save(u"home"_s); });
        return photographer;
    });
}

} // namespace zsb
