#include "app/check/importwork.h"

#include "core/image/picturefacts.h"
#include "core/storage/copiedblobs.h"
#include "core/storage/measuredpictures.h"

#include <QFileInfo>

namespace zsb {

using namespace Qt::StringLiterals;

TableImport tableOf(const CommandLine &line)
{
    const QString &input = line.positional().first();
    TableImport table;
    table.input = input.toStdString();
    table.filesFolder = line.value(u"files"_s, QFileInfo(input).path()).toStdString();
    table.reading.encoding = line.value(u"encoding"_s).toStdString();
    table.reading.sheet = line.value(u"sheet"_s).toStdString();
    return table;
}

Result<ImportCounts> takeInto(Store &store, const RuleBook &book, TableImport table, const SeasonImportOptions &options,
                              NamedPictures &pictures, const std::stop_token &stop)
{
    Result<MeasuredPictures> known = measuredPictures(store);
    if (!known)
        return known.error();
    PictureFacts facts(std::make_shared<SharedModel>(), {std::move(known->portraits), std::move(known->materials)});
    if (table.inspector) {
        lookWith(facts, table);
        table.inspector = counting(std::move(table.inspector), pictures);
        table.portraits = counting(std::move(table.portraits), pictures);
    }
    CopiedBlobs copied(store.blobs());
    SeasonImport season(store, book, options);
    Result<ImportCounts> counts = importTable(season, book, table, stop);
    if (counts || counts.error().code != ErrorCode::Cancelled)
        copied.keep(); // nobody knows how far a failed write came
    return counts;
}

} // namespace zsb
