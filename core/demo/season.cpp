#include "core/demo/season.h"

#include "core/demo/cast.h"
#include "core/demo/picturewriter.h"
#include "core/exchange/csvwriter.h"
#include "core/exchange/xlsxwriter.h"

#include <QDir>
#include <QFile>

#include <algorithm>
#include <array>

namespace zsb {
namespace {

using namespace Qt::StringLiterals;

Done writeTables(const std::vector<FlawedPerson> &people, const Pack &pack, const QString &folder)
{
    QFile file(folder + u"/season.csv"_s);
    if (!file.open(QIODevice::WriteOnly))
        return Error{ErrorCode::Unreadable, "demo: season.csv cannot be written"};
    CsvWriter csv(file);
    const Window *registration = pack.window("registration");
    const Instant created = registration ? registration->from : Instant{};
    auto xlsx = XlsxWriter::create((folder + u"/season.xlsx"_s).toStdString(), created,
                                   {.sheet = "season", .columnWidths = {}});
    if (!xlsx)
        return xlsx.error();
    const auto write = [&](const std::array<std::string_view, fieldCount> &cells) -> Done {
        if (Done written = csv.write(cells); !written)
            return written;
        return (*xlsx)->writeText(cells);
    };
    std::array<std::string_view, fieldCount> cells{};
    for (const Field field : allFields())
        cells[std::size_t(field)] = fieldId(field);
    Done written = write(cells);
    for (std::size_t i = 0; written && i < people.size(); ++i) {
        std::ranges::copy(people[i].person.fields, cells.begin());
        written = write(cells);
    }
    if (!written)
        return written;
    if (Done finished = csv.finish(); !finished)
        return finished;
    return (*xlsx)->finish();
}

Done writeLabels(const std::vector<FlawedPerson> &people, const QString &folder)
{
    QFile file(folder + u"/labels.csv"_s);
    if (!file.open(QIODevice::WriteOnly))
        return Error{ErrorCode::Unreadable, "demo: labels.csv cannot be written"};
    CsvWriter csv(file);
    Done written = csv.write(std::array<std::string_view, 4>{"row", "application_no", "kind", "rule"});
    for (std::size_t i = 0; i < people.size(); ++i) {
        const std::string row = std::to_string(i + 2); // the header is row 1
        for (const std::string &rule : people[i].expected) {
            const std::array<std::string_view, 4> cells = {row, people[i].person[Field::ApplicationNo], people[i].kind,
                                                           rule};
            if (written)
                written = csv.write(cells);
        }
    }
    return written ? csv.finish() : written;
}

/// What people are made of and the pack does not have: tables, by their ids, and more. Empty: nothing.
std::string lackingOf(const Pack &pack)
{
    static constexpr std::array needed = {"phone_prefix", "region",           "postal",  "sex",
                                          "ethnicity",    "political_status", "college", "foreign_language",
                                          "exam_site",    "payment_state",    "award",   "award_level"};
    std::string lacking;
    const auto need = [&lacking](bool isThere, std::string_view what) {
        if (!isThere)
            lacking.append(lacking.empty() ? "" : ", ").append(what);
    };
    for (const char *id : needed) {
        const CodeTable *table = pack.table(id);
        need(table && !table->codes().empty(), std::string("tables/") + id + ".csv");
    }
    const DocumentType *document = pack.documentType(pack.defaultDocumentType);
    need(document && document->checksum == "gb11643", "pack.json: default_document_type (gb11643)");
    need(!pack.types.empty(), "types.json");
    need(!pack.catalogue.juniorMajors().empty(), "catalogue.csv");
    need(pack.profile(pack.portraitProfile) != nullptr, "pack.json: portrait.profiles");
    return lacking;
}

} // namespace

Result<SeasonMade> makeSeason(const Pack &pack, const SeasonOptions &options, const std::string &folder)
{
    if (const std::string lacking = lackingOf(pack); !lacking.empty())
        return Error{ErrorCode::Invalid, lacking};
    const QString root = QString::fromStdString(folder);
    if (!QDir().mkpath(root + u"/portraits"_s) || !QDir().mkpath(root + u"/materials"_s))
        return Error{ErrorCode::Unreadable, "demo: the folder cannot be made"};
    const std::vector<FlawedPerson> people = Cast(pack, options).make();
    SeasonMade made;
    made.people = int(people.size());
    made.flawed = int(std::ranges::count_if(people, [](const FlawedPerson &p) { return !p.kind.empty(); }));
    if (options.pictures) {
        PictureWriter writer(pack, options, root);
        if (Done written = writer.writeAll(people); !written)
            return written.error();
        made.pictures = writer.pictures();
    }
    if (Done written = writeTables(people, pack, root); !written)
        return written.error();
    if (Done written = writeLabels(people, root); !written)
        return written.error();
    return made;
}

} // namespace zsb
