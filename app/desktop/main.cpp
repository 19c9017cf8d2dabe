#include "app/common/quietdecoders.h"
#include "app/common/runtimefolder.h"
#include "app/desktop/desktop.h"
#include "app/desktop/screenshots.h"
#include "app/desktop/singleinstance.h"
#include "app/desktop/walk.h"
#include "ui/widgets/theme.h"

#include <QApplication>

#include <algorithm>
#include <cstdio>
#include <memory>
#include <span>
#include <string_view>

using namespace zsb;

namespace {

int usageError(const Error &error)
{
    std::fprintf(stderr, "zsb: %s\n", error.detail.c_str());
    return 2;
}

constexpr std::chrono::seconds patience{5}; ///< for a program that is still starting

int work(QApplication &application, const DesktopOptions &options)
{
    SingleInstance alone(options.dataFolder);
    switch (alone.begin(application.arguments(), patience)) {
    case SingleInstance::Role::First:
        break;
    case SingleInstance::Role::Second:
        return 0;
    case SingleInstance::Role::Deaf:
        std::fputs("zsb: already running, but it does not answer\n", stderr);
        return 1;
    }
    DialogPrompts prompts;
    Desktop desktop(application, options, prompts, systemClock());
    QObject::connect(&alone, &SingleInstance::startedAgain, &desktop, [&desktop](const QStringList &arguments) {
        if (const Result<DesktopOptions> again = parseOptions(arguments))
            desktop.startAgain(*again);
    });
    if (const Done started = desktop.start(); !started)
        return usageError(started.error());
    return application.exec();
}

/// Only work needs a display; everything else runs where there is none, with a runtime folder that is given back.
std::unique_ptr<QTemporaryDir> choosePlatform(std::span<char *const> arguments)
{
    const auto needsNone = [](std::string_view argument) {
        for (const std::string_view option : {"--walk", "--screenshots", "--version", "-v", "--help", "-h"}) {
            if (argument.starts_with(option))
                return true;
        }
        return false;
    };
    if (std::ranges::none_of(arguments, needsNone))
        return nullptr;
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    return ownRuntimeFolder();
}

} // namespace

int main(int argc, char **argv)
{
    const auto runtimeFolder = choosePlatform({argv, std::size_t(argc)});
    QApplication application(argc, argv);
    quietenDecoders();
    QCoreApplication::setApplicationName(QStringLiteral("zsb"));
    QCoreApplication::setApplicationVersion(QStringLiteral(ZSB_VERSION));
    QApplication::setWindowIcon(Theme::applicationIcon());
    const Result<DesktopOptions> options = parseOptions(application.arguments());
    if (!options)
        return usageError(options.error());
    switch (options->task) {
    case DesktopOptions::Task::Work:
        return work(application, *options);
    case DesktopOptions::Task::Walk:
        return walk(application, *options);
    case DesktopOptions::Task::Screenshots:
        return takeScreenshots(application, *options);
    case DesktopOptions::Task::ShowVersion:
        std::puts("zsb " ZSB_VERSION);
        return 0;
    case DesktopOptions::Task::ShowHelp:
        std::fputs(options->help.toLocal8Bit().constData(), stdout);
        return 0;
    }
    return 2;
}
