#pragma once

#include "ui/models/findingsmodel.h"
#include "ui/models/formmodel.h"
#include "ui/models/historymodel.h"
#include "ui/models/materialsmodel.h"
#include "ui/models/queuemodel.h"
#include "ui/models/reasonsmodel.h"
#include "ui/review/facetchoice.h"
#include "ui/review/filesession.h"
#include "ui/review/pictureloader.h"

#include <QDate>
#include <QObject>
#include <QTimer>

#include <deque>
#include <set>

namespace zsb {

class PinyinReader;
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
    [[nodiscard]] PictureLoader &pictures() { return m_pictures; }
    [[nodiscard]] const FileView &file() const { return m_session.file(); }
    [[nodiscard]] ReviewWords words() const { return {m_session.pack(), m_language}; }
    [[nodiscard]] QList<StepView> steps() const;
    [[nodiscard]] QList<PortraitReading> portraitReadings() const;
    [[nodiscard]] QString candidate() const; ///< name and number of the file on screen
    [[nodiscard]] QString headline() const;  ///< type, stage, payment, deadline of a correction
    [[nodiscard]] QString documentNumber() const;
    [[nodiscard]] QString lastFour() const; ///< of the application number
    [[nodiscard]] int row() const { return m_row; }
    [[nodiscard]] int picture() const { return m_picture; }
    [[nodiscard]] int finding() const { return m_finding; }
    [[nodiscard]] int step() const { return m_form.step(); }
    [[nodiscard]] QList<FacetChoice> views() const { return m_views; }
    [[nodiscard]] QList<FacetChoice> types() const { return m_types; }
    [[nodiscard]] const QString &view() const { return m_view; }
    [[nodiscard]] QString type() const;
    [[nodiscard]] QString positionWords() const; ///< 第 3 份，共 1 204 份
    [[nodiscard]] QString paceWords() const;     ///< 上一份 7.4 秒，本次 312 份
    [[nodiscard]] QString undoWords() const;     ///< empty: nothing to undo
    [[nodiscard]] int decided() const { return m_decided; }

    // Setting up
    void setLanguage(Language language);
    void setDwell(std::chrono::milliseconds dwell) { m_dwell = dwell; } ///< before a picture counts as seen

    // The queue
    void openQueue();
    void refresh();
    void setView(const QString &id); ///< `in-review`, `doubtful`, …, `problems`, `all`; ends a search
    void setType(const QString &id);
    void setSearch(const QString &text);
    [[nodiscard]] bool isSearching() const { return !m_search.trimmed().isEmpty(); }
    void openRow(int row);
    void openFile(const ApplicationId &id);
    void openNumber(const QString &applicationNo);
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
    void prepareReasons();
    [[nodiscard]] QString notice(Judgement judgement, const QDate &deadline) const;
    [[nodiscard]] QDate proposedDeadline() const;

    // Decisions
    /// Why it cannot be done now, in words; empty: it can.
    [[nodiscard]] QString whyNot(Deed deed) const;
    [[nodiscard]] QString obstacles() const; ///< everything between the file and its approval
    void confirmFinding(int row, const QString &note);
    void dismissFinding(int row, const QString &note);
    void approve();
    void returnFile(const QDate &deadline); ///< with the chosen reasons
    void refuse();                          ///< with the chosen reasons
    void doubt(const QString &note);
    void undo();

signals:
    void fileChanged();    ///< another file, or the same one after a command
    void pictureChanged(); ///< what is on the viewer
    void checkChanged();   ///< which finding or field is looked at
    void queueChanged();   ///< facets, position
    void undoChanged();
    void queueFinished(); ///< nothing left to decide here
    void said(const QString &text, zsb::Tone tone);
    /// A field of the form is the evidence.
    void fieldWanted(const QString &fieldId);

private:
    struct Undoable
    {
        ApplicationId file;
        CommandId decision;
        Instant heldUntil;
    };
    struct Stop
    {
        int picture = -1;
        int finding = -1;
        bool checked = false;
    };

    void readFacets();
    [[nodiscard]] QueueQuery query() const;
    void showFile();
    void showNothing();
    void rebuildRows();
    void prefetch();
    void updateQueueRow(bool decided);
    void advance();
    void watchPicture();
    void pictureLooked();
    [[nodiscard]] std::vector<Stop> stops() const;
    void walk(int direction);
    void resolve(int row, Resolution resolution, const QString &note);
    [[nodiscard]] CommandBody bodyOf(Deed deed, const QString &note, const QDate &deadline) const;
    [[nodiscard]] std::vector<ReasonUse> chosenReasons() const;
    void decideFile(Deed deed, const QString &note, const QDate &deadline);
    void remember(const Executed &executed);
    void brake(Deed deed);
    void sayRefusal(const Refusal &refusal);
    void sayFailure(const Error &error);
    void goToCause(const Refusal &refusal);
    void tick();

    FileSession m_session;
    Language m_language = Language::Chinese;
    std::unique_ptr<PinyinReader> m_pinyin;
    QueueModel m_queue;
    FormModel m_form;
    FindingsModel m_findings;
    HistoryModel m_history;
    ReasonsModel m_reasons;
    MaterialsModel m_materials;
    PictureLoader m_pictures;
    QList<FacetChoice> m_views;
    QList<FacetChoice> m_types;
    QString m_view;
    QString m_typeFilter;
    QString m_search;
    std::int64_t m_queueSize = 0;
    int m_row = -1;
    int m_picture = -1;
    int m_finding = -1;
    std::set<QString> m_visited; ///< findings walked through in this file
    std::chrono::milliseconds m_dwell{400};
    double m_share = 1;
    bool m_onScreen = true;
    QTimer m_dwellTimer;
    QTimer m_tick;
    Instant m_lookingSince{};
    Instant m_openedAt{};
    std::chrono::milliseconds m_lastTook{0};
    std::deque<Undoable> m_undo;
    int m_decided = 0;
    int m_quickApprovals = 0;
};

} // namespace zsb
