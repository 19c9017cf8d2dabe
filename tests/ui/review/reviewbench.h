#pragma once

#include "tests/support/patience.h"
#include "tests/ui/review/reviewseason.h"
#include "ui/review/reviewcontroller.h"
#include "ui/tasks/taskrunner.h"

#include <QTest>

namespace zsb {

/// A controller over a season; what was said last is kept.
struct Bench
{
    explicit Bench(int people) : season(people)
    {
        controller.setDwell(std::chrono::milliseconds(0));
        QObject::connect(&controller, &ReviewController::said, &controller,
                         [this](const QString &text, Tone) { said = text; });
        controller.openQueue();
    }

    /// Looks at everything there is to see of the file.
    void lookAtAll()
    {
        for (int row = 0; row < controller.materials().count(); ++row) {
            if (controller.materials().at(row).sha256.empty())
                continue;
            controller.showPicture(row);
            QTRY_VERIFY_WITH_TIMEOUT(controller.materials().at(row).seen, testPatience);
        }
    }
    [[nodiscard]] ApplicationState state(const ApplicationId &id) const { return *season.store->state(id); }
    void choose(int digit)
    {
        controller.prepareReasons(Judgement::Return);
        QVERIFY(controller.reasons().toggleDigit(digit));
    }

    ReviewSeason season;
    TaskRunner tasks;
    ReviewController controller{season.tools(), ReviewSeason::reviewer(), tasks};
    QString said;
};

} // namespace zsb
