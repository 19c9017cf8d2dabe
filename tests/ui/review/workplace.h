#pragma once

#include "tests/support/uiaudit.h"
#include "tests/ui/review/reviewseason.h"
#include "ui/review/reviewcontroller.h"
#include "ui/review/reviewpage.h"
#include "ui/shell/mainwindow.h"
#include "ui/tasks/taskrunner.h"
#include "ui/widgets/actionregistry.h"

#include <QApplication>
#include <QTest>

namespace zsb {

/// The whole window over a season, as a reviewer has it.
struct Workplace
{
    explicit Workplace(int people, const std::function<void(DemoPerson &, int)> &spoil = {},
                       std::chrono::milliseconds patience = std::chrono::seconds(10),
                       ReviewSeason::Pictures pictures = ReviewSeason::Pictures::Flat,
                       const std::function<void(PaperFacts &)> &misprint = {})
        : season(0, pictures, 11, patience)
    {
        season.spoil = spoil;
        season.misprint = misprint;
        for (int i = 1; i <= people; ++i)
            season.add(i);
        theme.apply(*qApp, ThemeChoice::Light);
        controller.setDwell(std::chrono::milliseconds(0));
        controller.openQueue();
        page = new ReviewPage(controller, actions, theme);
        window.addPage(QStringLiteral("review"), QStringLiteral("审核"), QStringLiteral("review"), page);
        window.showPage(QStringLiteral("review"));
        window.resize(1280, 720);
        audit::activate(window);
        viewer().setFocus();
    }

    [[nodiscard]] QWidget &viewer() { return *page->findChild<QWidget *>(QStringLiteral("viewer")); }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QTest::keyClick(QApplication::focusWidget(), key, modifiers);
    }
    [[nodiscard]] bool canApprove() const { return actions.action("review.approve")->isEnabled(); }
    [[nodiscard]] ApplicationState state(const ApplicationId &id) const { return *season.store->state(id); }
    /// Whatever is on the viewer has been decoded and looked at.
    [[nodiscard]] bool isLooked()
    {
        const int row = controller.picture();
        return row < 0 || controller.materials().at(row).seen || controller.finding() >= 0;
    }

    ReviewSeason season;
    TaskRunner tasks;
    Theme theme;
    ActionRegistry actions{theme};
    ReviewController controller{season.tools(), ReviewSeason::reviewer(), tasks};
    MainWindow window{theme, actions};
    ReviewPage *page = nullptr;
};

} // namespace zsb
