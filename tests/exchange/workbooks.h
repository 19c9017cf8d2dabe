#pragma once

#include <QTemporaryDir>

#include <string>
#include <utility>
#include <vector>

#include <zip.h>

namespace zsb::test {

using Parts = std::vector<std::pair<std::string, std::string>>;

/// The parts every workbook needs, around one sheet; `sheet` is what stands inside <worksheet>.
inline Parts workbookParts(const std::string &sheet, const std::string &styles = {}, const std::string &texts = {},
                           const std::string &properties = {})
{
    const std::string office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    Parts parts = {
        {"_rels/.rels", "<Relationships><Relationship Id=\"r1\" Type=\"" + office +
                            "/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"},
        {"xl/workbook.xml", "<?xml version=\"1.0\"?><workbook xmlns:r=\"" + office + "\"><workbookPr " + properties +
                                "/><sheets><sheet name=\"一\" sheetId=\"1\" r:id=\"a\"/>"
                                "<sheet name=\"two\" sheetId=\"2\" r:id=\"b\"/></sheets></workbook>"},
        {"xl/_rels/workbook.xml.rels",
         "<Relationships><Relationship Id=\"a\" Type=\"" + office + "/worksheet\" Target=\"worksheets/sheet1.xml\"/>" +
             "<Relationship Id=\"b\" Type=\"" + office + "/worksheet\" Target=\"/xl/worksheets/sheet2.xml\"/>" +
             "<Relationship Id=\"c\" Type=\"" + office + "/sharedStrings\" Target=\"sharedStrings.xml\"/>" +
             "<Relationship Id=\"d\" Type=\"" + office + "/styles\" Target=\"styles.xml\"/></Relationships>"},
        {"xl/worksheets/sheet1.xml", "<worksheet>" + sheet + "</worksheet>"},
        {"xl/worksheets/sheet2.xml",
         "<x:worksheet xmlns:x=\"y\"><x:sheetData><x:row><x:c t=\"inlineStr\"><x:is><x:t>second</x:t></x:is></x:c>"
         "</x:row></x:sheetData></x:worksheet>"},
        {"xl/styles.xml", "<styleSheet>" + styles + "</styleSheet>"},
    };
    if (!texts.empty())
        parts.emplace_back("xl/sharedStrings.xml", "<sst>" + texts + "</sst>");
    return parts;
}

/// A container of these parts in a folder of its own.
class TemporaryWorkbook
{
public:
    explicit TemporaryWorkbook(const Parts &parts) : m_path(m_folder.path().toStdString() + "/book.xlsx")
    {
        zip_t *archive = zip_open(m_path.c_str(), ZIP_CREATE | ZIP_TRUNCATE, nullptr);
        for (const auto &[name, bytes] : parts)
            zip_file_add(archive, name.c_str(), zip_source_buffer(archive, bytes.data(), bytes.size(), 0), 0);
        if (zip_close(archive) != 0)
            qFatal("cannot write the fixture");
    }
    [[nodiscard]] const std::string &path() const { return m_path; }

private:
    QTemporaryDir m_folder;
    std::string m_path;
};

} // namespace zsb::test
