#include "app/desktop/folderpictures.h"

#include "app/desktop/script.h"
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
    ScriptedPrompts prompts;
    Desktop desktop(application, here, prompts, systemClock());
    if (const Done started = desktop.start(); !started) {
        std::fprintf(stderr, "zsb: %s\n", started.error().detail.c_str());
        return 2;
    }
    Script script(desktop, options.output, suffix);
    FolderPhotographer photographer{script};
    script.then(u"the season"_s, [&] { desktop.readFolder(season); });
    photographer.review(season);
    photographer.portrait();
    photographer.dialog(u"palette"_s, u"Ctrl+K"_s);
    script.then(u"home"_s, [&] { script.press(u"Ctrl+1"_s); });
    photographer.whenQuiet(u"home"_s, [] {});
    script.then(u"home"_s, [&] { script.save(u"home"_s); });
    QObject::connect(&script, &Script::finished, &application, [](bool good) { QCoreApplication::exit(good ? 0 : 1); });
    script.run();
    return application.exec();
}

} // namespace zsb
