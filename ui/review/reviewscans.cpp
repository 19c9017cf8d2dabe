#include "ui/review/reviewcontroller.h"

#include "ui/review/reviewrows.h"
#include "ui/widgets/theme.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace zsb {

namespace {

QRectF rectOf(const ShareBox &box)
{
    return {box.left, box.top, box.width, box.height};
}

QPolygonF polygonOf(const ShareQuad &quad)
{
    QPolygonF polygon;
    for (const SharePoint &corner : quad)
        polygon.append({corner.x, corner.y});
    return polygon;
}

Tone toneOf(ReadText::State state)
{
    switch (state) {
    case ReadText::State::Right:
        return Tone::Ok;
    case ReadText::State::Unsure:
        return Tone::Doubt;
    case ReadText::State::Different:
        return Tone::Warning;
    }
    return Tone::Doubt;
}

} // namespace

QList<FindingRow> ReviewRows::scanned(const FileView &file, const ScanStudy &study, const ScanTexts *texts,
                                      const MaterialRow &material, int row) const
{
    QList<FindingRow> rows;
    const auto isSaid = [&](const Finding &finding) {
        return std::ranges::any_of(file.findings, [&](const Finding &said) {
            return said.rule == finding.rule && slotOf(said) == slotOf(finding);
        });
    };
    const auto add = [&](const Finding &finding) {
        if (isSaid(finding))
            return;
        FindingRow one = hint(finding, row);
        one.key += u':' + QString::number(rows.size()); // a paper may lack two seals
        if (!one.message.startsWith(material.name))
            one.message = tr("%1：%2").arg(material.name, one.message);
        rows.append(one);
    };
    std::ranges::for_each(study.findings, add);
    if (texts)
        std::ranges::for_each(texts->findings, add);
    return rows;
}

EvidenceMark ReviewRows::textMark(const ReadText &text, const ScanPicture &picture) const
{
    const QString name = m_words.text(m_pack.field(text.field).label);
    const Tone tone = toneOf(text.state);
    EvidenceMark mark{rectOf(text.box), Theme::glyph(tone) + u' ' + name, tone};
    const auto wanted = picture.expected.find(text.field);
    const QString expected = wanted == picture.expected.end() ? QString() : qtext(wanted->second);
    if (text.state == ReadText::State::Right)
        mark.tip = tr("%1：与填报一致（%2）").arg(name, expected);
    else if (text.text.empty())
        mark.tip = tr("%1：没有读出，填报 %2，请人工核对").arg(name, expected);
    else if (text.state == ReadText::State::Unsure)
        mark.tip = tr("%1：没有读准，读作 %2，填报 %3，请人工核对").arg(name, qtext(text.text), expected);
    else
        mark.tip = tr("%1：读作 %2，填报 %3，请核对").arg(name, qtext(text.text), expected);
    return mark;
}

QList<EvidenceMark> ReviewRows::marks(const ScanStudy &study, const ScanTexts *texts, const ScanPicture &picture) const
{
    QList<EvidenceMark> marks;
    if (study.reading.page) {
        EvidenceMark page{{}, {}, Tone::Info, polygonOf(*study.reading.page), tr("页面边缘")};
        page.share = page.outline.boundingRect();
        marks.append(page);
        constexpr double size = 0.012; // of the picture
        for (const QPointF &corner : page.outline)
            marks.append({QRectF(corner.x() - size / 2, corner.y() - size / 2, size, size), {}, Tone::Info});
    }
    for (const ScanSeal &seal : study.reading.seals) {
        const QString name = seal.kind == ScanSeal::Kind::Round       ? tr("公章")
                             : seal.kind == ScanSeal::Kind::RoundBlue ? tr("蓝色印章")
                                                                      : tr("方形印章");
        marks.append({rectOf(seal.box),
                      name,
                      seal.kind == ScanSeal::Kind::Round ? Tone::Ok : Tone::Doubt,
                      {},
                      tr("%1：墨色 %2，完整 %3")
                          .arg(name, QString::number(seal.ink, 'f', 2), QString::number(seal.whole, 'f', 2))});
    }
    if (texts) {
        for (const ReadText &text : texts->texts) {
            if (text.box.width > 0 && text.box.height > 0)
                marks.append(textMark(text, picture));
        }
    }
    return marks;
}

void ReviewController::measureScans()
{
    const auto read = [blobs = m_session.store().blobs()](const std::string &sha256) {
        return blobs.read(sha256, BlobStore::Verify::Yes);
    };
    m_scans = std::make_unique<ScanStudies>(read, m_session.book().sharedPack(), m_pictures.work());
    connect(m_scans.get(), &ScanStudies::ready, this, &ReviewController::scanStudied);
}

/// As the form of a file says it: only what the pack says stands on such a paper.
ScanPicture ReviewController::scanOf(const ApplicationState &state, const std::string &slot,
                                     const std::string &sha256) const
{
    ScanPicture picture{.sha256 = sha256, .slot = slot, .type = state.typeId, .expected = {}};
    if (const ScanPaper *paper = m_session.pack().scan.paper(slot)) {
        for (const PaperText &text : paper->texts) {
            const auto field = state.fields.find(text.field);
            if (field != state.fields.end() && !field->second.empty())
                picture.expected.insert(*field);
        }
    }
    return picture;
}

std::optional<ScanPicture> ReviewController::scanOnScreen() const
{
    if (m_picture < 0 || m_picture >= m_materials.count())
        return std::nullopt;
    const MaterialRow &material = m_materials.at(m_picture);
    if (material.portrait || material.sha256.empty())
        return std::nullopt;
    return scanOf(file().state, material.slot.toStdString(), material.sha256);
}

void ReviewController::wantScans(const ApplicationState &state, ScanStudies::Turn turn)
{
    if (!m_scans)
        return;
    for (const auto &[slot, attachments] : state.materials) {
        for (const Attachment &attachment : attachments)
            static_cast<void>(m_scans->want(scanOf(state, slot, attachment.sha256), turn));
    }
}

/// The picture being looked at before all others; its texts, and then those of the rest of the file, while they are
/// shown.
void ReviewController::wantScanOnScreen()
{
    const std::optional<ScanPicture> picture = m_scans ? scanOnScreen() : std::nullopt;
    if (!picture)
        return;
    if (m_areMarksShown) {
        for (int row = 0; row < m_materials.count(); ++row) {
            const MaterialRow &material = m_materials.at(row);
            if (row != m_picture && !material.portrait && !material.sha256.empty())
                static_cast<void>(m_scans->wantTexts(scanOf(file().state, material.slot.toStdString(), material.sha256),
                                                     ScanStudies::Turn::Later));
        }
        static_cast<void>(m_scans->wantTexts(*picture, ScanStudies::Turn::Now));
    }
    static_cast<void>(m_scans->want(*picture, ScanStudies::Turn::Now));
}

void ReviewController::studyLater(const ApplicationState &state)
{
    m_toStudy.push_back(state);
    m_studyPause.start();
}

/// Measuring waits until the pictures are there: nobody waits for a picture because of it.
void ReviewController::studyWhenQuiet()
{
    if (m_pictures.running() > 0) {
        m_studyPause.start();
        return;
    }
    for (const ApplicationState &state : std::exchange(m_toStudy, {})) {
        const bool isOpen = state.id == file().state.id;
        wantScans(state, isOpen ? ScanStudies::Turn::Now : ScanStudies::Turn::Later);
        if (m_likenesses)
            m_likenesses->want(state, m_session.now());
    }
    wantScanOnScreen();
}

void ReviewController::scanStudied(const std::string &sha256)
{
    bool isOurs = false;
    for (int row = 0; row < m_materials.count(); ++row)
        isOurs = isOurs || m_materials.at(row).sha256 == sha256;
    if (!isOurs)
        return;
    const int before = m_finding;
    tellUnread();
    rebuildFindings();
    if (m_finding != before)
        emit checkChanged();
    emit marksChanged();
}

void ReviewController::addScanHints(QList<FindingRow> &rows) const
{
    if (!m_scans)
        return;
    const ReviewWords w = words();
    const ReviewRows maker(m_session.pack(), w);
    for (int row = 0; row < m_materials.count(); ++row) {
        const MaterialRow &material = m_materials.at(row);
        if (material.portrait || material.sha256.empty())
            continue;
        const ScanPicture picture = scanOf(file().state, material.slot.toStdString(), material.sha256);
        if (const ScanStudy *study = m_scans->peek(picture))
            rows.append(maker.scanned(file(), *study, m_scans->peekTexts(picture), material, row));
    }
}

QList<EvidenceMark> ReviewController::scanMarks() const
{
    const std::optional<ScanPicture> picture = m_scans && m_areMarksShown ? scanOnScreen() : std::nullopt;
    const ScanStudy *study = picture ? m_scans->peek(*picture) : nullptr;
    if (!study)
        return {};
    const ReviewWords w = words();
    return ReviewRows(m_session.pack(), w).marks(*study, m_scans->peekTexts(*picture), *picture);
}

void ReviewController::setMarksShown(bool shown)
{
    m_areMarksShown = shown;
    wantScanOnScreen();
    emit marksChanged();
}

/// Once: built without the engine, or its language data is not here.
void ReviewController::tellUnread()
{
    const std::optional<ScanPicture> picture = m_areMarksShown ? scanOnScreen() : std::nullopt;
    const ScanTexts *texts = picture ? m_scans->peekTexts(*picture) : nullptr;
    if (texts && !texts->isAvailable && !std::exchange(m_hasToldUnread, true))
        emit said(tr("这里没有文字识别，只标出页面和印章。"), Tone::Info);
}

} // namespace zsb
