#include "tests/support/picturediff.h"

#include <QDir>
#include <QImage>

#include <algorithm>
#include <cstdlib>

using namespace Qt::StringLiterals;

namespace zsb {

namespace {

constexpr int visible = 24; ///< of 255, in one colour

bool isAlike(QRgb a, QRgb b)
{
    return std::abs(qRed(a) - qRed(b)) <= visible && std::abs(qGreen(a) - qGreen(b)) <= visible &&
           std::abs(qBlue(a) - qBlue(b)) <= visible;
}

bool isNear(QRgb pixel, const QImage &other, int x, int y)
{
    for (int ny = std::max(0, y - 1); ny <= std::min(other.height() - 1, y + 1); ++ny) {
        for (int nx = std::max(0, x - 1); nx <= std::min(other.width() - 1, x + 1); ++nx) {
            if (isAlike(pixel, other.pixel(nx, ny)))
                return true;
        }
    }
    return false;
}

} // namespace

double pictureDifference(const QString &one, const QString &other)
{
    const QImage a = QImage(one).convertToFormat(QImage::Format_RGB32);
    const QImage b = QImage(other).convertToFormat(QImage::Format_RGB32);
    if (a.isNull() || a.size() != b.size())
        return 1;
    qint64 different = 0;
    for (int y = 0; y < a.height(); ++y) {
        for (int x = 0; x < a.width(); ++x) {
            const QRgb pixel = a.pixel(x, y);
            if (pixel != b.pixel(x, y) && !(isNear(pixel, b, x, y) && isNear(b.pixel(x, y), a, x, y)))
                ++different;
        }
    }
    return double(different) / double(qint64(a.width()) * a.height());
}

QStringList differentPictures(const QString &folder, const QString &other, const QString &pattern, double most)
{
    QStringList names = QDir(folder).entryList({pattern}) + QDir(other).entryList({pattern});
    names.sort();
    names.removeDuplicates();
    QStringList lines;
    for (const QString &name : std::as_const(names)) {
        const double share = pictureDifference(folder + u'/' + name, other + u'/' + name);
        if (share > most)
            lines.append(u"%1: %2 %"_s.arg(name).arg(100 * share, 0, 'f', 2));
    }
    return lines;
}

} // namespace zsb
