#include "app/desktop/servicewalk.h"

#include "app/desktop/scriptrun.h"
#include "app/desktop/serviceseason.h"
#include "app/desktop/trialorders.h"

#include <QApplication>
#include <QFile>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace zsb {

namespace {

constexpr int filesToTake = 100;
constexpr int filesToDecide = 3;

struct ServiceWalk
{
    ServiceWalk(Script &script, const QString &joinFile, const QString &folder)
        : steps(script, joinFile, folder), orders(steps, folder)
    {
        steps.enter();
        if (QFile::exists(TrialOrders::pathIn(folder)))
            orders.follow();
        else
            mainJob();
    }
    void mainJob()
    {
        steps.script().then(u"what an earlier walk left"_s, [this] {
            if (!steps.stillHolds(filesToDecide))
                steps.take(filesToTake);
            decideAndAgree();
        });
    }
    void decideAndAgree()
    {
        for (std::size_t i = 0; i < std::size_t(filesToDecide); ++i)
            steps.approve([this, i] { return steps.taken().at(i); });
        steps.send();
        steps.compare();
    }

    ServiceSteps steps;
    TrialOrders orders;
};

} // namespace

int walkAtService(QApplication &application, const DesktopOptions &options)
{
    const QString folder = options.dataFolder + u"/service"_s;
    if (options.dataFolder.isEmpty() || !trialPerson(folder)) {
        std::fputs("zsb: only a trial is walked through: --data-dir names none\n", stderr);
        return 2;
    }
    return runScript(application, options, {}, systemClock(), [&](Script &script, ScriptedPrompts &) {
        return std::make_shared<ServiceWalk>(script, options.joinFile, folder);
    });
}

} // namespace zsb
