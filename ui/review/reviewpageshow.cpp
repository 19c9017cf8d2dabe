#include "ui/review/comparewindow.h"
#include "ui/review/decisionbar.h"
#include "ui/review/filmstrip.h"
#include "ui/review/findingspane.h"
#include "ui/review/formpane.h"
#include "ui/review/imageviewer.h"
#include "ui/review/portraitpaint.h"
#include "ui/review/portraitpane.h"
#include "ui/review/queuepane.h"
#include "ui/review/reviewpage.h"
#include "ui/review/stepper.h"
#include "ui/review/viewspanel.h"
#include "ui/widgets/actionregistry.h"
#include "ui/widgets/look.h"
#include "ui/widgets/theme.h"

#include <QAction>
#include <QListView>
#include <QStackedWidget>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace zsb {

namespace {
constexpr double wholePicture = 0.8; ///< share of it: what is said of all of it is said in the list

/// Words over a picture hide some of it: figures in brackets are in the list and the tip.
EvidenceMark markOf(const FindingRow &finding)
{
    const QString words = finding.message.section(u'（', 0, 0).section(u" ("_s, 0, 0);
    return {finding.box, words, finding.tone, {}, words == finding.message ? QString() : finding.message};
}
} // namespace

void ReviewPage::showFile()
{
    putAwayAnswer();
    m_candidate->setFullText(m_controller.file().isEmpty() ? tr("没有打开的文件") : m_controller.candidate());
    m_headline->setFullText(m_controller.headline());
    m_stepper->setSteps(m_controller.steps());
    showMeasured();
    m_findings->setFileOpen(!m_controller.file().isEmpty());
    dropStaleWarning();
    showTags();
    refreshActions();
}

void ReviewPage::showPicture()
{
    MaterialsModel &materials = m_controller.materials();
    const int portraitRow = materials.portraitRow();
    const Picture *portrait =
        portraitRow < 0 ? nullptr : m_controller.pictures().peek(materials.at(portraitRow).sha256);
    m_portrait->setPicture(portrait ? portrait->image : QImage(),
                           portrait || portraitRow < 0 ? QString() : materials.at(portraitRow).problem);
    const int row = m_controller.picture();
    if (row < 0 || row >= materials.count()) {
        m_shownPicture.clear();
        m_caption->setFullText({});
        m_viewer->setPlaceholder(tr("没有打开的文件"), {});
        return;
    }
    if (m_film->currentIndex().row() != row)
        m_film->setCurrentIndex(materials.index(row));
    const MaterialRow material = materials.at(row);
    const QString duty = material.required ? tr("必交") : tr("选交");
    m_caption->setFullText(tr("%1/%2  %3（%4）").arg(row + 1).arg(materials.count()).arg(material.name, duty));
    const Picture *picture = material.sha256.empty() ? nullptr : m_controller.pictures().peek(material.sha256);
    if (picture && !picture->failed) {
        const bool isNew =
            m_shownPicture != material.sha256 || m_isPreviewShown != picture->isPreview || !m_viewer->hasImage();
        const bool isSame = m_shownPicture == material.sha256 && m_viewer->hasImage();
        m_isPreviewShown = picture->isPreview;
        if (m_isPreviewShown)
            m_caption->setFullText(tr("%1/%2  %3  预览，%4")
                                       .arg(row + 1)
                                       .arg(materials.count())
                                       .arg(material.name, m_controller.originalWords(material.sha256)));
        const PictureView view = m_viewer->view();
        if (isNew)
            m_viewer->setImage(picture->image, picture->fullSize, m_caption->fullText());
        if (isNew && isSame)
            m_viewer->follow(view); // the original in its preview's place
        m_shownPicture = material.sha256;
        showEvidence();
        showMeasured();
        if (!m_isPreviewShown)
            restoreView();
        if (isNew)
            showArea(); // it came for a finding
        return;
    }
    m_shownPicture.clear();
    if (picture && m_controller.isRefused(material.sha256))
        m_viewer->setPlaceholder(material.name,
                                 tr("%1。不能算作看过。").arg(m_controller.originalWords(material.sha256)));
    else if (picture && picture->isAway)
        m_viewer->setPlaceholder(material.name, m_controller.awayWords(), Tone::Info);
    else if (picture || material.sha256.empty() || !material.problem.isEmpty())
        m_viewer->setPlaceholder(material.name,
                                 material.problem.isEmpty() ? tr("图片无法显示，不能算作看过。") : material.problem);
    else
        m_viewer->setLoading(tr("正在读取 %1…").arg(material.name));
}

void ReviewPage::showOriginal()
{
    const QAction &action = *m_actions.action("viewer.original");
    m_original->setText(ActionRegistry::plainText(action));
    m_original->setAccessibleName(m_original->text());
    m_original->setVisible(action.isVisible() && action.isEnabled());
}

void ReviewPage::showEvidence()
{
    QList<EvidenceMark> marks = m_controller.scanMarks();
    FindingsModel &findings = m_controller.findings();
    for (int row = 0; row < findings.count(); ++row) {
        const FindingRow &finding = findings.at(row);
        const bool isPlace = !finding.box.isEmpty() && finding.box.width() * finding.box.height() < wholePicture;
        if (isPlace && finding.place.picture == m_controller.picture())
            marks.append(markOf(finding));
    }
    m_viewer->setEvidence(marks);
}

/// What was measured of the portrait: lines beside it, and over it, on the big viewer too while that shows it.
void ReviewPage::showMeasured()
{
    const PortraitStudy *study = m_controller.portraitStudy();
    m_portrait->setReadings(m_controller.portraitReadings());
    m_portrait->setMeasured(study ? std::optional(study->reading) : std::nullopt,
                            study ? study->overlay : PortraitOverlay());
    m_portrait->setMapShown(m_isMapShown);
    MaterialsModel &materials = m_controller.materials();
    const bool isLaidOver = study && m_isMapShown && m_controller.isPortraitShown() &&
                            m_shownPicture == materials.at(m_controller.picture()).sha256;
    constexpr QSize layerSize(1024, 1024); // lines stay thin however far one zooms
    const QSizeF size(study ? study->reading.facts.widthPx : 0, study ? study->reading.facts.heightPx : 0);
    m_viewer->setLayer(isLaidOver && !size.isEmpty()
                           ? portraitLayer(size.scaled(layerSize, Qt::KeepAspectRatio).toSize(), study->reading,
                                           study->overlay, m_theme)
                           : QImage());
}

void ReviewPage::openCompare()
{
    const QList<ComparePicture> pictures = m_controller.comparable();
    if (pictures.size() < 2) {
        tell(tr("这份档案只有一张图片，没有可比较的。"), Tone::Info);
        return;
    }
    auto *window = new CompareWindow(pictures, firstPair(pictures, m_shownPicture), m_controller.pictures(), m_theme,
                                     {m_actions.action("review.return"), m_actions.action("review.doubt")}, this);
    window->setAttribute(Qt::WA_DeleteOnClose);
    window->open();
}

void ReviewPage::showDetail(const std::string &sha256, const QImage &image)
{
    if (sha256 == m_shownPicture)
        m_viewer->setDetail(image);
}

void ReviewPage::showCheck()
{
    m_findings->setCurrent(m_controller.finding());
    showEvidence();
    showArea();
    const int step = m_controller.step();
    m_stepper->setChosen(step);
    m_form->setStepTitle(step > 0 ? m_controller.steps().value(step - 1).title : QString());
}

/// Where the finding that is looked at was found, if its picture is the one on the viewer.
void ReviewPage::showArea()
{
    const int row = m_controller.finding();
    if (row < 0)
        return;
    const FindingRow &finding = m_controller.findings().at(row);
    if (!finding.box.isEmpty() && finding.place.picture == m_controller.picture())
        m_viewer->showArea(finding.box);
}

void ReviewPage::showQueue()
{
    const bool isAnySearch = m_controller.isSearching() && m_controller.savedView().isEmpty();
    m_queue->setViews(m_controller.views(), isAnySearch ? ReviewController::searchView() : m_controller.view());
    m_queue->setTypes(m_controller.types(), m_controller.type());
    m_queue->setTags(m_controller.tagChoices(), m_controller.tagChoice());
    m_queue->setPosition(m_controller.positionWords());
    m_queue->setCurrent(m_controller.row());
    if (m_side->currentWidget() == m_views)
        m_views->setViews(m_controller.savedViews());
    emit statusChanged(m_controller.positionWords(), m_controller.paceWords(), m_controller.reviewerWords());
}

void ReviewPage::showDone()
{
    if (m_controller.isSearching()) {
        m_candidate->setFullText(tr("查找结果里没有待审的了"));
        m_viewer->setPlaceholder(tr("查找结果里没有待审的了"), tr("清空查找框（F3）就回到队列。"));
        return;
    }
    m_candidate->setFullText(tr("本队列已审完"));
    m_viewer->setPlaceholder(tr("本队列已审完"),
                             tr("本次共决定 %n 份。可以换一个队列，或按 F5 刷新。", nullptr, m_controller.decided()));
}

void ReviewPage::tell(const QString &text, Tone tone)
{
    const bool heard = tone == Tone::Ok || tone == Tone::Neutral || tone == Tone::Info;
    m_warnedOf = tone == Tone::Warning ? m_controller.file().state.id : ApplicationId();
    m_warnedWhile = m_controller.obstacles();
    emit said(heard ? text : Theme::glyph(tone) + u' ' + text);
}

/// What was in the way is not any more, or another file is on the screen.
void ReviewPage::dropStaleWarning()
{
    if (m_warnedOf.isEmpty() ||
        (m_warnedOf == m_controller.file().state.id && m_warnedWhile == m_controller.obstacles()))
        return;
    m_warnedOf = {};
    emit said({});
}

/// A key was pressed that cannot be used now.
void ReviewPage::decline(const QString &id, const QString &why)
{
    if (!isVisible())
        return;
    if (!isAnswering() && id == "review.approve"_L1)
        m_controller.explain(Deed::Approve);
    else
        tell(why, Tone::Warning);
}

/// Why nothing can be decided while an answer is written; empty: none is.
QString ReviewPage::busyWords() const
{
    return isAnswering() ? tr("先完成或取消右侧的填写（Esc）。") : QString();
}

void ReviewPage::refreshActions()
{
    const QString busy = busyWords();
    const auto set = [this](std::string_view id, const QString &why) { m_actions.setEnabled(id, why.isEmpty(), why); };
    const auto decide = [&](std::string_view id, Deed deed) {
        set(id, busy.isEmpty() ? m_controller.whyNot(deed) : busy);
    };
    decide("review.approve", Deed::Approve);
    decide("review.return", Deed::Return);
    decide("review.refuse", Deed::Refuse);
    decide("review.doubt", Deed::Doubt);
    set("review.undo", busy.isEmpty() ? m_controller.whyNotUndo() : busy);
    for (const char *id : {"review.nextCheck", "review.previousCheck", "review.nextFile", "review.previousFile",
                           "review.confirm", "review.dismiss", "review.history", "review.recent", "review.reopenLast",
                           "review.views", "review.saveView", "review.tags", "review.claim", "review.release"})
        set(id, busy);
    showObstacle();
}

void ReviewPage::showObstacle()
{
    const QString busy = busyWords();
    const QString obstacles = m_controller.whyNotApproved();
    m_bar->setObstacle(!busy.isEmpty()                 ? busy
                       : m_controller.file().isEmpty() ? QString()
                       : obstacles.isEmpty()           ? tr("各项已看，没有未处理的错误，可以决定。")
                                                       : tr("不能通过：%1").arg(obstacles));
}

void ReviewPage::refreshUndo()
{
    m_bar->setUndoWords(m_controller.undoWords());
    if (isAnswering())
        return;
    const QString why = m_controller.whyNotUndo();
    m_actions.setEnabled("review.undo", why.isEmpty(), why);
}

} // namespace zsb
