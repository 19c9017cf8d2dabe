#include "core/image/bgrpicture.h"

#include "core/image/opencvthreads.h"

#include <opencv2/imgproc.hpp>

#include <QPainter>

#include <utility>

namespace zsb {

cv::Mat toBgr(QImage image)
{
    keepOpenCvOnItsThread();
    if (image.hasAlphaChannel()) {
        QImage paper(image.size(), QImage::Format_RGB32);
        paper.fill(Qt::white);
        QPainter painter(&paper);
        painter.drawImage(0, 0, image);
        painter.end();
        image = paper;
    }
    if (image.format() != QImage::Format_RGB32)
        image = std::move(image).convertToFormat(QImage::Format_RGB32);
    const cv::Mat bgra(image.height(), image.width(), CV_8UC4, image.bits(), std::size_t(image.bytesPerLine()));
    cv::Mat bgr;
    cv::cvtColor(bgra, bgr, cv::COLOR_BGRA2BGR);
    return bgr;
}

} // namespace zsb
