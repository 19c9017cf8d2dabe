#include "core/exchange/xlsxworkbook.h"

#include "core/base/text.h"
#include "core/exchange/tablefault.h"
#include "core/exchange/textsource.h"
#include "core/exchange/xmlscanner.h"

#include <charconv>
#include <functional>
#include <map>

namespace zsb {
namespace {

using Token = XmlScanner::Token;

constexpr std::int64_t maxIndexBytes = std::int64_t(64) << 20; // of relations, workbook and styles

/// Calls `visit` for each element that starts, until the end or its first error.
Done forEachElement(const ZipArchive &archive, const std::string &part, const std::function<Done(XmlScanner &)> &visit)
{
    auto source = archive.entry(part, maxIndexBytes);
    if (!source)
        return source.error();
    XmlScanner xml(std::move(*source));
    for (;;) {
        const auto token = xml.next();
        if (!token)
            return within(part, token.error());
        if (*token == Token::AtEnd)
            return done();
        if (*token != Token::Start)
            continue;
        if (const Done visited = visit(xml); !visited)
            return visited;
    }
}

std::string attributeOf(XmlScanner &xml, std::string_view name)
{
    return std::string(xml.attribute(name).value_or(""));
}

int numberOf(XmlScanner &xml, std::string_view name)
{
    int value = 0;
    const std::string_view text = xml.attribute(name).value_or("");
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
}

struct Relation
{
    std::string type; ///< what follows the last slash
    std::string target;
};

std::string folderOf(const std::string &part)
{
    const std::size_t slash = part.rfind('/');
    return slash == std::string::npos ? std::string() : part.substr(0, slash + 1);
}

/// A target as the name of an entry: absolute, or relative to the folder of its owner.
std::string resolvedTarget(const std::string &owner, std::string target)
{
    if (target.starts_with('/'))
        return target.substr(1);
    std::string folder = folderOf(owner);
    while (target.starts_with("../")) {
        target.erase(0, 3);
        folder = folderOf(folder.substr(0, folder.empty() ? 0 : folder.size() - 1));
    }
    return folder + target;
}

Result<std::map<std::string, Relation>> readRelations(const ZipArchive &archive, const std::string &owner)
{
    const std::string folder = folderOf(owner);
    std::map<std::string, Relation> relations;
    const Done read =
        forEachElement(archive, folder + "_rels/" + owner.substr(folder.size()) + ".rels", [&](XmlScanner &xml) {
            if (xml.name() == "Relationship") {
                const std::string type = attributeOf(xml, "Type");
                relations[attributeOf(xml, "Id")] = {type.substr(type.rfind('/') + 1),
                                                     resolvedTarget(owner, attributeOf(xml, "Target"))};
            }
            return done();
        });
    if (!read)
        return read.error();
    return relations;
}

Result<std::string> workbookPart(const ZipArchive &archive)
{
    const auto relations = readRelations(archive, "");
    if (!relations && tableFaultOf(relations.error()) != TableFault::MissingPart)
        return relations.error();
    if (!relations)
        return tableError(TableFault::OtherDocument, "workbook: a container of something else");
    for (const auto &[id, relation] : *relations)
        if (relation.type == "officeDocument" && relation.target.ends_with(".xml"))
            return relation.target;
    return tableError(TableFault::OtherDocument, "workbook: a container without a workbook");
}

bool isTrue(std::string_view text)
{
    return text == "1" || text == "true";
}

} // namespace

Result<XlsxWorkbook> readWorkbook(const ZipArchive &archive, const ReadLimits &limits)
{
    const auto part = workbookPart(archive);
    if (!part)
        return part.error();
    auto relations = readRelations(archive, *part);
    if (!relations)
        return relations.error();
    XlsxWorkbook workbook;
    for (const auto &[id, relation] : *relations) {
        if (relation.type == "sharedStrings")
            workbook.sharedTextsPart = relation.target;
        else if (relation.type == "styles")
            workbook.stylesPart = relation.target;
    }
    const Done read = forEachElement(archive, *part, [&](XmlScanner &xml) {
        if (xml.name() == "workbookPr" && isTrue(xml.attribute("date1904").value_or("")))
            workbook.dates = DateSystem::From1904;
        if (xml.name() == "sheet") {
            const Relation &relation = (*relations)[attributeOf(xml, "id")];
            if (relation.type == "worksheet") // charts and macros hold no rows
                workbook.sheets.push_back({attributeOf(xml, "name"), relation.target});
        }
        return done();
    });
    if (!read)
        return read.error();
    if (workbook.sheets.empty() || workbook.sheets.size() > std::size_t(limits.maxEntries))
        return Error{ErrorCode::Invalid, "workbook: no sheet"};
    return workbook;
}

Result<std::vector<bool>> readDateStyles(const ZipArchive &archive, const XlsxWorkbook &workbook,
                                         const ReadLimits &limits)
{
    std::vector<bool> dates;
    if (workbook.stylesPart.empty() || !archive.has(workbook.stylesPart))
        return dates;
    std::map<int, bool> custom;
    bool inCellStyles = false;
    const Done read = forEachElement(archive, workbook.stylesPart, [&](XmlScanner &xml) -> Done {
        if (xml.name() == "numFmt")
            custom[numberOf(xml, "numFmtId")] = isDateFormat(xml.attribute("formatCode").value_or(""));
        else if (xml.name() == "cellXfs" || xml.name() == "cellStyleXfs" || xml.name() == "cellStyles")
            inCellStyles = xml.name() == "cellXfs";
        else if (inCellStyles && xml.name() == "xf") {
            const int format = numberOf(xml, "numFmtId");
            const auto known = custom.find(format);
            dates.push_back(known != custom.end() ? known->second : isBuiltInDateFormat(format));
        }
        if (std::int64_t(dates.size()) > limits.maxCells)
            return Error{ErrorCode::Refused, "workbook: more styles than the limit"};
        return done();
    });
    if (!read)
        return read.error();
    return dates;
}

Result<SharedTexts> SharedTexts::read(const ZipArchive &archive, const XlsxWorkbook &workbook, const ReadLimits &limits)
{
    SharedTexts texts;
    if (workbook.sharedTextsPart.empty() || !archive.has(workbook.sharedTextsPart))
        return texts;
    auto source = archive.entry(workbook.sharedTextsPart, limits.maxInflatedBytes);
    if (!source)
        return source.error();
    XmlScanner xml(std::move(*source));
    for (std::string text;;) {
        const auto token = xml.next();
        if (!token)
            return within(workbook.sharedTextsPart, token.error());
        if (*token == Token::AtEnd)
            return texts;
        if (*token != Token::Start || xml.name() != "si")
            continue;
        text.clear();
        if (const Done read = xml.readText(text, "rPh"); !read)
            return read.error();
        texts.m_isSound = texts.m_isSound && isValidUtf8(text);
        texts.m_text += unescapedCellText(text);
        texts.m_ends.push_back(texts.m_text.size());
        if (std::int64_t(texts.m_text.size() + texts.m_ends.size() * sizeof(std::size_t)) > limits.maxSharedTextBytes)
            return Error{ErrorCode::Refused, "workbook: more shared text than the limit"};
    }
}

std::string_view SharedTexts::at(std::size_t index) const
{
    const std::size_t start = index == 0 ? 0 : m_ends[index - 1];
    return std::string_view(m_text).substr(start, m_ends[index] - start);
}

} // namespace zsb
