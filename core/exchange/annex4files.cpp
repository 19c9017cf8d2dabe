#include "core/exchange/annex4.h"
#include "core/exchange/csvwriter.h"

#include <QSaveFile>

#include <memory>

namespace zsb {
namespace {

using Cells = std::initializer_list<std::string_view>;

void append(std::string &text, Cells cells)
{
    appendCsvRecord(text, std::span(cells.begin(), cells.size()));
}

std::string catalogueCsv(const Annex4Import &import)
{
    std::string text;
    append(text,
           {"junior_code", "junior_name", "bachelor_class_code", "bachelor_class", "bachelor_major", "category_code"});
    for (const CatalogueRow &row : import.catalogue)
        append(text, {row.juniorCode, row.juniorName, row.bachelorClassCode, row.bachelorClass, row.bachelorMajor,
                      row.categoryCode});
    return text;
}

std::string categoriesCsv(const Annex4Import &import)
{
    std::string text;
    append(text,
           {"category_code", "category", "bachelor_class_code", "bachelor_class", "public_subjects", "major_subject"});
    for (const ClassSubjects &row : import.categories)
        append(text,
               {row.categoryCode, row.category, row.classCode, row.className, row.publicSubjects, row.majorSubject});
    return text;
}

std::string planCsv(const Annex4Import &import)
{
    std::string text;
    append(text, {"college", "bachelor_major", "ordinary_plan", "special_plan"});
    for (const PlanRow &row : import.plan)
        append(text, {row.college, row.bachelorMajor, std::to_string(row.ordinary), std::to_string(row.special)});
    return text;
}

} // namespace

PackFiles catalogueTables(const Annex4Import &import)
{
    PackFiles tables = {{"catalogue.csv", catalogueCsv(import)}};
    if (!import.categories.empty())
        tables.emplace("categories.csv", categoriesCsv(import));
    if (!import.plan.empty())
        tables.emplace("plan.csv", planCsv(import));
    return tables;
}

Done writeCatalogue(const Annex4Import &import, const std::string &packFolder)
{
    std::vector<std::unique_ptr<QSaveFile>> files;
    for (const auto &[name, text] : catalogueTables(import)) {
        auto &file = files.emplace_back(std::make_unique<QSaveFile>(QString::fromStdString(packFolder + '/' + name)));
        if (!file->open(QIODevice::WriteOnly) || file->write(text.data(), qint64(text.size())) != qint64(text.size()))
            return Error{ErrorCode::Unreadable, "annex 4: cannot write " + name};
    }
    for (const auto &file : files)
        if (!file->commit())
            return Error{ErrorCode::Unreadable, "annex 4: cannot put a table in place"};
    return done();
}

} // namespace zsb
