#include "ui/review/decisionbar.h"
#include "ui/review/filmstrip.h"
#include "ui/review/findingspane.h"
#include "ui/review/formpane.h"
#include "ui/review/historypanel.h"
#include "ui/review/imageviewer.h"
#include "ui/review/notepanel.h"
#include "ui/review/portraitpane.h"
#include "ui/review/queuepane.h"
#include "ui/review/reasonspanel.h"
#include "ui/review/reviewpage.h"
#include "ui/review/stepper.h"
#include "ui/widgets/actionregistry.h"
#include "ui/widgets/look.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QListView>
#include <QStackedWidget>

using namespace Qt::StringLiterals;

namespace zsb {

void ReviewPage::showFile()
{
    m_candidate->setFullText(m_controller.file().isEmpty() ? tr("没有打开的文件") : m_controller.candidate());
    m_headline->setFullText(m_controller.headline());
    m_stepper->setSteps(m_controller.steps());
    m_portrait->setReadings(m_controller.portraitReadings());
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
        if (m_shownPicture != material.sha256 || !m_viewer->hasImage())
            m_viewer->setImage(picture->image, picture->fullSize, m_caption->fullText());
        m_shownPicture = material.sha256;
        return;
    }
    m_shownPicture.clear();
    if (picture || material.sha256.empty() || !material.problem.isEmpty())
        m_viewer->setPlaceholder(material.name,
                                 material.problem.isEmpty() ? tr("图片无法显示，不能算作看过。") : material.problem);
    else
        m_viewer->setLoading(tr("正在读取 %1…").arg(material.name));
}

void ReviewPage::showDetail(const std::string &sha256, const QImage &image)
{
    if (sha256 == m_shownPicture)
        m_viewer->setDetail(image);
}

void ReviewPage::showCheck()
{
    m_findings->setCurrent(m_controller.finding());
    const int step = m_controller.step();
    m_stepper->setChosen(step);
    m_form->setStepTitle(step > 0 ? m_controller.steps().value(step - 1).title : QString());
}

void ReviewPage::showQueue()
{
    m_queue->setViews(m_controller.views(), m_controller.view());
    m_queue->setTypes(m_controller.types(), m_controller.type());
    m_queue->setPosition(m_controller.positionWords());
    m_queue->setCurrent(m_controller.row());
    emit statusChanged(m_controller.positionWords(), m_controller.paceWords());
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
    Q_UNUSED(tone);
    emit said(text);
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
    for (const char *id : {"review.undo", "review.nextCheck", "review.previousCheck", "review.nextFile",
                           "review.previousFile", "review.confirm", "review.dismiss", "review.history"})
        set(id, busy);
    const QString obstacles = m_controller.obstacles();
    m_bar->setObstacle(!busy.isEmpty()                 ? busy
                       : m_controller.file().isEmpty() ? QString()
                       : obstacles.isEmpty()           ? tr("各项已看，没有未处理的错误，可以决定。")
                                                       : tr("不能通过：%1").arg(obstacles));
}

void ReviewPage::openPanel(QWidget *panel)
{
    m_side->setCurrentWidget(panel);
    refreshActions();
}

void ReviewPage::closePanel()
{
    m_side->setCurrentIndex(0);
    m_viewer->setFocus(Qt::OtherFocusReason);
    refreshActions();
}

void ReviewPage::openReasons(Deed deed)
{
    m_controller.prepareReasons();
    ReasonsPanel *panel = deed == Deed::Return ? m_return : m_refuse;
    openPanel(panel);
    panel->start(m_controller.candidate(), m_controller.proposedDeadline(), m_controller.lastFour());
}

void ReviewPage::openDoubt()
{
    m_noteAnswer = [this](const QString &note) { m_controller.doubt(note); };
    openPanel(m_note);
    m_note->start(tr("存疑上报：%1").arg(m_controller.candidate()),
                  tr("交给复审或督导决定。写清疑点，接手的人不必从头看起。"), tr("上报"),
                  {tr("材料真伪需向发证单位核实"), tr("照片与证件是否为同一人存疑"), tr("学籍信息与材料不一致，需核查"),
                   tr("情况特殊，请复审定夺")},
                  NotePanel::Needed::Note);
}

/// Enter on a finding: first its evidence, then the verdict.
void ReviewPage::openConfirm()
{
    const int row = m_findings->current() >= 0 ? m_findings->current() : m_controller.findings().firstOpen();
    if (row < 0)
        return;
    if (m_controller.finding() != row) {
        m_controller.showFinding(row);
        return;
    }
    m_noteAnswer = [this, row](const QString &note) { m_controller.confirmFinding(row, note); };
    openPanel(m_note);
    m_note->start(tr("认定问题"), m_controller.findings().at(row).message, tr("认定"),
                  {tr("与材料核对，问题属实"), tr("与考生核实，问题属实")}, NotePanel::Needed::Nothing);
}

void ReviewPage::openDismiss()
{
    const int row = m_findings->current() >= 0 ? m_findings->current() : m_controller.findings().firstOpen();
    if (row < 0)
        return;
    m_noteAnswer = [this, row](const QString &note) { m_controller.dismissFinding(row, note); };
    openPanel(m_note);
    m_note->start(
        tr("排除问题"), m_controller.findings().at(row).message, tr("排除"),
        {tr("与材料原件核对无误"), tr("机检误判，人工看过无误"), tr("已与考生电话核实"), tr("学校已出具证明")},
        NotePanel::Needed::Note);
}

void ReviewPage::openHistory()
{
    m_controller.readHistory();
    openPanel(m_history);
    m_history->start(m_controller.candidate());
}

void ReviewPage::bindDecisions()
{
    m_actions.bind("review.approve", this, [this] { m_controller.approve(); });
    m_actions.bind("review.return", this, [this] { openReasons(Deed::Return); });
    m_actions.bind("review.refuse", this, [this] { openReasons(Deed::Refuse); });
    m_actions.bind("review.doubt", this, [this] { openDoubt(); });
    m_actions.bind("review.undo", this, [this] { m_controller.undo(); });
    m_actions.bind("review.claim", this, [this] { m_controller.claimBatch(); });
    m_actions.bind("review.release", this, [this] { m_controller.release(); });
    m_actions.bind("review.nextFile", this, [this] { m_controller.nextFile(); });
    m_actions.bind("review.previousFile", this, [this] { m_controller.previousFile(); });
    m_actions.bind("review.goto", this, [this] { m_queue->focusSearch(); });
    m_actions.bind("review.history", this, [this] { openHistory(); });
    m_actions.bind("review.copyNumber", this,
                   [this] { QGuiApplication::clipboard()->setText(m_controller.documentNumber()); });
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
}

} // namespace zsb
