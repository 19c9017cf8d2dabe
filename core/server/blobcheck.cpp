#include "core/server/blobcheck.h"

#include "core/image/decode.h"
#include "core/image/inspect.h"
#include "core/image/picturefacts.h"
#include "core/image/scanreader.h"
#include "core/policy/portraitjudge.h"
#include "core/policy/scanlimitjudge.h"
#include "core/protocol/blobs.h"

#include <QBuffer>
#include <QImage>

#include <array>

namespace zsb {
namespace {

struct PreviewStep
{
    int side;
    int quality;
};
// from what is best to look at to what always fits
constexpr std::array previewSteps = {PreviewStep{1280, 75}, PreviewStep{1024, 65}, PreviewStep{800, 60},
                                     PreviewStep{640, 55}, PreviewStep{480, 45}};

} // namespace

BlobVerdict BlobCheck::look(std::string_view bytes, std::string_view purpose, const Pack &pack)
{
    BlobVerdict verdict;
    verdict.purpose = purpose == purposePortrait ? purposePortrait : purposeMaterial;
    verdict.packHash = pack.hash;
    verdict.facts = inspectImage(bytes);
    verdict.sha256 = verdict.facts.sha256;
    if (purpose != purposePortrait) {
        const ScanReading reading = readScan(bytes);
        verdict.facts.measured = measuredText(reading);
        verdict.findings = judgeScanLimits(reading, pack, {}); // its slot comes with the command, and is judged there
        return verdict;
    }
    if (!m_portraits)
        m_portraits = std::make_unique<PortraitReader>(m_model ? m_model->get() : nullptr);
    const PortraitReading reading = m_portraits->read(bytes);
    verdict.facts.measured = measuredText(reading);
    verdict.findings = judgePortrait(reading, pack, pack.portraitProfile);
    return verdict;
}

Result<std::string> previewOf(std::string_view bytes)
{
    QByteArray encoded;
    for (const PreviewStep &step : previewSteps) {
        const Result<QImage> picture =
            decodeForScreen(bytes, {.maxSize = {step.side, step.side}, .orientation = Orientation::AsTagged});
        if (!picture)
            return picture.error();
        encoded.clear();
        QBuffer buffer(&encoded);
        if (!buffer.open(QIODevice::WriteOnly) || !picture->save(&buffer, "JPG", step.quality))
            return Error{ErrorCode::Internal, "preview"};
        if (encoded.size() <= longestPreviewBytes)
            break;
    }
    return encoded.toStdString();
}

} // namespace zsb
