#include "ui/review/comparewindow.h"
#include "ui/review/decisionbar.h"
#include "ui/review/filmstrip.h"
#include "ui/review/findingspane.h"
#include "ui/review/formpane.h"
#include "ui/review/historypanel.h"
#include "ui/review/imageviewer.h"
#include "ui/review/notepanel.h"
#include "ui/review/portraitpaint.h"
#include "ui/review/portraitpane.h"
#include "ui/review/queuepane.h"
#include "ui/review/reasonspanel.h"
#include "ui/review/recentstrip.h"
#include "ui/review/reviewpage.h"
#include "ui/review/stepper.h"
#include "ui/review/viewspanel.h"
#include "ui/widgets/actionregistry.h"
#include "ui/widgets/look.h"
#include "ui/widgets/theme.h"

#include <QAction>
#include <QApplication>
#include <QListView>
#include <QStackedWidget>

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
        const bool isNew = m_shownPicture != material.sha256 || !m_viewer->hasImage();
        if (isNew)
            m_viewer->setImage(picture->image, picture->fullSize, m_caption->fullText());
        m_shownPicture = material.sha256;
        showEvidence();
        showMeasured();
        restoreView();
        if (isNew)
            showArea(); // it came for a finding
        return;
    }
    m_shownPicture.clear();
    if (picture || material.sha256.empty() || !material.problem.isEmpty())
        m_viewer->setPlaceholder(material.name,
                                 material.problem.isEmpty() ? tr("图片无法显示，不能算作看过。") : material.problem);
    else
        m_viewer->setLoading(tr("正在读取 %1…").arg(material.name));
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
    auto *window =
        new CompareWindow(pictures, firstPair(pictures, m_shownPicture), m_controller.pictures(), m_theme, this);
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

void ReviewPage::refreshActions()
{
    const QString busy = isAnswering() ? tr("先完成或取消右侧的填写（Esc）。") : QString();
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
    const QString obstacles = m_controller.obstacles();
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

void ReviewPage::openPanel(QWidget *panel)
{
    m_askedOf = m_controller.file().state.id;
    m_askedRevision = m_controller.file().state.revision;
    m_side->setCurrentWidget(panel);
    refreshActions();
}

void ReviewPage::closePanel()
{
    const QWidget *focus = QApplication::focusWidget();
    const bool elsewhere = focus && !m_side->isAncestorOf(focus); // whoever searches goes on searching
    m_draft = {};
    m_side->setCurrentIndex(0);
    if (!elsewhere)
        m_viewer->setFocus(Qt::OtherFocusReason);
    refreshActions();
    emit placeChanged();
}

void ReviewPage::openReasons(Deed deed)
{
    m_controller.prepareReasons(deed == Deed::Return ? Judgement::Return : Judgement::Refuse);
    ReasonsPanel *panel = deed == Deed::Return ? m_return : m_refuse;
    m_draft.kind = deed == Deed::Return ? u"return"_s : u"refuse"_s;
    openPanel(panel);
    panel->start({.who = m_controller.candidate(),
                  .deadline = m_controller.proposedDeadline(),
                  .latest = m_controller.latestDeadline(),
                  .lastFour = m_controller.lastFour(),
                  .consequence = m_controller.consequence(deed)});
}

void ReviewPage::openDoubt()
{
    m_noteAnswer = [this](const QString &note) { return m_controller.doubt(note); };
    m_draft.kind = u"doubt"_s;
    openPanel(m_note);
    m_note->start(tr("存疑上报：%1").arg(m_controller.candidate()),
                  tr("交给复审或督导决定。写清疑点，接手的人不必从头看起。"), tr("上报"),
                  {tr("材料真伪需向发证单位核实"), tr("照片与证件是否为同一人存疑"), tr("学籍信息与材料不一致，需核查"),
                   tr("情况特殊，请复审定夺")},
                  NotePanel::Needed::Note);
}

/// Enter on a finding: first its evidence, then the verdict; of two pictures that look alike, both side by side.
void ReviewPage::openConfirm()
{
    const int row = m_findings->current() >= 0 ? m_findings->current() : m_controller.findings().firstOpen();
    if (row < 0)
        return;
    if (m_controller.finding() != row) {
        m_controller.showFinding(row);
        return;
    }
    if (m_controller.findings().at(row).isPair)
        openCompare();
    else
        askConfirm(row);
}

void ReviewPage::askConfirm(int row)
{
    const QString key = m_controller.findings().at(row).key;
    m_draft = {.kind = u"confirm"_s, .finding = key, .note = {}, .reasons = {}, .deadline = {}};
    m_noteAnswer = [this, key](const QString &note) { return resolveFinding(key, Resolution::Confirmed, note); };
    openPanel(m_note);
    m_note->start(tr("认定问题"), m_controller.findings().at(row).message, tr("认定"),
                  {tr("与材料核对，问题属实"), tr("与考生核实，问题属实")}, NotePanel::Needed::Nothing);
}

void ReviewPage::openDismiss()
{
    const int row = m_findings->current() >= 0 ? m_findings->current() : m_controller.findings().firstOpen();
    if (row >= 0)
        askDismiss(row);
}

void ReviewPage::askDismiss(int row)
{
    const QString key = m_controller.findings().at(row).key;
    m_draft = {.kind = u"dismiss"_s, .finding = key, .note = {}, .reasons = {}, .deadline = {}};
    m_noteAnswer = [this, key](const QString &note) { return resolveFinding(key, Resolution::Dismissed, note); };
    openPanel(m_note);
    m_note->start(
        tr("排除问题"), m_controller.findings().at(row).message, tr("排除"),
        {tr("与材料原件核对无误"), tr("机检误判，人工看过无误"), tr("已与考生电话核实"), tr("学校已出具证明")},
        NotePanel::Needed::Note);
}

/// By its key: rows move when something is resolved or read anew.
bool ReviewPage::resolveFinding(const QString &key, Resolution resolution, const QString &note)
{
    const int row = m_controller.findings().rowOf(key);
    if (row < 0) {
        tell(tr("这个问题已经不存在。"), Tone::Warning);
        return false;
    }
    return resolution == Resolution::Confirmed ? m_controller.confirmFinding(row, note)
                                               : m_controller.dismissFinding(row, note);
}

void ReviewPage::openHistory()
{
    m_controller.readHistory();
    openPanel(m_history);
    m_history->start(m_controller.candidate());
}

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
