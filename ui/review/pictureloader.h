#pragma once

#include "core/base/memorybudget.h"
#include "core/base/result.h"
#include "ui/review/previewshelf.h"
#include "ui/tasks/taskrunner.h"

#include <QImage>
#include <QObject>
#include <QSize>

#include <functional>
#include <list>
#include <map>
#include <memory>
#include <set>
#include <string>

namespace zsb {

/// A decoded picture, or why there is none.
struct Picture
{
    QImage image;
    QSize fullSize;             ///< as stored
    std::int64_t fileBytes = 0; ///< of the file
    bool failed = false;
    bool isPreview = false; ///< of an original that is not here: to be seen, never judged
    bool isAway = false;    ///< it failed because it is at the service alone, and no preview of it is here

    [[nodiscard]] qsizetype bytes() const { return image.sizeInBytes() + 64; }
};

/// Decodes pictures off the GUI thread and keeps the last ones: asking for a file's pictures ahead makes turning to it
/// instant. What is kept, ahead, on the viewer and side by side, counts against one budget; so does, against another,
/// what is being decoded and measured at once. GUI thread only; `read` runs on pool threads and must allow that.
class PictureLoader : public QObject
{
    Q_OBJECT

public:
    /// The bytes of a stored picture by the SHA-256 of its content.
    using Read = std::function<Result<std::string>(const std::string &sha256)>;

    static constexpr QSize screenSize{1600, 1600};
    static constexpr QSize detailSize{5000, 5000};
    static constexpr qsizetype budget = qsizetype(160) * 1024 * 1024;
    static constexpr std::int64_t workBudget = 400'000'000; ///< bytes: the dearest page and a picture of the screen's

    PictureLoader(TaskRunner &tasks, Read read, QObject *parent = nullptr);
    /// For whoever shares `work` already.
    PictureLoader(TaskRunner &tasks, Read read, std::shared_ptr<MemoryBudget> work, QObject *parent = nullptr);

    /// What is not here is at a service: shown in its place.
    void usePreviews(std::shared_ptr<const PreviewShelf> previews) { m_previews = std::move(previews); }

    /// What decoding takes, for others who work on the same pictures. Waiting is done on pool threads.
    [[nodiscard]] const std::shared_ptr<MemoryBudget> &work() const { return m_work; }

    /// The picture if it is there; else null, and ready() follows once.
    [[nodiscard]] const Picture *want(const std::string &sha256);
    [[nodiscard]] const Picture *peek(const std::string &sha256) const;
    /// The same picture with more pixels: detailReady() follows. Decoded once for all who look at it.
    void wantDetail(const std::string &sha256);
    /// One that could not be read is there now, or a preview of it.
    void tryAgain(const std::string &sha256);
    [[nodiscard]] int running() const { return int(m_running.size()); }

signals:
    void ready(const std::string &sha256);
    void detailReady(const std::string &sha256, const QImage &image);

private:
    void keep(const std::string &sha256, Picture picture);
    void keepDetail(const std::string &sha256, const QImage &image);
    void makeRoom();

    TaskRunner &m_tasks;
    Read m_read;
    std::shared_ptr<MemoryBudget> m_work;
    std::shared_ptr<const PreviewShelf> m_previews;
    std::map<std::string, Picture> m_pictures;
    std::list<std::string> m_order; ///< newest first
    std::set<std::string> m_running;
    std::set<std::string> m_again; ///< of these, to be read once more if they fail
    std::string m_detailOf;        ///< the newest one with more pixels
    QImage m_detail;
    std::set<std::string> m_detailing;
    qsizetype m_bytes = 0; ///< of m_pictures
};

} // namespace zsb
