#include "ui/review/imageviewer.h"
#include "ui/review/notepanel.h"
#include "ui/review/reasonspanel.h"
#include "ui/review/reviewpage.h"

#include <QApplication>
#include <QSplitter>
#include <QStackedWidget>

using namespace Qt::StringLiterals;

namespace zsb {

void ReviewPage::watchPlace()
{
    connect(&m_controller, &ReviewController::undoChanged, this, &ReviewPage::restoreFile); // the last word on a file
    for (const auto signal :
         {&ReviewController::fileChanged, &ReviewController::pictureChanged, &ReviewController::queueChanged})
        connect(&m_controller, signal, this, &ReviewPage::placeChanged);
    connect(&m_controller.reasons(), &ReasonsModel::choiceChanged, this, &ReviewPage::placeChanged);
    connect(m_return, &ReasonsPanel::previewWanted, this, &ReviewPage::placeChanged);
    connect(m_note, &NotePanel::edited, this, &ReviewPage::placeChanged);
    connect(m_viewer, &ImageViewer::viewChanged, this, &ReviewPage::placeChanged);
    for (const QSplitter *splitter : {m_split, m_work})
        connect(splitter, &QSplitter::splitterMoved, this, &ReviewPage::placeChanged);
}

ReviewDraft ReviewPage::draft() const
{
    ReviewDraft draft = m_draft;
    if (draft.kind == "return"_L1 || draft.kind == "refuse"_L1) {
        for (const ReasonRow &reason : m_controller.reasons().chosen())
            draft.reasons.append({reason.code, reason.about().items, reason.note});
        draft.deadline = draft.kind == "return"_L1 ? m_return->deadline() : QDate();
    } else if (!draft.kind.isEmpty()) {
        draft.note = m_note->note();
    }
    return draft;
}

ReviewPlace ReviewPage::place() const
{
    ReviewPlace place;
    place.filter = m_controller.filter();
    place.filter.text.clear();
    place.savedView = m_controller.savedView();
    place.file = QString::fromStdString(m_controller.file().state.id.value);
    place.picture = m_controller.picture();
    place.scale = m_viewer->isFitted() ? 0 : m_viewer->scale();
    place.quarters = m_viewer->quarters();
    place.outer = m_split->saveState();
    place.inner = m_work->saveState();
    place.draft = draft();
    return place;
}

ReviewPlace ReviewPage::placeWithoutNames() const
{
    ReviewPlace place = this->place();
    const auto hide = [this](QString &note) {
        if (m_controller.namesPerson(note))
            note.clear();
    };
    hide(place.draft.note);
    for (BegunReason &reason : place.draft.reasons)
        hide(reason.note);
    return place;
}

void ReviewPage::restore(const ReviewPlace &place)
{
    if (!place.outer.isEmpty())
        m_split->restoreState(place.outer);
    if (!place.inner.isEmpty())
        m_work->restoreState(place.inner);
    m_wanted = place;
    const ApplicationId file{place.file.toStdString()};
    if (!file.isEmpty() && m_controller.file().state.id == file)
        restoreFile();
    else if (!place.filter.view.isEmpty())
        m_controller.resumeAt(place.filter, place.savedView, file);
}

/// Called for every file: the first one decides whether there is something to go on with.
void ReviewPage::restoreFile()
{
    if (m_controller.file().isEmpty())
        return;
    if (m_wanted.file.isEmpty()) {
        takeUpAnswer();
        return;
    }
    const ReviewPlace place = std::exchange(m_wanted, {});
    if (m_controller.file().state.id.value != place.file.toStdString())
        return;
    if (place.picture >= 0 && place.picture < m_controller.materials().count()) {
        m_wantedView = place;
        m_controller.showPicture(place.picture);
    }
    if (restoreDraft(place.draft))
        emit draftRestored();
}

/// Zoom and turn belong to one picture and wait until it is there.
void ReviewPage::restoreView()
{
    if (m_wantedView.file.isEmpty() || m_wantedView.picture != m_controller.picture())
        return;
    m_viewer->setView(m_wantedView.scale, m_wantedView.quarters);
    m_wantedView = {};
}

bool ReviewPage::restoreDraft(const ReviewDraft &draft)
{
    if (!draft.holdsWork())
        return false;
    if (draft.kind == "return"_L1 || draft.kind == "refuse"_L1) {
        const Deed deed = draft.kind == "return"_L1 ? Deed::Return : Deed::Refuse;
        if (!m_controller.whyNot(deed).isEmpty())
            return false;
        openReasons(deed);
        for (const auto &[code, items, note] : draft.reasons)
            m_controller.reasons().choose(code, items, note);
        if (draft.deadline.isValid())
            m_return->setDeadline(draft.deadline);
        return true;
    }
    const int row = m_controller.findings().rowOf(draft.finding);
    if (draft.kind == "doubt"_L1 && m_controller.whyNot(Deed::Doubt).isEmpty())
        openDoubt();
    else if (draft.kind == "confirm"_L1 && row >= 0)
        askConfirm(row);
    else if (draft.kind == "dismiss"_L1 && row >= 0)
        askDismiss(row);
    else
        return false;
    m_note->setNote(draft.note);
    return true;
}

/// An answer is about the file it was begun on: when another one comes on the screen it waits, or goes if it is empty.
void ReviewPage::putAwayAnswer()
{
    if (!isAnswering() || m_controller.file().state.id == m_askedOf)
        return;
    if (const ReviewDraft begun = draft(); begun.holdsWork()) {
        m_kept.insert_or_assign(m_askedOf, begun);
        tell(tr("没写完的留在原来那份文件里，回到它时接着写。"), Tone::Info);
    }
    closePanel();
}

/// Back on a file that something was begun on. Whoever searches or walks the queue keeps the focus.
void ReviewPage::takeUpAnswer()
{
    const ApplicationId begunOf = m_controller.file().state.id;
    const auto kept = m_kept.find(begunOf);
    if (isAnswering() || kept == m_kept.end())
        return;
    const ReviewDraft begun = kept->second;
    QWidget *focus = QApplication::focusWidget();
    const bool elsewhere = focus && focus != m_viewer;
    if (!restoreDraft(begun))
        return;
    m_kept.erase(begunOf);
    if (elsewhere)
        focus->setFocus(Qt::OtherFocusReason);
}

/// Whether the open answer is about what is on the screen, as it was when the answer was begun.
bool ReviewPage::isAsAsked()
{
    putAwayAnswer();
    if (!isAnswering())
        return false;
    const int revision = m_controller.file().state.revision;
    if (std::exchange(m_askedRevision, revision) == revision)
        return true;
    tell(tr("这份文件刚被改动，请再核对一次。"), Tone::Warning);
    return false;
}

void ReviewPage::carryOut(const std::function<bool()> &deed)
{
    if (!isAsAsked())
        return;
    const ReviewDraft begun = draft();
    closePanel();
    if (deed() || m_controller.file().state.id != m_askedOf)
        return;
    if (!restoreDraft(begun) && begun.holdsWork())
        m_kept.insert_or_assign(m_askedOf, begun); // not now: when it is allowed again
}

} // namespace zsb
