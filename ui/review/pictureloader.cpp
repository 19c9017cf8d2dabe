#include "ui/review/pictureloader.h"

#include "core/image/decode.h"

#include <QBuffer>
#include <QImageReader>

namespace zsb {

namespace {

QSize storedSize(const std::string &bytes)
{
    QByteArray data = QByteArray::fromRawData(bytes.data(), qsizetype(bytes.size()));
    QBuffer buffer(&data);
    return QImageReader(&buffer).size();
}

Picture decode(const PictureLoader::Read &read, const std::string &sha256, const QSize &maxSize)
{
    const Result<std::string> bytes = read(sha256);
    if (!bytes)
        return {.image = {}, .fullSize = {}, .failed = true};
    Result<QImage> image = decodeForScreen(*bytes, {.maxSize = maxSize});
    if (!image)
        return {.image = {}, .fullSize = {}, .failed = true};
    return {.image = *std::move(image), .fullSize = storedSize(*bytes), .failed = false};
}

} // namespace

PictureLoader::PictureLoader(TaskRunner &tasks, Read read, QObject *parent)
    : QObject(parent), m_tasks(tasks), m_read(std::move(read))
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
        this, [read = m_read, sha256](const TaskContext &) { return decode(read, sha256, screenSize); },
        [this, sha256](Picture picture) {
            m_running.erase(sha256);
            const bool isLate = m_again.erase(sha256) > 0 && picture.failed; // it came while it was looked for
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
    m_tasks.run(
        this, [read = m_read, sha256](const TaskContext &) { return decode(read, sha256, detailSize); },
        [this, sha256](const Picture &picture) {
            if (!picture.failed)
                emit detailReady(sha256, picture.image);
        });
}

void PictureLoader::tryAgain(const std::string &sha256)
{
    if (m_running.contains(sha256)) {
        m_again.insert(sha256);
        return;
    }
    const auto found = m_pictures.find(sha256);
    if (found == m_pictures.end() || !found->second.failed)
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
    while (m_bytes > budget && m_order.size() > 8) {
        const auto oldest = m_pictures.find(m_order.back());
        m_bytes -= oldest->second.bytes();
        m_pictures.erase(oldest);
        m_order.pop_back();
    }
}

} // namespace zsb
