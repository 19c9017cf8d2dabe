#pragma once

#include "ui/review/reviewcontroller.h"
#include "ui/review/reviewplace.h"
#include "ui/review/viewspanel.h"
#include "ui/widgets/shortclipboard.h"

#include <QWidget>

#include <functional>
#include <map>

class QLabel;
class QSplitter;
class QStackedWidget;
class QToolButton;

namespace zsb {

class ActionRegistry;
class Coach;
class DecisionBar;
class ElidedLabel;
class FilmStrip;
class FindingsPane;
class FormPane;
class HistoryPanel;
class ImageViewer;
class NotePanel;
class PortraitPane;
class QueuePane;
class ReasonsPanel;
class RecentStrip;
class TagChips;
class TagsPanel;
class Stepper;
class Theme;

/// The review workplace (R1): queue, steps, pictures, form, portrait, findings and the bar that decides; the short
/// answers (R3, R4, R5, doubt, findings) open at the side and leave the pictures in view. Wiring only: what happens is
/// the controller's business, which keys do it the registry's. The controller outlives the page.
class ReviewPage : public QWidget
{
    Q_OBJECT

public:
    ReviewPage(ReviewController &controller, ActionRegistry &actions, const Theme &theme, QWidget *parent = nullptr);
    ~ReviewPage() override;

    /// The panes that take single keys; none of them accepts an input method (U11).
    [[nodiscard]] QList<QWidget *> panes() const;
    void focusSearch();
    void setSealed(bool sealed); ///< a sealed season is searched by less, and says so
    /// Coach marks over the first three files: each waits for the key it names.
    void coach();
    [[nodiscard]] bool isAnswering() const; ///< a panel at the side is open

    [[nodiscard]] ReviewPlace place() const;
    [[nodiscard]] ReviewPlace placeWithoutNames() const; ///< to be written down: notes that name the candidate left out
    /// Goes back to where somebody was, as soon as the queue is read; what is gone since then is left out.
    void restore(const ReviewPlace &place);
    void resetLayout();
    /// A document number that was copied here is no longer on the clipboard.
    void forgetCopied() { m_clipboard.clear(); }

signals:
    void placeChanged();            ///< place() tells something else now
    void draftRestored();           ///< what was begun to be written is there again
    void coached();                 ///< the coach marks are done with
    void said(const QString &text); ///< for the status bar
    void statusChanged(const QString &position, const QString &pace, const QString &reviewer);

protected:
    void showEvent(QShowEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void build();
    [[nodiscard]] QWidget *buildTools();
    [[nodiscard]] QWidget *buildPictures();
    [[nodiscard]] QWidget *buildSide();
    void connectPanes();
    void connectPanels();
    void bindDecisions();
    void bindChecks();
    void bindViewer();
    void bindViews();
    void bindTags();
    void connectViews();

    void showFile();
    void showPicture();
    void showEvidence();
    void showOriginal();
    void showObstacle();
    [[nodiscard]] QString busyWords() const;
    void showArea();
    void showMeasured();
    void openCompare();
    void showDetail(const std::string &sha256, const QImage &image);
    void showCheck();
    void showQueue();
    void showFilter();
    void showTags();
    void showDone();
    void refreshActions();
    void retranslate();

    void watchPlace();
    [[nodiscard]] ReviewDraft draft() const;
    void restoreFile();
    [[nodiscard]] bool restoreDraft(const ReviewDraft &draft);
    void restoreView();
    void putAwayAnswer();
    void takeUpAnswer();
    [[nodiscard]] bool isAsAsked();
    /// Carries out what the open panel asked for. When nothing was written, the panel stays as it was filled in,
    /// or comes back with the file when it may not be open now.
    void carryOut(const std::function<bool()> &deed);

    void openPanel(QWidget *panel);
    void closePanel();
    void openReasons(Deed deed);
    void openDoubt();
    void openConfirm();
    void openDismiss();
    void askConfirm(int row);
    void askDismiss(int row);
    bool resolveFinding(const QString &key, Resolution resolution, const QString &note);
    void openHistory();
    void openViews(ViewsPanel::Begin begin);
    void tell(const QString &text, Tone tone);
    void decline(const QString &id, const QString &why);
    void refreshUndo();
    void dropStaleWarning();

    ReviewController &m_controller;
    ActionRegistry &m_actions;
    const Theme &m_theme;
    QueuePane *m_queue;
    ElidedLabel *m_candidate;
    TagChips *m_chips;
    ElidedLabel *m_headline;
    Stepper *m_stepper;
    ElidedLabel *m_caption;
    QToolButton *m_original = nullptr; ///< while what is shown is not what was handed in
    ImageViewer *m_viewer;
    FilmStrip *m_film;
    FormPane *m_form;
    QLabel *m_portraitTitle;
    PortraitPane *m_portrait;
    FindingsPane *m_findings;
    QStackedWidget *m_side;
    ReasonsPanel *m_return;
    ReasonsPanel *m_refuse;
    NotePanel *m_note;
    HistoryPanel *m_history;
    ViewsPanel *m_views;
    TagsPanel *m_tags;
    DecisionBar *m_bar;
    RecentStrip *m_recent;
    Coach *m_coach;
    QSplitter *m_split;
    std::function<bool(const QString &)> m_noteAnswer;
    QSplitter *m_work;
    std::string m_shownPicture;
    bool m_isPreviewShown = false; ///< of m_shownPicture
    bool m_isMapShown = false;     ///< what was measured of the portrait is laid over it
    ShortClipboard m_clipboard;
    ReviewDraft m_draft;                         ///< kind and finding of the open panel
    ApplicationId m_askedOf;                     ///< the file the open panel is about
    int m_askedRevision = 0;                     ///< and how it was when the panel was opened
    std::map<ApplicationId, ReviewDraft> m_kept; ///< begun over a file that went off the screen
    ApplicationId m_warnedOf;                    ///< the file the last warning was about; empty: it was none
    QString m_warnedWhile;                       ///< what stood in its way then
    ReviewPlace m_wanted;                        ///< to come back once its file is there
    ReviewPlace m_wantedView;                    ///< scale and turn to come back once its picture is there
};

} // namespace zsb
