#include "ui/review/reviewcontroller.h"

#include "core/base/calendar.h"
#include "core/storage/pinyin.h"

#include <QDateTime>
#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace zsb {

namespace {

PictureLoader::Read reader(const BlobStore &blobs)
{
    return [blobs](const std::string &sha256) { return blobs.read(sha256, BlobStore::Verify::Yes); };
}

std::string initialsOf(const PinyinReader &pinyin, const std::string &text)
{
    const std::vector<Reading> readings = pinyin.read(text);
    return readings.empty() ? std::string() : readings.front().pyi;
}

} // namespace

ReviewController::ReviewController(ReviewTools tools, Reviewer reviewer, TaskRunner &tasks, QObject *parent)
    : QObject(parent),
      m_session(std::move(tools), std::move(reviewer)),
      m_pinyin(std::make_unique<PinyinReader>()),
      m_pictures(tasks, reader(m_session.store().blobs()))
{
    m_dwellTimer.setSingleShot(true);
    m_tick.setInterval(1000);
    connect(&m_dwellTimer, &QTimer::timeout, this, &ReviewController::pictureLooked);
    connect(&m_tick, &QTimer::timeout, this, &ReviewController::tick);
    connect(&m_pictures, &PictureLoader::ready, this, [this](const std::string &sha256) {
        if (m_picture >= 0 && m_materials.at(m_picture).sha256 == sha256) {
            watchPicture();
            emit pictureChanged();
        }
    });
    connect(&m_queue, &QueueModel::readFailed, this,
            [this] { emit said(words().failure({.code = ErrorCode::Unreadable, .detail = {}}), Tone::Error); });
}

ReviewController::~ReviewController() = default;

QList<StepView> ReviewController::steps() const
{
    const ReviewWords w = words();
    return file().isEmpty() ? QList<StepView>() : ReviewRows(m_session.pack(), w).steps(file().state);
}

QList<PortraitReading> ReviewController::portraitReadings() const
{
    const ReviewWords w = words();
    return ReviewRows(m_session.pack(), w).portrait(file().state);
}

QString ReviewController::candidate() const
{
    const auto name = file().state.fields.find(Field::Name);
    return u"%1  %2"_s.arg(name == file().state.fields.end() ? QString() : qtext(name->second),
                           qtext(file().state.applicationNo));
}

QString ReviewController::headline() const
{
    if (file().isEmpty())
        return {};
    const ReviewWords w = words();
    const ApplicationState &state = file().state;
    QStringList parts{w.typeName(state.typeId)};
    if (const CandidateType *type = m_session.pack().type(state.typeId)) {
        for (const ReviewStage &stage : type->review) {
            if (stage.id == state.review.stageId)
                parts.append(w.text(stage.name));
        }
    }
    if (state.review.phase != Phase::InReview)
        parts.append(w.phase(state.review.phase));
    if (state.round > 1)
        parts.append(tr("第 %1 次提交").arg(state.round));
    if (state.review.deadline)
        parts.append(tr("补正期限 %1").arg(w.day(*state.review.deadline)));
    return parts.join(u" · "_s);
}

QString ReviewController::documentNumber() const
{
    const auto number = file().state.fields.find(Field::DocumentNumber);
    return number == file().state.fields.end() ? QString() : qtext(number->second);
}

QString ReviewController::lastFour() const
{
    return qtext(file().state.applicationNo).right(4);
}

QString ReviewController::type() const
{
    return m_typeFilter;
}

QString ReviewController::positionWords() const
{
    return m_row < 0 ? tr("共 %1 份").arg(m_queueSize) : tr("第 %1 份，共 %2 份").arg(m_row + 1).arg(m_queueSize);
}

QString ReviewController::paceWords() const
{
    if (m_decided == 0)
        return {};
    return tr("上一份 %1 秒，本次 %2 份")
        .arg(QString::number(double(m_lastTook.count()) / 1000.0, 'f', 1))
        .arg(m_decided);
}

QString ReviewController::undoWords() const
{
    if (m_undo.empty())
        return {};
    const auto left = std::chrono::ceil<std::chrono::seconds>(m_undo.back().heldUntil - m_session.now()).count();
    return left > 0 ? tr("撤销（还有 %1 秒）").arg(left) : QString();
}

void ReviewController::setLanguage(Language language)
{
    m_language = language;
    if (m_view.isEmpty())
        return;
    refresh();
}

void ReviewController::rebuildRows()
{
    const ReviewWords w = words();
    const ReviewRows rows(m_session.pack(), w);
    m_form.setRows(rows.form(file()));
    m_materials.setRows(rows.materials(file(), m_session.shown()));
    QList<MaterialRow> pictures;
    for (int row = 0; row < m_materials.count(); ++row)
        pictures.append(m_materials.at(row));
    m_findings.setRows(rows.findings(file(), pictures));
}

void ReviewController::showFile()
{
    m_openedAt = m_session.now();
    m_visited.clear();
    m_picture = -1;
    m_finding = -1;
    m_form.setStep(0);
    rebuildRows();
    const std::vector<Stop> all = stops();
    const auto first = std::find_if(all.begin(), all.end(), [](const Stop &stop) { return stop.picture >= 0; });
    emit fileChanged();
    showPicture(first == all.end() ? 0 : first->picture);
    emit queueChanged();
    emit undoChanged();
    QTimer::singleShot(0, this, &ReviewController::prefetch);
}

void ReviewController::showNothing()
{
    m_dwellTimer.stop();
    m_session.close();
    m_row = -1;
    m_picture = -1;
    m_finding = -1;
    m_form.setRows({});
    m_findings.setRows({});
    m_materials.setRows({});
    emit fileChanged();
    emit pictureChanged();
    emit queueChanged();
}

/// The pictures of this file and of the next two, so that turning to them waits for nothing (UX: images are the
/// latency).
void ReviewController::prefetch()
{
    for (int row = 0; row < m_materials.count(); ++row) {
        if (!m_materials.at(row).sha256.empty())
            static_cast<void>(m_pictures.want(m_materials.at(row).sha256));
    }
    int row = m_row;
    for (int ahead = 0; ahead < 2; ++ahead) {
        row = m_queue.nextUndecided(row);
        if (row < 0)
            return;
        const Result<ApplicationState> next = m_session.store().state(m_queue.at(row).id);
        if (!next)
            return;
        for (const auto &[slot, attachments] : next->materials) {
            for (const Attachment &attachment : attachments) {
                if (!attachment.sha256.empty())
                    static_cast<void>(m_pictures.want(attachment.sha256));
            }
        }
        if (next->portrait && !next->portrait->sha256.empty())
            static_cast<void>(m_pictures.want(next->portrait->sha256));
    }
}

void ReviewController::setStep(int step)
{
    m_form.setStep(step);
    emit checkChanged();
}

void ReviewController::setOnlyProblems(bool only)
{
    m_form.setShow(only ? FormModel::Show::OnlyProblems : FormModel::Show::All);
}

void ReviewController::readHistory()
{
    const Result<std::vector<HistoryEntry>> entries = m_session.store().history(file().state.id);
    if (!entries) {
        sayFailure(entries.error());
        return;
    }
    const ReviewWords w = words();
    const ReviewRows rows(m_session.pack(), w);
    const auto nameOf = [this](const ActorId &actor) {
        return actor == m_session.reviewer().id ? m_session.reviewer().name : qtext(actor.value);
    };
    QList<HistoryRow> lines;
    for (const HistoryEntry &entry : *entries)
        lines.prepend(rows.history(entry, nameOf));
    m_history.setRows(lines);
}

void ReviewController::prepareReasons()
{
    const ReviewWords w = words();
    const QString onScreen = m_picture >= 0 ? m_materials.at(m_picture).slot : QString();
    m_reasons.setReasons(ReviewRows(m_session.pack(), w).reasons(file(), onScreen, [this](const std::string &text) {
        return qtext(initialsOf(*m_pinyin, text));
    }));
}

QString ReviewController::notice(Judgement judgement, const QDate &deadline) const
{
    const ReviewWords w = words();
    return ReviewRows(m_session.pack(), w).notice(file().state, m_reasons.chosen(), judgement, deadline);
}

QDate ReviewController::proposedDeadline() const
{
    const Pack &pack = m_session.pack();
    const auto at = m_session.now() + pack.review.correction;
    return QDateTime::fromMSecsSinceEpoch(at.time_since_epoch().count(), Qt::OffsetFromUTC,
                                          int(pack.timeOffset.count()) * 60)
        .date();
}

void ReviewController::sayRefusal(const Refusal &refusal)
{
    emit said(words().refusal(refusal), Tone::Warning);
}

void ReviewController::sayFailure(const Error &error)
{
    emit said(words().failure(error), Tone::Error);
}

} // namespace zsb
