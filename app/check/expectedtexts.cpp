#include "app/check/expectedtexts.h"

#include "core/exchange/tablereader.h"

#include <QFileInfo>

#include <optional>

namespace zsb {

Result<ExpectedTexts> readExpectedTexts(const QString &path)
{
    auto reader = openTable(path.toStdString(), ReadOptions{});
    if (!reader)
        return reader.error();
    Row row;
    const auto header = (*reader)->next(row);
    if (!header)
        return header.error();
    if (!*header || row.cells.empty() || row.cells.front().text != "file")
        return Error{ErrorCode::Invalid, "expected texts: the first column must be file"};
    ExpectedTexts texts;
    std::vector<std::optional<Field>> fields;
    for (const Cell &cell : row.cells) {
        fields.push_back(fieldFromId(cell.text));
        if (!fields.back() && fields.size() > 1)
            texts.unknown.append(QString::fromUtf8(cell.text.data(), qsizetype(cell.text.size())));
    }
    if (texts.unknown.size() + 1 == qsizetype(fields.size()))
        return Error{ErrorCode::Invalid, "expected texts: no column is a field, as name or document_number"};
    for (;;) {
        const auto more = (*reader)->next(row);
        if (!more)
            return more.error();
        if (!*more)
            return texts;
        const std::string_view file = row.cells.front().text;
        const QString name = QFileInfo(QString::fromUtf8(file.data(), qsizetype(file.size()))).fileName();
        if (name.isEmpty()) {
            ++texts.unnamed;
            continue;
        }
        std::vector<ExpectedText> &wanted = texts.files[name];
        for (std::size_t i = 1; i < std::min(fields.size(), row.cells.size()); ++i) {
            if (fields[i] && !row.cells[i].text.empty())
                wanted.push_back({*fields[i], std::string(row.cells[i].text)});
        }
    }
}

} // namespace zsb
