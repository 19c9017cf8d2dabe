#pragma once

#include "ui/models/findingsmodel.h"
#include "ui/models/formmodel.h"
#include "ui/models/historymodel.h"
#include "ui/models/materialsmodel.h"
#include "ui/models/queuemodel.h"
#include "ui/models/reasonsmodel.h"
#include "ui/models/recentmodel.h"
#include "ui/review/facetchoice.h"
#include "ui/review/filesession.h"
#include "ui/review/likenesses.h"
#include "ui/review/pictureloader.h"
#include "ui/review/portraitstudy.h"
#include "ui/review/queuefeed.h"
#include "ui/review/savedviews.h"
#include "ui/review/scanstudy.h"

#include <QDate>
#include <QMap>
#include <QObject>
#include <QTimer>

#include <deque>
#include <set>

namespace zsb {

class PinyinReader;
struct ComparePicture;
class TaskRunner;

/// What a reviewer can do with a file.
enum class Deed
{
    Approve,
    Return,
    Refuse,
    Doubt,
};

/// The review workplace without its looks: the queue, the file on screen, what of it was seen, the decisions and their
/// undoing. Everything a key or a click does goes through here and from here through the workflow and the store.
/// Deciding goes on to the next file. GUI thread; pictures are decoded elsewhere.
class ReviewController : public QObject
{
    Q_OBJECT

public:
    ReviewController(ReviewTools tools, Reviewer reviewer, TaskRunner &tasks, QObject *parent = nullptr);
    ~ReviewController() override;

    // What is shown
    [[nodiscard]] QueueModel &queue() { return m_queue; }
    [[nodiscard]] FormModel &form() { return m_form; }
    [[nodiscard]] FindingsModel &findings() { return m_findings; }
    [[nodiscard]] HistoryModel &history() { return m_history; }
    [[nodiscard]] ReasonsModel &reasons() { return m_reasons; }
    [[nodiscard]] MaterialsModel &materials() { return m_materials; }
    [[nodiscard]] RecentModel &recent() { return m_recent; }
    [[nodiscard]] PictureLoader &pictures() { return m_pictures; }
    /// How it stands with the original of a picture that is not here.
    [[nodiscard]] QString originalWords(const std::string &sha256) const;
    [[nodiscard]] QString awayWords() const; ///< of a picture that is at the service alone
    [[nodiscard]] bool isRefused(const std::string &sha256) const { return m_refused.contains(sha256); }
    [[nodiscard]] std::string shownPicture() const; ///< hash of what is on the viewer; empty: nothing
    [[nodiscard]] const FileView &file() const { return m_session.file(); }
    [[nodiscard]] ReviewWords words() const { return {m_session.pack(), m_language}; }
    [[nodiscard]] QList<StepView> steps() const;
    [[nodiscard]] QList<PortraitLine> portraitReadings() const;
    [[nodiscard]] const PortraitStudy *portraitStudy() const; ///< null: not measured yet, or nobody measures
    [[nodiscard]] bool isPortraitShown() const;               ///< on the big viewer
    [[nodiscard]] QList<EvidenceMark> scanMarks() const;      ///< over the picture on screen, while they are shown
    [[nodiscard]] bool areMarksShown() const { return m_areMarksShown; }
    [[nodiscard]] bool isMeasuring() const
    {
        return m_scans && (m_studyPause.isActive() || m_scans->isBusy());
    }                                                       ///< materials
    [[nodiscard]] QString candidate() const;                ///< name and number of the file on screen
    [[nodiscard]] QString headline() const;                 ///< type, stage, payment, deadline of a correction
    [[nodiscard]] QList<ComparePicture> comparable() const; ///< pictures that can be laid side by side
    [[nodiscard]] QString documentNumber() const;
    /// Whether a text says who the candidate on screen is: their name, or a number as long as one that tells people
    /// apart.
    [[nodiscard]] bool namesPerson(const QString &text) const;
    [[nodiscard]] QString lastFour() const; ///< of the application number
    [[nodiscard]] int row() const { return m_row; }
    [[nodiscard]] int picture() const { return m_picture; }
    [[nodiscard]] int finding() const { return m_finding; }
    [[nodiscard]] int step() const { return m_form.step(); }
    [[nodiscard]] QList<FacetChoice> views() const { return m_views; }
    [[nodiscard]] QList<FacetChoice> types() const { return m_types; }
    [[nodiscard]] QString view() const; ///< which of views() is on
    [[nodiscard]] const QueueFilter &filter() const { return m_filter; }
    [[nodiscard]] QString filterWords() const; ///< view · type · order
    [[nodiscard]] const TagWords &tagWords() const { return m_tagWords; }
    [[nodiscard]] Tags fileTags() const { return m_fileTags; }
    [[nodiscard]] QList<FacetChoice> tagChoices() const; ///< empty: no file has a tag
    [[nodiscard]] QString tagChoice() const;
    [[nodiscard]] const QList<SavedView> &savedViews() const { return m_saved.all(); }
    [[nodiscard]] const QString &savedView() const { return m_savedView; } ///< empty: none, or changed since
    [[nodiscard]] QString type() const;
    [[nodiscard]] QString positionWords() const; ///< 第 3 份，共 1 204 份
    [[nodiscard]] QString paceWords() const;     ///< 上一份 7.4 秒，本次 312 份
    [[nodiscard]] QString undoWords() const;     ///< empty: nothing to undo
    [[nodiscard]] QString whyNotUndo() const;    ///< empty: it can be undone
    [[nodiscard]] QString reviewerWords() const; ///< 张三 · 初审: who acts, and in which role on this file
    [[nodiscard]] int decided() const { return m_decided; }
    [[nodiscard]] bool hasOpenError() const;     ///< a finding of severity error nobody has dealt with
    [[nodiscard]] bool hasStandingError() const; ///< one that nobody has dismissed

    // Setting up
    void setLanguage(Language language);
    void setReviewerName(const QString &name);            ///< in another language
    void setPeople(const QMap<QString, QString> &people); ///< ActorId → name, of those who work elsewhere
    void measurePortraits(TaskRunner &tasks);             ///< from now on, of files that are opened or come next
    [[nodiscard]] std::shared_ptr<SharedModel> model() const { return m_model; } ///< for whoever else measures
    void measureScans();                                                         ///< the same for materials
    void setOriginalsComing(bool coming); ///< whether a picture that is not here is being got
    /// Why an original did not come, in words; empty: it was asked for again.
    void setRefused(const std::string &sha256, const QString &why);
    void compareSeason(); ///< and looks for pictures handed in under two names
    void takeLooks();     ///< of what is new in the season, little by little
    void setDwell(std::chrono::milliseconds dwell) { m_dwell = dwell; } ///< before a picture counts as seen

    // The queue; read elsewhere, the file on screen stays until the new queue is there
    void openQueue();
    /// The same, filtered as it was, and goes on with that file if it is still there.
    void resumeAt(const QueueFilter &filter, const QString &savedView, const ApplicationId &file);
    void refresh();                    ///< stays with the file on screen
    void follow() { m_feed.follow(); } ///< what others did; happens by itself as well
    [[nodiscard]] bool isReading() const { return m_feed.isReading(); }
    [[nodiscard]] bool isAhead(const ApplicationId &id) const
    {
        return m_session.isAhead(id);
    }                                ///< opens without reading
    void setView(const QString &id); ///< `in-review`, `doubtful`, …, `problems`, `all`, `saved:ID`; ends a search
    void setType(const QString &id);
    void setOrder(QueueOrder order);
    void setTagChoice(const QString &id); ///< one of tagChoices()
    void setSearch(const QString &text);
    static QString searchView() { return QStringLiteral("search"); } ///< stands among views() during a search
    [[nodiscard]] bool isSearching() const { return !m_filter.text.trimmed().isEmpty(); }
    void openSavedView(const QString &id);
    void saveView(const QString &name); ///< the filter as it is; replaces the view of that name
    void renameView(const QString &id, const QString &name);
    void removeView(const QString &id);
    void openRow(int row);
    void openFile(const ApplicationId &id);
    bool openNumber(const QString &applicationNo); ///< false: there is no such file
    void toggleTag(int tag);                       ///< on the file on screen; private, no decision
    void nameTag(int tag, const QString &name);
    void nextFile();
    void previousFile();
    void claimBatch();
    void release();

    // The file
    void nextCheck();
    void previousCheck();
    void showPicture(int row);
    void showPortrait();
    void showFinding(int row); ///< goes to its evidence
    void setStep(int step);    ///< 0: all
    void setOnlyProblems(bool only);
    void setVisibleShare(double share); ///< of the picture; below 0.6 it does not count as looked at
    void setOnScreen(bool onScreen);
    void readHistory();
    void setMarksShown(bool shown); ///< page, seals and texts of materials; texts are read from now on
    void fitPortrait();             ///< a copy within the pack's limits beside the data; the portrait stays as it is
    void prepareReasons(Judgement judgement); ///< those that this file can be returned or refused for
    [[nodiscard]] QString notice(Judgement judgement, const QDate &deadline) const;
    [[nodiscard]] QDate proposedDeadline() const;       ///< the pack's days, within its time for corrections
    [[nodiscard]] QDate latestDeadline() const;         ///< end of the time for corrections; invalid: none, or over
    [[nodiscard]] QString consequence(Deed deed) const; ///< what the reviewer should know before sending it

    // Decisions
    /// Why it cannot be done now, in words; empty: it can.
    [[nodiscard]] QString whyNot(Deed deed) const;
    void explain(Deed deed);                      ///< says why it cannot be done, and goes to what stands in the way
    [[nodiscard]] QString obstacles() const;      ///< everything between the file and its approval
    [[nodiscard]] QString whyNotApproved() const; ///< the same, and what a preview on the viewer is good for
    bool confirmFinding(int row, const QString &note);
    bool dismissFinding(int row, const QString &note);
    void approve();
    // Each is true when it was written; else the person was told why not.
    bool returnFile(const QDate &deadline); ///< with the chosen reasons
    bool refuse();                          ///< with the chosen reasons
    bool doubt(const QString &note);
    void undo();
    void openRecent(int row); ///< of the last decisions, newest first
    void undoRecent(int row);

signals:
    void fileChanged();      ///< another file, or the same one after a command
    void pictureChanged();   ///< what is on the viewer
    void portraitMeasured(); ///< portraitStudy() is there
    void marksChanged();     ///< scanMarks() are others
    void checkChanged();     ///< which finding or field is looked at
    void queueChanged();     ///< facets, position
    void tagsChanged();      ///< of the file on screen, or their names
    void filterChanged();    ///< other than by a search
    void undoChanged();
    void queueFinished(); ///< nothing left to decide here
    void said(const QString &text, zsb::Tone tone);
    /// A field of the form is the evidence.
    void fieldWanted(const QString &fieldId);

private:
    /// A decision made here; may be undone until it is held no more.
    struct Made
    {
        ApplicationId file;
        CommandId decision;
        Instant heldUntil;
        Judgement judgement;
        QString name;
        QString number;
    };
    struct Stop
    {
        int picture = -1;
        int finding = -1;
        bool checked = false;
    };

    enum class Opening
    {
        First, ///< the first file to decide
        Stay,  ///< the file on screen
    };
    void readQueue(Opening opening);
    void queueRead(Opening opening, const Done &read);
    void queueMoved();
    void othersDid(const std::vector<std::int64_t> &keys);
    void showFacets();
    [[nodiscard]] QueueRow toRow(const QueueEntry &entry) const;
    [[nodiscard]] QString readOnlyWords() const;
    [[nodiscard]] bool mayWrite();
    [[nodiscard]] bool resume();
    void recallDecisions();
    void showDecisions();
    void undoDecision(const Made &made);
    [[nodiscard]] const Made *undoable() const; ///< null: nothing is held any more
    [[nodiscard]] std::optional<Refusal> refusalOf(Deed deed) const;
    [[nodiscard]] std::optional<Instant> correctionEnd() const;
    [[nodiscard]] QDate dateAt(Instant at) const;
    [[nodiscard]] QueueQuery queryOf(const QueueFilter &filter) const;
    void setFilter(const QueueFilter &filter, const QString &savedView = {});
    void readSavedViews();
    void readTagNames();
    void readFileTags();
    void savedViewsChanged(const Done &changed, const QString &word);
    void showFile();
    void showNothing();
    void rebuildRows();
    void rebuildFindings();
    void prefetch();
    void wantPictures(const ApplicationState &state);
    [[nodiscard]] ScanPicture scanOf(const ApplicationState &state, const std::string &slot,
                                     const std::string &sha256) const;
    [[nodiscard]] std::optional<ScanPicture> scanOnScreen() const;
    void wantScans(const ApplicationState &state, ScanStudies::Turn turn);
    void wantScanOnScreen();
    void studyLater(const ApplicationState &state);
    void studyWhenQuiet();
    void scanStudied(const std::string &sha256);
    void tellUnread();
    /// A picture of another file, and the one of this file it is said to be.
    struct Alike
    {
        std::string number; ///< of the other's application
        std::string sha256;
        std::string likeness;
        std::optional<int> distance;
    };
    void addLikenesses(QList<ComparePicture> &pictures) const;
    void addLikeness(QList<ComparePicture> &pictures, const std::string &slot, const Alike &alike) const;
    [[nodiscard]] QString pictureName(const std::string &slot) const;
    void addHints(QList<FindingRow> &rows) const;
    void addScanHints(QList<FindingRow> &rows) const;
    void addLikenessHints(QList<FindingRow> &rows) const;
    void likenessFound(const ApplicationId &id);
    [[nodiscard]] const LikenessStudy *likenessStudy() const;
    void tellFitted(const QString &path, const QString &problem);
    void updateQueueRow(bool decided);
    void advance();
    void watchPicture();
    [[nodiscard]] bool isShownWell() const;
    [[nodiscard]] bool isPreviewUnseen() const;
    void pictureLooked();
    void goOnFromPointedAt();
    void turnTo(int row);
    void pointAt(int row);
    [[nodiscard]] std::vector<Stop> stops() const;
    void walk(int direction);
    bool resolve(int row, Resolution resolution, const QString &note);
    [[nodiscard]] CommandBody bodyOf(Deed deed, const QString &note, const QDate &deadline) const;
    [[nodiscard]] std::vector<ReasonUse> chosenReasons() const;
    bool decideFile(Deed deed, const QString &note, const QDate &deadline);
    void remember(const Executed &executed);
    void brake(Deed deed);
    void sayRefusal(const Refusal &refusal);
    void sayFailure(const Error &error);
    void goToCause(const Refusal &refusal);
    void tick();

    FileSession m_session;
    SavedViews m_saved;
    Language m_language = Language::Chinese;
    std::unique_ptr<PinyinReader> m_pinyin;
    QueueModel m_queue;
    QueueFeed m_feed;
    FormModel m_form;
    FindingsModel m_findings;
    HistoryModel m_history;
    ReasonsModel m_reasons;
    MaterialsModel m_materials;
    RecentModel m_recent;
    PictureLoader m_pictures;
    std::unique_ptr<PortraitStudies> m_studies; ///< null: nobody measures
    std::unique_ptr<ScanStudies> m_scans;       ///< null: nobody measures
    std::shared_ptr<SharedModel> m_model = std::make_shared<SharedModel>();
    std::unique_ptr<Likenesses> m_likenesses; ///< null: nobody compares
    std::vector<ApplicationState> m_toStudy;  ///< once their pictures are there
    QTimer m_studyPause;
    bool m_areMarksShown = false;
    bool m_hasToldUnread = false;
    QList<FacetChoice> m_views;
    QList<FacetChoice> m_types;
    QueueFilter m_filter;
    QString m_savedView;
    QMap<QString, QString> m_people;
    TagWords m_tagWords;
    Tags m_fileTags = 0;
    int m_row = -1;
    int m_picture = -1;
    int m_finding = -1;
    std::set<QString> m_visited; ///< findings walked through in this file
    std::chrono::milliseconds m_dwell{400};
    double m_share = 1;
    bool m_areOriginalsComing = false;
    std::map<std::string, QString> m_refused; ///< originals that did not come: why
    bool m_isPointedAt = false; ///< the picture came because a decision was too early, not to be looked at
    bool m_onScreen = true;
    QTimer m_dwellTimer;
    QTimer m_tick;
    LatestTask m_ahead;
    int m_opening = 0;       ///< which file was asked for last
    bool m_advances = false; ///< goes on as soon as the queue is known
    QTimer m_facets;         ///< counts again, once the next file is painted
    Instant m_lookingSince{};
    Instant m_openedAt{};
    Instant m_awaySince{};
    std::chrono::milliseconds m_lastTook{0};
    ApplicationId m_resume; ///< where to go on once the queue is open
    bool m_recalled = false;
    std::deque<Made> m_decisions; ///< of this reviewer, the newest last
    int m_decided = 0;
    int m_quickApprovals = 0;
};

} // namespace zsb
