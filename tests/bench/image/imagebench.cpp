// What tests/bench/image/run measures beside zsb-check.
//   imagebench make FOLDER COUNT    draws made-up portraits, every tenth with a flaw
//   imagebench judge FOLDER         processor ms of a full decode and of the whole judgement, one thread
//   imagebench files FOLDER         what is decided of each file without a pixel, and which are the same, one thread
//   imagebench points FOLDER        name and 68 landmarks of each portrait, for learnpatches.py
#include "core/demo/drawencode.h"
#include "core/demo/drawportrait.h"
#include "core/image/decode.h"
#include "core/image/inspect.h"
#include "core/image/portraitreader.h"
#include "core/policy/portraitjudge.h"

#include <QDir>
#include <QFile>

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <unordered_map>
#include <vector>

using namespace zsb;

namespace {

double processorMs()
{
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return double(time.tv_sec) * 1e3 + double(time.tv_nsec) * 1e-6;
}

std::string bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll().toStdString() : std::string();
}

QStringList portraitsIn(const QDir &folder)
{
    return folder.entryList({QStringLiteral("*.jpg"), QStringLiteral("*.png")}, QDir::Files, QDir::Name);
}

double quantile(std::vector<double> values, double share)
{
    std::ranges::sort(values);
    return values.empty() ? 0 : values[std::min(values.size() - 1, std::size_t(double(values.size()) * share))];
}

int make(const QDir &folder, int count)
{
    for (int i = 0; i < count; ++i) {
        PortraitStyle style;
        style.glasses = i % 10 == 3;
        style.eyesClosed = i % 10 == 6;
        const QSize sizes[] = {{358, 441}, {295, 413}, {480, 640}};
        style.size = sizes[i % 3];
        const Face face = faceOf(std::uint64_t(i), i % 2 == 0 ? FaceSex::Female : FaceSex::Male);
        const auto bytes = encodeJpeg(drawPortrait(face, style), 50'000);
        QFile file(folder.filePath(QStringLiteral("%1.jpg").arg(i, 6, 10, QLatin1Char('0'))));
        if (!bytes || !file.open(QIODevice::WriteOnly) ||
            file.write(bytes->data(), qint64(bytes->size())) != qint64(bytes->size()))
            return 1;
    }
    return 0;
}

int judge(const QDir &folder)
{
    const auto pack = loadPack(ZSB_SOURCE_DIR "/resources/policies/nm-2023");
    const auto model = LandmarkModel::load(LandmarkModel::defaultPath());
    if (!pack || !pack->pack || !model)
        return 1;
    PortraitReader reader(*model);
    std::vector<double> decodes;
    std::vector<double> judgements;
    for (const QString &name : portraitsIn(folder)) {
        const std::string bytes = bytesOf(folder.filePath(name));
        const double began = processorMs();
        const bool isPicture = bool(decodeForScreen(bytes, {}));
        const double decoded = processorMs();
        if (!isPicture)
            continue;
        (void)judgePortrait(reader.read(bytes), *pack->pack, pack->pack->portraitProfile);
        decodes.push_back(decoded - began);
        judgements.push_back(processorMs() - decoded);
    }
    const double decode = quantile(decodes, 0.5);
    const double whole = quantile(judgements, 0.5);
    std::printf("files %zu\ndecode-p50 %.3f\njudge-p50 %.3f\njudge-p95 %.3f\nratio %.2f\n", decodes.size(), decode,
                whole, quantile(judgements, 0.95), decode > 0 ? whole / decode : 0);
    return 0;
}

/// Format, bytes, pixels, wholeness (A2.2, A1.5.2, A1.5.3) and the same bytes twice.
int files(const QDir &folder)
{
    std::unordered_map<std::string, int> met;
    int whole = 0;
    int twice = 0;
    for (const QString &name : portraitsIn(folder)) {
        const ImageFacts facts = imageFactsOf(folder.filePath(name).toStdString());
        whole += facts.problem == ImageProblem::None ? 1 : 0;
        twice += ++met[facts.sha256] == 2 ? 1 : 0;
    }
    std::printf("files %zu\nwhole %d\ntwice %d\ncpu %.3f\n", met.size(), whole, twice, processorMs() / 1e3);
    return 0;
}

int points(const QDir &folder)
{
    const auto model = LandmarkModel::load(LandmarkModel::defaultPath());
    if (!model)
        return 1;
    PortraitReader reader(*model);
    for (const QString &name : portraitsIn(folder)) {
        const PortraitReading reading = reader.read(bytesOf(folder.filePath(name)));
        if (!reading.marks)
            continue;
        std::printf("%s", name.toUtf8().constData());
        for (const SharePoint &mark : *reading.marks)
            std::printf(" %.3f %.3f", mark.x * reading.facts.widthPx, mark.y * reading.facts.heightPx);
        std::printf("\n");
    }
    return 0;
}

} // namespace

int main(int argc, char **argv)
{
    const std::string_view what = argc > 2 ? argv[1] : "";
    const QDir folder(argc > 2 ? QString::fromLocal8Bit(argv[2]) : QString());
    if (what == "make" && argc == 4)
        return make(folder, std::atoi(argv[3]));
    if (what == "judge")
        return judge(folder);
    if (what == "files")
        return files(folder);
    if (what == "points")
        return points(folder);
    return 2;
}
