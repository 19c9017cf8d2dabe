#include "ui/review/imageviewer.h"
#include "ui/review/queuepane.h"
#include "ui/review/recentstrip.h"
#include "ui/review/reviewpage.h"
#include "ui/widgets/actionregistry.h"

#include <QAction>

using namespace Qt::StringLiterals;

namespace zsb {

void ReviewPage::bindDecisions()
{
    for (const char *id : {"review.approve", "review.return", "review.refuse", "review.doubt", "review.undo",
                           "review.claim", "review.release", "review.confirm", "review.dismiss", "review.reopenLast"})
        m_actions.setOncePerPress(id);
    m_actions.bind("review.approve", this, [this] { m_controller.approve(); });
    m_actions.bind("review.return", this, [this] { openReasons(Deed::Return); });
    m_actions.bind("review.refuse", this, [this] { openReasons(Deed::Refuse); });
    m_actions.bind("review.doubt", this, [this] { openDoubt(); });
    m_actions.bind("review.undo", this, [this] { m_controller.undo(); });
    m_actions.bind("review.claim", this, [this] { m_controller.claimBatch(); });
    m_actions.bind("review.release", this, [this] { m_controller.release(); });
    m_actions.bind("review.nextFile", this, [this] { m_controller.nextFile(); });
    m_actions.bind("review.previousFile", this, [this] { m_controller.previousFile(); });
    m_actions.bind("review.goto", this, [this] { m_queue->askNumber(); });
    m_actions.bind("review.history", this, [this] { openHistory(); });
    m_actions.bind("review.recent", this, [this] { m_recent->start(); });
    m_actions.bind("review.reopenLast", this, [this] { m_controller.openRecent(0); });
    m_actions.bind("review.copyNumber", this, [this] { m_clipboard.put(m_controller.documentNumber()); });
    m_actions.bind("edit.find", this, [this] { m_queue->focusSearch(); });
    m_actions.bind("view.refresh", this, [this] { m_controller.refresh(); });
}

void ReviewPage::bindChecks()
{
    m_actions.bind("review.nextCheck", this, [this] { m_controller.nextCheck(); });
    m_actions.bind("review.previousCheck", this, [this] { m_controller.previousCheck(); });
    m_actions.bind("review.confirm", this, [this] { openConfirm(); });
    m_actions.bind("review.dismiss", this, [this] { openDismiss(); });
    m_actions.bindNumbered("review.material", this, [this](int which) {
        if (which < m_controller.materials().count() && !m_controller.materials().at(which).portrait)
            m_controller.showPicture(which);
    });
    m_actions.bind("review.portrait", this, [this] { m_controller.showPortrait(); });
    m_actions.bind("review.differences", this, [this] {
        m_controller.setOnlyProblems(m_controller.form().show() == FormModel::Show::All);
        m_actions.action("review.differences")->setChecked(m_controller.form().show() == FormModel::Show::OnlyProblems);
    });
    for (int step = 1; step <= 8; ++step) {
        m_actions.bind("review.step" + std::to_string(step), this,
                       [this, step] { m_controller.setStep(m_controller.step() == step ? 0 : step); });
    }
}

void ReviewPage::bindViewer()
{
    constexpr double zoomStep = 1.25;
    m_actions.bind("viewer.fit", this, [this] { m_viewer->fit(); });
    m_actions.bind("viewer.actual", this, [this] { m_viewer->actualSize(); });
    m_actions.bind("viewer.zoomIn", this, [this] { m_viewer->zoom(zoomStep); });
    m_actions.bind("viewer.zoomOut", this, [this] { m_viewer->zoom(1 / zoomStep); });
    m_actions.bind("viewer.rotateLeft", this, [this] { m_viewer->rotate(-1); });
    m_actions.bind("viewer.rotateRight", this, [this] { m_viewer->rotate(1); });
    m_actions.bind("viewer.compare", this, [this] { openCompare(); });
    m_actions.bind("viewer.overlays", this, [this] {
        QAction *overlays = m_actions.action("viewer.overlays");
        overlays->setChecked(!m_isMapShown);
        m_isMapShown = overlays->isChecked();
        showMeasured();
    });
    m_actions.bind("viewer.texts", this, [this] {
        m_controller.setMarksShown(!m_controller.areMarksShown());
        m_actions.action("viewer.texts")->setChecked(m_controller.areMarksShown());
    });
    m_actions.bind("review.fitPortrait", this, [this] { m_controller.fitPortrait(); });
    m_actions.bind("viewer.magnifier", this, [this] {
        m_viewer->setMagnifier(!m_viewer->hasMagnifier());
        m_actions.action("viewer.magnifier")->setChecked(m_viewer->hasMagnifier());
    });
}

} // namespace zsb
