#include "ui/review/findingspane.h"
#include "ui/review/historypanel.h"
#include "ui/review/imageviewer.h"
#include "ui/review/notepanel.h"
#include "ui/review/reasonspanel.h"
#include "ui/review/reviewpage.h"

#include <QApplication>
#include <QStackedWidget>

using namespace Qt::StringLiterals;

namespace zsb {

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

} // namespace zsb
