#pragma once

#include "core/domain/application.h"
#include "core/storage/queue.h"
#include "core/storage/store.h"
#include "ui/models/findingsmodel.h"
#include "ui/models/formmodel.h"
#include "ui/models/historymodel.h"
#include "ui/models/materialsmodel.h"
#include "ui/models/queuemodel.h"
#include "ui/models/reasonsmodel.h"
#include "ui/review/imageviewer.h"
#include "ui/review/portraitpane.h"
#include "ui/review/portraitstudy.h"
#include "ui/review/reviewwords.h"
#include "ui/review/scanstudy.h"
#include "ui/review/stepper.h"

#include <QDate>

#include <functional>
#include <set>

namespace zsb {

/// Pictures that were on the screen: their item and the hash of their bytes. One picture may be in two items.
using ShownPictures = std::set<std::pair<std::string, std::string>>;

/// The file on screen, as everything that is shown is made from: read once, then pure functions.
struct FileView
{
    ApplicationState state;
    std::vector<Finding> findings;
    std::set<std::string> unseen; ///< item keys that must be seen before approval

    [[nodiscard]] bool isEmpty() const { return state.id.isEmpty(); }
};

/// Rows of the models from the file, the pack and the language. Pure.
class ReviewRows
{
    Q_DECLARE_TR_FUNCTIONS(zsb::ReviewRows)

public:
    ReviewRows(const Pack &pack, const ReviewWords &words) : m_pack(pack), m_words(words) {}

    [[nodiscard]] QueueRow queue(const QueueEntry &entry, const ActorId &me, Instant now) const;
    [[nodiscard]] QList<FormRow> form(const FileView &file) const;
    [[nodiscard]] QList<MaterialRow> materials(const FileView &file, const ShownPictures &shown) const;
    [[nodiscard]] QList<FindingRow> findings(const FileView &file, const QList<MaterialRow> &materials) const;
    [[nodiscard]] QList<StepView> steps(const ApplicationState &state) const;
    /// `study` may be null: then only what the file itself says.
    [[nodiscard]] QList<PortraitLine> portrait(const ApplicationState &state, const PortraitStudy *study) const;
    /// What was measured to be wrong with the portrait: hints that no command knows of, behind everything else.
    /// What the findings of the file say already is not said again.
    [[nodiscard]] QList<FindingRow> measured(const FileView &file, const PortraitStudy &study, int portraitRow) const;
    /// The same of a material, and what on it does not say what the form says. `texts` may be null: nobody read it.
    [[nodiscard]] QList<FindingRow> scanned(const FileView &file, const ScanStudy &study, const ScanTexts *texts,
                                            const MaterialRow &material, int row) const;
    /// What was found on a material, to be drawn over it: its page, its seals, its texts coloured by how they compare
    /// with the form.
    [[nodiscard]] QList<EvidenceMark> marks(const ScanStudy &study, const ScanTexts *texts,
                                            const ScanPicture &picture) const;
    /// One hint about a picture: nothing to be resolved.
    [[nodiscard]] FindingRow hint(const Finding &finding, int picture) const;
    [[nodiscard]] static QString slotOf(const Finding &finding); ///< empty: it names none
    /// Those that can be used here. `onScreen` is the slot of the picture being looked at: what a material reason means
    /// when no finding says it.
    [[nodiscard]] QList<ReasonRow> reasons(const FileView &file, Judgement judgement, const QString &onScreen,
                                           const std::function<QString(const std::string &)> &initials) const;
    [[nodiscard]] QString notice(const ApplicationState &state, const QList<ReasonRow> &chosen, Judgement judgement,
                                 const QDate &deadline) const;
    [[nodiscard]] HistoryRow history(const HistoryEntry &entry,
                                     const std::function<QString(const ActorId &)> &nameOf) const;

private:
    [[nodiscard]] static QRectF boxOf(const Finding &finding);
    [[nodiscard]] QString messageOf(const Finding &finding) const;
    [[nodiscard]] EvidenceMark textMark(const ReadText &text, const ScanPicture &picture) const;
    void addMeasures(const PortraitStudy &study, QList<PortraitLine> &lines) const;
    [[nodiscard]] QString fieldValue(const ApplicationState &state, Field field) const;
    [[nodiscard]] static QString inGroups(const QString &number);
    [[nodiscard]] FormRow fieldRow(const ApplicationState &state, Field field, int step) const;
    void addProcess(const ApplicationState &state, QList<FormRow> &rows) const;
    void addDerived(const ApplicationState &state, QList<FormRow> &rows) const;
    void remark(const FileView &file, QList<FormRow> &rows) const;
    [[nodiscard]] MaterialRow material(const Attachment &attachment, bool required) const;
    void setTargets(const FileView &file, const Reason &reason, const std::vector<const Finding *> &findings,
                    const QString &onScreen, ReasonRow &row) const;
    [[nodiscard]] ReasonTarget targetOf(const Reason &reason, const std::vector<std::string> &items,
                                        const std::vector<std::string> &named,
                                        const std::vector<const Finding *> &findings) const;
    [[nodiscard]] QString complaints(const std::vector<const Finding *> &findings) const;
    [[nodiscard]] QString reasonText(const Reason &reason, const QString &target) const;
    [[nodiscard]] QString historyDetail(const QJsonObject &body) const;
    [[nodiscard]] QStringList historyFields(const QJsonObject &body) const;
    [[nodiscard]] QString historySubject(const QJsonObject &body) const;
    [[nodiscard]] QString historySentence(const std::string &kind, const QJsonObject &body) const;
    [[nodiscard]] bool isResolved(const ApplicationState &state, const Finding &finding) const;

    const Pack &m_pack;
    const ReviewWords &m_words;
};

} // namespace zsb
