#pragma once

#include "core/base/result.h"
#include "ui/tasks/taskrunner.h"

#include <QImage>
#include <QObject>
#include <QSize>

#include <functional>
#include <list>
#include <map>
#include <set>
#include <string>

namespace zsb {

/// A decoded picture, or why there is none.
struct Picture
{
    QImage image;
    QSize fullSize; ///< as stored
    bool failed = false;

    [[nodiscard]] qsizetype bytes() const { return image.sizeInBytes() + 64; }
};

/// Decodes pictures off the GUI thread and keeps the last ones: asking for a file's pictures ahead makes turning to it
/// instant. GUI thread only; `read` runs on pool threads and must allow that.
class PictureLoader : public QObject
{
    Q_OBJECT

public:
    /// The bytes of a stored picture by the SHA-256 of its content.
    using Read = std::function<Result<std::string>(const std::string &sha256)>;

    static constexpr QSize screenSize{1600, 1600};
    static constexpr QSize detailSize{5000, 5000};
    static constexpr qsizetype budget = 160 * 1024 * 1024;

    PictureLoader(TaskRunner &tasks, Read read, QObject *parent = nullptr);

    /// The picture if it is there; else null, and ready() follows once.
    [[nodiscard]] const Picture *want(const std::string &sha256);
    [[nodiscard]] const Picture *peek(const std::string &sha256) const;
    /// The same picture with more pixels: detailReady() follows.
    void wantDetail(const std::string &sha256);
    /// One that could not be read is there now.
    void tryAgain(const std::string &sha256);
    [[nodiscard]] int running() const { return int(m_running.size()); }

signals:
    void ready(const std::string &sha256);
    void detailReady(const std::string &sha256, const QImage &image);

private:
    void keep(const std::string &sha256, Picture picture);

    TaskRunner &m_tasks;
    Read m_read;
    std::map<std::string, Picture> m_pictures;
    std::list<std::string> m_order; ///< newest first
    std::set<std::string> m_running;
    std::set<std::string> m_again; ///< of these, to be read once more if they fail
    qsizetype m_bytes = 0;
};

} // namespace zsb
