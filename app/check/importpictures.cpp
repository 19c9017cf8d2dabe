#include "app/check/importpictures.h"

#include "app/check/sharedoptions.h"

namespace zsb {

using namespace Qt::StringLiterals;

ImageInspector counting(ImageInspector inspector, NamedPictures &pictures)
{
    return [inspector = std::move(inspector), &pictures](const std::string &path) {
        ImageFacts facts = inspector(path);
        ++pictures.named;
        if (facts.problem == ImageProblem::Missing)
            ++pictures.missing;
        return facts;
    };
}

MissingFileReport nameTo(QTextStream &err, int &troubles, NamedPictures &pictures)
{
    return [&err, &troubles, &pictures](std::int64_t row, const std::string &name) {
        ++pictures.lackedByRows;
        if (!pictures.isNoneThere() && ++troubles <= mostTroubles)
            err << u"第 %1 行 row %1: 找不到图片文件 %2 / there is no picture file %2\n"_s.arg(
                QString::number(row), QString::fromStdString(name));
    };
}

void explainMissing(QTextStream &err, const std::string &folder, const NamedPictures &pictures)
{
    if (pictures.isNoneThere()) {
        explainNoPictures(err, folder, pictures.named);
    } else if (pictures.missing > 0) {
        err << u"%1 个图片文件在“%2”里没有找到，没有附上；用 --files 指明图片所在的文件夹，再导入一次 / files of "
               u"pictures "
               "that were not found in “%2” and are not attached: %1; say with --files in which folder they are, and "
               "import again\n"_s.arg(QString::number(pictures.missing), QString::fromStdString(folder));
    }
}

} // namespace zsb
