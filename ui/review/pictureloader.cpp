#include "ui/review/pictureloader.h"

#include "core/image/decode.h"

#include <QBuffer>
#include <QImageReader>

#include <optional>

namespace zsb {

namespace {

QSize storedSize(const std::string &bytes)
{
    QByteArray data = QByteArray::fromRawData(bytes.data(), qsizetype(bytes.size()));
    QBuffer buffer(&data);
    return QImageReader(&buffer).size();
}

Picture noPicture()
{
    return {.image = {}, .fullSize = {}, .fileBytes = 0, .failed = true};
}

Picture decodeBytes(const std::string &bytes, const QSize &maxSize, MemoryBudget &work)
{
    const DecodeOptions options{.maxSize = maxSize, .maxMemory = PictureLoader::workBudget};
    const MemoryBudget::Share share = work.take(decodeMemory(bytes, options));
    Result<QImage> image = decodeForScreen(bytes, options);
    if (!image)
        return noPicture();
    return {.image = *std::move(image),
            .fullSize = storedSize(bytes),
            .fileBytes = std::int64_t(bytes.size()),
            .failed = false};
}

Picture decode(const PictureLoader::Read &read, const std::string &sha256, const QSize &maxSize, MemoryBudget &work)
{
    const Result<std::string> bytes = read(sha256);
    return bytes ? decodeBytes(*bytes, maxSize, work) : noPicture();
}

/// A picture that is here and cannot be read is not made good by a preview. `preview`: nothing where there is no
/// service.
Picture decodeOrPreview(const PictureLoader::Read &read, const std::string &sha256,
                        const std::optional<std::string> &preview, MemoryBudget &work)
{
    const Result<std::string> bytes = read(sha256);
    if (bytes)
        return decodeBytes(*bytes, PictureLoader::screenSize, work);
    if (bytes.error().code != ErrorCode::NotFound || !preview)
        return noPicture();
    Picture shown = preview->empty() ? noPicture() : decodeBytes(*preview, PictureLoader::screenSize, work);
    shown.isPreview = !shown.failed;
    shown.isAway = shown.failed;
    return shown;
}

} // namespace

PictureLoader::PictureLoader(TaskRunner &tasks, Read read, QObject *parent)
    : PictureLoader(tasks, std::move(read), std::make_shared<MemoryBudget>(workBudget), parent)
{
}

PictureLoader::PictureLoader(TaskRunner &tasks, Read read, std::shared_ptr<MemoryBudget> work, QObject *parent)
    : QObject(parent), m_tasks(tasks), m_read(std::move(read)), m_work(std::move(work))
{
}

const Picture *PictureLoader::peek(const std::string &sha256) const
{
    const auto found = m_pictures.find(sha256);
    return found == m_pictures.end() ? nullptr : &found->second;
}

const Picture *PictureLoader::want(const std::string &sha256)
{
    if (const Picture *picture = peek(sha256)) {
        m_order.remove(sha256);
        m_order.push_front(sha256);
        return picture;
    }
    if (!m_running.insert(sha256).second)
        return nullptr;
    m_tasks.run(
        this,
        [read = m_read, work = m_work, sha256,
         preview = m_previews ? std::optional(m_previews->find(sha256)) : std::nullopt](const TaskContext &) {
            return decodeOrPreview(read, sha256, preview, *work);
        },
        [this, sha256](Picture picture) {
            m_running.erase(sha256);
            const bool isLate = m_again.erase(sha256) > 0 && (picture.failed || picture.isPreview); // came meanwhile
            keep(sha256, std::move(picture));
            if (isLate)
                tryAgain(sha256);
            else
                emit ready(sha256);
        });
    return nullptr;
}

void PictureLoader::wantDetail(const std::string &sha256)
{
    if (m_detailOf == sha256) {
        QMetaObject::invokeMethod(
            this, [this, sha256, image = m_detail] { emit detailReady(sha256, image); }, Qt::QueuedConnection);
        return;
    }
    if (!m_detailing.insert(sha256).second)
        return;
    m_tasks.run(
        this,
        [read = m_read, work = m_work, sha256](const TaskContext &) { return decode(read, sha256, detailSize, *work); },
        [this, sha256](const Picture &picture) {
            m_detailing.erase(sha256);
            if (picture.failed)
                return;
            keepDetail(sha256, picture.image);
            emit detailReady(sha256, picture.image);
        });
}

void PictureLoader::keepDetail(const std::string &sha256, const QImage &image)
{
    m_detailOf = sha256;
    m_detail = image;
    makeRoom();
}

void PictureLoader::tryAgain(const std::string &sha256)
{
    if (m_running.contains(sha256)) {
        m_again.insert(sha256);
        return;
    }
    const auto found = m_pictures.find(sha256);
    if (found == m_pictures.end() || !(found->second.failed || found->second.isPreview))
        return;
    m_bytes -= found->second.bytes();
    m_order.remove(sha256);
    m_pictures.erase(found);
    static_cast<void>(want(sha256));
}

void PictureLoader::keep(const std::string &sha256, Picture picture)
{
    m_bytes += picture.bytes();
    m_pictures.insert_or_assign(sha256, std::move(picture));
    m_order.push_front(sha256);
    makeRoom();
}

void PictureLoader::makeRoom()
{
    while (m_bytes + m_detail.sizeInBytes() > budget && m_order.size() > 8) {
        const auto oldest = m_pictures.find(m_order.back());
        m_bytes -= oldest->second.bytes();
        m_pictures.erase(oldest);
        m_order.pop_back();
    }
}

} // namespace zsb
