#include "ui/review/reviewcontroller.h"

#include <algorithm>

namespace zsb {

namespace {

constexpr double enoughVisible = 0.6;

} // namespace

/// Pictures in the order of the strip, then what the rules complain about, then the portrait.
std::vector<ReviewController::Stop> ReviewController::stops() const
{
    std::vector<Stop> all;
    for (int row = 0; row < m_materials.count(); ++row) {
        const MaterialRow &material = m_materials.at(row);
        if (!material.portrait && !material.sha256.empty())
            all.push_back({.picture = row, .checked = material.seen});
    }
    for (int row = 0; row < m_findings.count(); ++row) {
        const FindingRow &finding = m_findings.at(row);
        if (finding.verdict == FindingRow::Verdict::Open && !finding.isHint)
            all.push_back({.finding = row, .checked = m_visited.contains(finding.key)});
    }
    const int portrait = m_materials.portraitRow();
    if (portrait >= 0 && !m_materials.at(portrait).sha256.empty())
        all.push_back({.picture = portrait, .checked = m_materials.at(portrait).seen});
    return all;
}

void ReviewController::walk(int direction)
{
    goOnFromPointedAt();
    const std::vector<Stop> all = stops();
    if (all.empty())
        return;
    const auto here = std::find_if(all.begin(), all.end(), [this](const Stop &stop) {
        return m_finding >= 0 ? stop.finding == m_finding : stop.picture >= 0 && stop.picture == m_picture;
    });
    const int count = int(all.size());
    int at = here == all.end() ? (direction > 0 ? -1 : 0) : int(here - all.begin());
    const bool allChecked = std::all_of(all.begin(), all.end(), [](const Stop &stop) { return stop.checked; });
    for (int i = 0; i < count; ++i) {
        at = (at + direction + count) % count;
        const Stop &stop = all[std::size_t(at)];
        if (stop.checked && direction > 0 && !allChecked)
            continue;
        if (stop.picture >= 0)
            showPicture(stop.picture);
        else
            showFinding(stop.finding);
        return;
    }
}

void ReviewController::nextCheck()
{
    walk(1);
}

void ReviewController::previousCheck()
{
    walk(-1);
}

void ReviewController::showPicture(int row)
{
    if (row < 0 || row >= m_materials.count())
        return;
    m_isPointedAt = false;
    turnTo(row);
}

void ReviewController::turnTo(int row)
{
    m_finding = -1;
    m_picture = row;
    m_lookingSince = m_session.now();
    m_share = 1;
    m_dwellTimer.stop(); // the time of one picture is not that of the next
    if (!m_materials.at(row).sha256.empty())
        static_cast<void>(m_pictures.want(m_materials.at(row).sha256));
    m_studyPause.start();
    emit pictureChanged();
    emit checkChanged();
    watchPicture();
}

/// Brings the picture on the screen without its being looked at; one that is there already goes on being looked at.
void ReviewController::pointAt(int row)
{
    if (row == m_picture && m_finding < 0) {
        emit checkChanged();
        return;
    }
    m_isPointedAt = true;
    turnTo(row);
}

void ReviewController::showPortrait()
{
    showPicture(m_materials.portraitRow());
}

void ReviewController::showFinding(int row)
{
    if (row < 0 || row >= m_findings.count())
        return;
    const FindingRow finding = m_findings.at(row);
    m_visited.insert(finding.key);
    if (finding.place.kind == EvidencePlace::Kind::Picture && finding.place.picture != m_picture)
        showPicture(finding.place.picture);
    m_finding = row;
    if (finding.place.kind == EvidencePlace::Kind::Field)
        emit fieldWanted(finding.place.fieldId);
    emit checkChanged();
}

void ReviewController::setVisibleShare(double share)
{
    m_share = share;
    watchPicture();
}

void ReviewController::setOnScreen(bool onScreen)
{
    if (m_onScreen && !onScreen) {
        m_awaySince = m_session.now();
    } else if (!m_onScreen && onScreen) {
        m_openedAt += m_session.now() - std::max(m_awaySince, m_openedAt); // nobody worked on it meanwhile
        m_lookingSince = m_session.now();
    }
    m_onScreen = onScreen;
    watchPicture();
}

void ReviewController::setOriginalsComing(bool coming)
{
    if (std::exchange(m_areOriginalsComing, coming) != coming)
        emit pictureChanged();
}

void ReviewController::setRefused(const std::string &sha256, const QString &why)
{
    const bool isNews = why.isEmpty() ? m_refused.erase(sha256) > 0 : std::exchange(m_refused[sha256], why) != why;
    if (isNews && sha256 == shownPicture())
        emit pictureChanged();
}

std::string ReviewController::shownPicture() const
{
    return m_picture >= 0 && m_picture < m_materials.count() ? m_materials.at(m_picture).sha256 : std::string();
}

/// Whether enough of the picture is on the screen; one that cannot be shown never is, nor is a preview.
bool ReviewController::isShownWell() const
{
    const MaterialRow &material = m_materials.at(m_picture);
    const Picture *picture = material.sha256.empty() ? nullptr : m_pictures.peek(material.sha256);
    return m_onScreen && m_share >= enoughVisible && picture && !picture->failed && !picture->isPreview;
}

/// What is on the viewer has to be seen, and cannot be: only a preview of it is here.
bool ReviewController::isPreviewUnseen() const
{
    const Picture *picture = m_pictures.peek(shownPicture());
    return picture && picture->isPreview && !m_materials.at(m_picture).seen;
}

/// A decision that came too early put the picture on the screen: pressing the key again and again would be looking at
/// nothing. It counts when whoever sits here goes on from it, or turns to it, and it was there long enough.
void ReviewController::goOnFromPointedAt()
{
    if (std::exchange(m_isPointedAt, false) && isShownWell() && m_session.now() - m_lookingSince >= m_dwell)
        pictureLooked();
}

/// Starts or stops counting the time the picture is looked at.
void ReviewController::watchPicture()
{
    if (m_picture < 0 || m_picture >= m_materials.count())
        return;
    if (m_isPointedAt || m_materials.at(m_picture).seen || !isShownWell())
        m_dwellTimer.stop();
    else if (m_dwell.count() == 0)
        pictureLooked();
    else if (!m_dwellTimer.isActive())
        m_dwellTimer.start(m_dwell);
}

void ReviewController::pictureLooked()
{
    if (m_picture < 0 || m_picture >= m_materials.count())
        return;
    const MaterialRow material = m_materials.at(m_picture);
    const std::string item = material.portrait ? std::string(portraitItem) : materialItem(material.slot.toStdString());
    const bool news = m_session.show(item, material.sha256, m_session.now() - m_lookingSince);
    m_materials.setSeen(m_picture);
    if (news)
        emit fileChanged();
}

} // namespace zsb
