#include "ui/review/reviewcontroller.h"

#include "core/policy/picturelimits.h"
#include "core/policy/portraitmeasure.h"

#include <QDir>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace zsb {

namespace {

/// Whether a value is where the standing wants it.
bool holds(const MeasureStanding &standing, double value)
{
    return !(standing.least && value < *standing.least) && !(standing.most && value > *standing.most);
}

Tone standingTone(const MeasureStanding &standing)
{
    using enum MeasureStanding::Kind;
    if (standing.kind == Refused || standing.kind == Look)
        return standing.kind == Refused ? Tone::Error : Tone::Warning;
    return standing.least || standing.most ? Tone::Ok : Tone::Neutral;
}

/// How much of the picture the profile wants head and shoulders to be, about; no limit (A2.3).
std::optional<double> headAndShoulders(const Pack &pack)
{
    const PortraitProfile *profile = pack.profile(pack.portraitProfile);
    if (!profile)
        return std::nullopt;
    const auto found = profile->measures.find("headAndShoulders");
    return found == profile->measures.end() ? std::nullopt : std::optional(found->second);
}

QString rangeText(const MeasureStanding &held, const QString &unit)
{
    const auto number = [&](double value) { return QString::number(value, 'g', 4) + unit; };
    if (held.least && held.most && *held.least == -*held.most)
        return u" (±%1)"_s.arg(number(*held.most));
    if (held.least && held.most)
        return u" (%1–%2)"_s.arg(number(*held.least), number(*held.most));
    if (held.least)
        return u" (≥ %1)"_s.arg(number(*held.least));
    return held.most ? u" (≤ %1)"_s.arg(number(*held.most)) : QString();
}

/// As few digits as will do, yet never rounded to the other side of a limit.
QString rounded(double value, int digits, const MeasureStanding &held)
{
    constexpr int mostDigits = 4; // no measure has more
    QString text = QString::number(value, 'f', digits);
    while (digits < mostDigits && holds(held, text.toDouble()) != holds(held, value))
        text = QString::number(value, 'f', ++digits);
    return text;
}

/// The measure of this kind that a finding names, else the usual one.
PortraitMeasure spokenOf(const PortraitStudy &study, std::string_view kind, PortraitMeasure usual)
{
    for (const Finding &finding : study.findings) {
        const auto first = std::ranges::find(finding.evidence, "measure", &Evidence::key);
        const auto *id = first == finding.evidence.end() ? nullptr : std::get_if<std::string>(&first->value);
        const MeasureInfo *info = id && id->starts_with(kind) ? findPortraitMeasure(*id) : nullptr;
        if (info)
            return info->measure;
    }
    return usual;
}

/// Each measure of glasses by its own name: their values and limits cannot be compared.
const char *glassesText(PortraitMeasure measure)
{
    if (measure == PortraitMeasure::GlassesPattern)
        return QT_TRANSLATE_NOOP("zsb::ReviewRows", "眼镜评分 %1%2");
    return measure == PortraitMeasure::GlassesScore ? QT_TRANSLATE_NOOP("zsb::ReviewRows", "眼镜边缘合计 %1%2")
                                                    : QT_TRANSLATE_NOOP("zsb::ReviewRows", "眼镜局部边缘 %1%2");
}

} // namespace

void ReviewRows::addMeasures(const PortraitStudy &study, QList<PortraitLine> &lines) const
{
    struct Line
    {
        PortraitMeasure measure;
        const char *text;
        int digits;
        QString unit;
    };
    const PortraitMeasure glasses = spokenOf(study, "glasses.", PortraitMeasure::GlassesScore);
    const std::array shown{
        Line{PortraitMeasure::HeadRatio, QT_TR_NOOP("头高占比 %1%2"), 2, {}},
        Line{PortraitMeasure::SubjectArea, QT_TR_NOOP("头肩占比 %1%2"), 2, {}},
        Line{PortraitMeasure::HeadRoll, QT_TR_NOOP("两眼倾斜 %1°%2"), 1, u"°"_s},
        Line{PortraitMeasure::BackgroundLevel, QT_TR_NOOP("背景亮度 %1/255%2"), 0, {}},
        Line{glasses, glassesText(glasses), 2, {}},
    };
    const std::vector<PictureLimit> limits = portraitLimitsOf(m_pack, m_pack.portraitProfile);
    const auto valueOf = [&](std::string_view id) {
        const MeasureInfo *info = findPortraitMeasure(id);
        return info ? study.reading.value(info->measure) : std::nullopt;
    };
    for (const Line &line : shown) {
        const auto value = study.reading.value(line.measure);
        if (!value)
            continue;
        const MeasureStanding standing =
            standingOf(measureInfo(line.measure).id, limits, valueOf, m_pack, m_words.language());
        QString text = tr(line.text).arg(rounded(*value, line.digits, standing), rangeText(standing, line.unit));
        if (const auto about = line.measure == PortraitMeasure::SubjectArea ? headAndShoulders(m_pack) : std::nullopt)
            text += tr("（约 %1）").arg(QString::number(*about, 'g', 2));
        lines.append({text, standingTone(standing)});
    }
    if (study.reading.landmarks == LandmarkState::NoModel)
        lines.append({tr("没有特征点模型，头部和光线请人工确认"), Tone::Warning});
    else if (study.reading.landmarks == LandmarkState::NoFace)
        lines.append({tr("没有找到正面人脸，请人工确认"), Tone::Warning});
    else
        lines.append({tr("眼镜、头发、化妆请人工确认"), Tone::Neutral});
}

QString ReviewRows::messageOf(const Finding &finding) const
{
    return qtext(m_words.language() == Language::Chinese ? finding.messageZh : finding.messageEn);
}

/// What was measured: never a verdict, however grave the pack calls it.
FindingRow ReviewRows::hint(const Finding &finding, int picture) const
{
    FindingRow row;
    row.key = u"measured:%1:%2"_s.arg(picture).arg(qtext(finding.rule));
    row.rule = qtext(finding.rule);
    row.message = messageOf(finding);
    row.clause = m_words.clause(finding.clause);
    row.tone = finding.severity == Severity::Info ? Tone::Info : Tone::Warning;
    row.isHint = true;
    row.place = {EvidencePlace::Kind::Picture, picture, {}};
    row.box = boxOf(finding);
    return row;
}

QList<FindingRow> ReviewRows::measured(const FileView &file, const PortraitStudy &study, int portraitRow) const
{
    QList<FindingRow> rows;
    for (const Finding &finding : study.findings) {
        if (std::ranges::find(file.findings, finding.rule, &Finding::rule) == file.findings.end())
            rows.append(hint(finding, portraitRow));
    }
    return rows;
}

void ReviewController::measurePortraits(TaskRunner &tasks)
{
    const auto read = [blobs = m_session.store().blobs()](const std::string &sha256) {
        return blobs.read(sha256, BlobStore::Verify::Yes);
    };
    m_studies =
        std::make_unique<PortraitStudies>(tasks, read, m_session.book().sharedPack(), m_model, m_pictures.work());
    connect(m_studies.get(), &PortraitStudies::fitted, this, &ReviewController::tellFitted);
    connect(m_studies.get(), &PortraitStudies::ready, this, [this](const std::string &sha256) {
        const auto &portrait = file().state.portrait;
        if (!portrait || portrait->sha256 != sha256)
            return;
        rebuildFindings();
        emit portraitMeasured();
        emit checkChanged();
    });
}

const PortraitStudy *ReviewController::portraitStudy() const
{
    const auto &portrait = file().state.portrait;
    return m_studies && portrait ? m_studies->peek(portrait->sha256) : nullptr;
}

bool ReviewController::isPortraitShown() const
{
    return m_picture >= 0 && m_picture == m_materials.portraitRow();
}

/// Behind everything a command knows of: what was measured of the portrait, what looks like others', then what was
/// measured of the materials.
void ReviewController::addHints(QList<FindingRow> &rows) const
{
    const ReviewWords w = words();
    if (const PortraitStudy *study = portraitStudy())
        rows.append(ReviewRows(m_session.pack(), w).measured(file(), *study, m_materials.portraitRow()));
    addLikenessHints(rows);
    addScanHints(rows);
}

void ReviewController::fitPortrait()
{
    const auto &portrait = file().state.portrait;
    if (!m_studies || !portrait || portrait->sha256.empty()) {
        emit said(tr("这份档案没有照片。"), Tone::Info);
        return;
    }
    const QString folder = QDir(qtext(m_session.store().options().folder)).filePath(u"fitted"_s);
    m_studies->fit(portrait->sha256, folder);
}

void ReviewController::tellFitted(const QString &path, const QString &problem)
{
    if (path.isEmpty())
        emit said(problem, Tone::Warning);
    else
        emit said(tr("已制作合规格的副本：%1。原照片不变。").arg(QDir::toNativeSeparators(path)), Tone::Ok);
}

} // namespace zsb
