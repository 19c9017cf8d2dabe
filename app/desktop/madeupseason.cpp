#include "app/desktop/madeupseason.h"

#include "core/demo/drawencode.h"
#include "core/demo/drawportrait.h"
#include "ui/exchange/storeimport.h"

#include <QDir>
#include <QFile>
#include <QImage>

using namespace Qt::StringLiterals;

namespace zsb {
namespace {

constexpr int portraitPeople = 6;
constexpr std::uint64_t leaningFace = 5;
constexpr int cutAway = 8; ///< px on each side of the copy

Done writePortrait(const QString &path, const QImage &picture, const Pack &pack)
{
    const PortraitProfile *profile = pack.profile(pack.portraitProfile);
    const Result<std::string> bytes = encodeJpeg(picture, profile ? profile->maxBytes : 0);
    if (!bytes)
        return bytes.error();
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes->data(), qint64(bytes->size())) != qint64(bytes->size()))
        return Error{ErrorCode::Unreadable, "a made-up portrait cannot be written"};
    return done();
}

Done spoilPortraits(const QString &source, const Pack &pack)
{
    const QDir folder(source + u"/portraits"_s);
    const QStringList names = folder.entryList(QDir::Files, QDir::Name);
    const QImage first = names.size() < portraitPeople ? QImage() : QImage(folder.filePath(names.front()));
    if (first.isNull())
        return Error{ErrorCode::Internal, "made-up portraits are missing"};
    const PortraitStyle leaning{.background = {150, 180, 226}, .tiltDegrees = 7, .glasses = true, .highlight = true};
    if (Done written =
            writePortrait(folder.filePath(names[1]), drawPortrait(faceOf(leaningFace, FaceSex::Female), leaning), pack);
        !written)
        return written;
    const QImage copy = first.copy(first.rect().adjusted(cutAway, cutAway, -cutAway, -cutAway))
                            .scaled(320, 394, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    return writePortrait(folder.filePath(names[3]), copy, pack);
}

} // namespace

Done importMadeUp(const QString &folder, const SeasonOptions &options, const SourceChange &change,
                  const std::shared_ptr<const RuleBook> &book, const Clock &clock)
{
    const QString source = folder + u"/source"_s;
    if (!QDir().mkpath(source))
        return Error{ErrorCode::Unreadable, "made-up season"};
    if (const Result<SeasonMade> made = makeSeason(book->pack(), options, source.toStdString()); !made)
        return made.error();
    if (Done changed = change ? change(source) : done(); !changed)
        return changed;
    const std::stop_source nobody;
    const TaskContext context{nobody.get_token(), [](std::int64_t, std::int64_t) {}};
    StoreImport import({.folder = folder.toStdString()}, book, clock, StoreImport::Keep::Yes,
                       std::make_shared<SharedModel>(), PictureFacts::Scans::Left);
    const Result<ImportOutcome> imported = import.import({source + u"/season.csv"_s, source}, context);
    return imported ? done() : Done(imported.error());
}

Done makePortraitSeason(const QString &folder, const std::shared_ptr<const RuleBook> &book, const Clock &clock)
{
    SeasonOptions options;
    options.count = portraitPeople;
    options.flawedShare = 0;
    return importMadeUp(
        folder, options, [&](const QString &source) { return spoilPortraits(source, book->pack()); }, book, clock);
}

} // namespace zsb
