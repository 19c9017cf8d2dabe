#pragma once

#include <algorithm>
#include <bit>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace zsb::test {

/// The bytes of numbers as an .xls holds them: little endian.
class Bytes
{
public:
    Bytes &u8(unsigned value) { return number(value, 1); }
    Bytes &u16(unsigned value) { return number(value, 2); }
    Bytes &u32(std::uint32_t value) { return number(value, 4); }
    Bytes &f64(double value) { return number(std::bit_cast<std::uint64_t>(value), 8); }
    Bytes &text(std::u16string_view value)
    {
        for (const char16_t c : value)
            u16(c);
        return *this;
    }
    Bytes &raw(std::string_view value)
    {
        m_bytes += value;
        return *this;
    }
    Bytes &zeros(std::size_t count)
    {
        m_bytes.append(count, '\0');
        return *this;
    }
    [[nodiscard]] const std::string &bytes() const { return m_bytes; }

private:
    Bytes &number(std::uint64_t value, int size)
    {
        for (int i = 0; i < size; ++i)
            m_bytes += char(value >> (8 * i) & 0xFF);
        return *this;
    }

    std::string m_bytes;
};

/// The smallest .xls (BIFF8) that holds one sheet of cells of every kind.
class XlsBook
{
public:
    enum Style : unsigned
    {
        Plain,
        Date,
    };

    void texts(std::vector<std::u16string> texts) { m_texts = std::move(texts); }
    void datesFrom1904() { m_from1904 = true; }
    void locked() { m_locked = true; }
    /// The format of Excel 5 and 95: texts in a code page, given as bytes.
    void excel95(unsigned codePage)
    {
        m_version = 0x0500;
        m_codePage = codePage;
    }
    void byteLabel(unsigned row, unsigned column, std::string_view bytes)
    {
        cell(0x0204, row, column, Plain, Bytes().u16(unsigned(bytes.size())).raw(bytes));
    }
    void hideRow(unsigned row)
    {
        m_cells += record(0x0208, Bytes().u16(row).u16(0).u16(8).u16(0xFF).u32(0).u16(0x20 | 0x100).u16(15));
    }
    /// A formula whose text the file does not hold.
    void emptyFormula(unsigned row, unsigned column)
    {
        cell(0x0006, row, column, Plain, Bytes().zeros(6).u16(0xFFFF).u16(0).u32(0).u16(3).u8(0x1E).u16(1));
    }

    void text(unsigned row, unsigned column, std::uint32_t index)
    {
        cell(0x00FD, row, column, Plain, Bytes().u32(index));
    }
    void number(unsigned row, unsigned column, double value, Style style = Plain)
    {
        cell(0x0203, row, column, style, Bytes().f64(value));
    }
    /// Integers side by side in one record.
    void numbers(unsigned row, unsigned column, const std::vector<std::uint32_t> &values)
    {
        Bytes content;
        content.u16(row).u16(column);
        for (const std::uint32_t value : values)
            content.u16(Plain).u32(value << 2 | 2);
        content.u16(column + unsigned(values.size()) - 1);
        m_cells += record(0x00BD, content);
    }
    void packed(unsigned row, unsigned column, std::uint32_t value)
    {
        cell(0x027E, row, column, Plain, Bytes().u32(value));
    }
    /// A text of its own, as programs before Excel 97 and some exporters write it.
    void label(unsigned row, unsigned column, std::u16string_view value)
    {
        cell(0x0204, row, column, Plain, Bytes().u16(unsigned(value.size())).u8(1).text(value));
    }
    void boolean(unsigned row, unsigned column, bool value)
    {
        cell(0x0205, row, column, Plain, Bytes().u8(value).u8(0));
    }
    void error(unsigned row, unsigned column, unsigned code)
    {
        cell(0x0205, row, column, Plain, Bytes().u8(code).u8(1));
    }
    void formula(unsigned row, unsigned column, double value, Style style = Plain)
    {
        cell(0x0006, row, column, style, Bytes().f64(value).u16(0).u32(0).u16(3).u8(0x1E).u16(1));
    }
    void textFormula(unsigned row, unsigned column, std::u16string_view value)
    {
        cell(0x0006, row, column, Plain, Bytes().zeros(6).u16(0xFFFF).u16(0).u32(0).u16(3).u8(0x1E).u16(1));
        m_cells += record(0x0207, Bytes().u16(unsigned(value.size())).u8(1).text(value));
    }
    void merged(unsigned firstRow, unsigned lastRow, unsigned firstColumn, unsigned lastColumn)
    {
        m_cells += record(0x00E5, Bytes().u16(1).u16(firstRow).u16(lastRow).u16(firstColumn).u16(lastColumn));
    }
    /// Records as they are, among the cells.
    void raw(std::string_view records) { m_cells += records; }
    /// Records as they are, instead of the shared texts.
    void rawTexts(std::string records) { m_rawTexts = std::move(records); }
    /// Another name for the stream that holds the workbook.
    void stream(std::u16string_view name) { m_stream = name; }

    [[nodiscard]] std::string bytes() const { return container(workbook()); }
    /// The same for books of any size, in sectors of 4096 bytes.
    [[nodiscard]] std::string largeBytes() const { return largeContainer(workbook()); }

    /// Any record.
    static std::string record(unsigned id, const Bytes &content)
    {
        return Bytes().u16(id).u16(unsigned(content.bytes().size())).bytes() + content.bytes();
    }

private:
    [[nodiscard]] std::string begin(unsigned type) const
    {
        return record(0x0809, Bytes().u16(m_version).u16(type).u16(0x0DBB).u16(0x07CC).u32(0x41).u32(6));
    }

    void cell(unsigned id, unsigned row, unsigned column, Style style, const Bytes &content)
    {
        const std::string head = Bytes().u16(row).u16(column).u16(style).bytes();
        m_cells += Bytes().u16(id).u16(unsigned(head.size() + content.bytes().size())).bytes() + head + content.bytes();
    }

    [[nodiscard]] std::string globals(std::uint32_t sheetAt) const
    {
        std::string all = begin(0x0005);
        if (m_locked)
            all += record(0x002F, Bytes().u16(0).u16(1).u16(2));
        all += record(0x0042, Bytes().u16(m_codePage));
        all += record(0x0022, Bytes().u16(m_from1904 ? 1 : 0));
        for (const unsigned format : {0u, 14u}) // plain, date
            all += record(0x00E0, Bytes().u16(0).u16(format).zeros(16));
        if (m_version < 0x0600)
            return all + record(0x0085, Bytes().u32(sheetAt).u8(0).u8(0).u8(2).raw("S1")) + record(0x000A, Bytes());
        const std::u16string_view name = u"表一";
        all += record(0x0085, Bytes().u32(sheetAt).u8(0).u8(0).u8(unsigned(name.size())).u8(1).text(name));
        return all + sharedTexts() + record(0x000A, Bytes());
    }

    /// The second text, when there is one, is rich, cut in its middle and goes on in another record and width.
    [[nodiscard]] std::string sharedTexts() const
    {
        if (!m_rawTexts.empty())
            return m_rawTexts;
        Bytes shared;
        shared.u32(std::uint32_t(m_texts.size())).u32(std::uint32_t(m_texts.size()));
        std::string records;
        for (std::size_t i = 0; i < m_texts.size(); ++i) {
            const std::u16string_view text = m_texts[i];
            if (i != 1) {
                shared.u16(unsigned(text.size())).u8(1).text(text);
                continue;
            }
            shared.u16(unsigned(text.size() + 2)).u8(1 | 8).u16(1).text(text.substr(0, 1));
            records += record(0x00FC, shared);
            shared = Bytes();
            shared.u8(1).text(text.substr(1));
            records += record(0x003C, shared);
            shared = Bytes();
            shared.u8(0).u8('I').u8('D').u32(0);
        }
        return records + record(records.empty() ? 0x00FC : 0x003C, shared);
    }

    [[nodiscard]] std::string workbook() const
    {
        const auto sheetAt = std::uint32_t(globals(0).size());
        const std::string size = record(0x0200, Bytes().u32(0).u32(16).u16(0).u16(8).u16(0));
        std::string all = globals(sheetAt) + begin(0x0010) + size + m_cells + record(0x000A, Bytes());
        all.resize(std::max<std::size_t>(4096, (all.size() + 511) / 512 * 512)); // shorter streams would live elsewhere
        return all;
    }

    /// A compound file: header, allocation table, directory, the stream in at most 126 sectors.
    [[nodiscard]] std::string container(const std::string &stream) const
    {
        constexpr std::uint32_t free = 0xFFFFFFFF;
        constexpr std::uint32_t end = 0xFFFFFFFE;
        Bytes header;
        header.u32(0xE011CFD0).u32(0xE11AB1A1).zeros(16).u16(0x3E).u16(3).u16(0xFFFE).u16(9).u16(6).zeros(6);
        header.u32(0).u32(1).u32(1).u32(0).u32(4096).u32(end).u32(0).u32(end).u32(0).u32(0);
        for (int i = 1; i < 109; ++i)
            header.u32(free);
        Bytes table;
        table.u32(0xFFFFFFFD).u32(end);
        for (std::uint32_t next = 3; next < 2 + stream.size() / 512; ++next)
            table.u32(next);
        table.u32(end);
        while (table.bytes().size() < 512)
            table.u32(free);
        return header.bytes() + table.bytes() + entry(u"Root Entry", 5, 1, end, 0) +
               entry(m_stream, 2, free, 2, std::uint32_t(stream.size())) + std::string(256, '\0') + stream;
    }
    [[nodiscard]] std::string largeContainer(std::string stream) const
    {
        constexpr std::size_t sector = 4096;
        constexpr std::uint32_t free = 0xFFFFFFFF;
        constexpr std::uint32_t end = 0xFFFFFFFE;
        stream.resize((stream.size() + sector - 1) / sector * sector);
        const auto sectors = std::uint32_t(stream.size() / sector);
        const auto tables = std::uint32_t((sectors + 1) / (sector / 4 - 1) + 1);
        Bytes header;
        header.u32(0xE011CFD0).u32(0xE11AB1A1).zeros(16).u16(0x3E).u16(4).u16(0xFFFE).u16(12).u16(6).zeros(6);
        header.u32(1).u32(tables).u32(tables).u32(0).u32(4096).u32(end).u32(0).u32(end).u32(0);
        for (std::uint32_t i = 0; i < 109; ++i)
            header.u32(i < tables ? i : free);
        header.zeros(sector - header.bytes().size());
        Bytes table;
        for (std::uint32_t i = 0; i < tables; ++i)
            table.u32(0xFFFFFFFD);
        table.u32(end);
        for (std::uint32_t i = 1; i <= sectors; ++i)
            table.u32(i == sectors ? end : tables + i + 1);
        while (table.bytes().size() < tables * sector)
            table.u32(free);
        std::string directory =
            entry(u"Root Entry", 5, 1, end, 0) + entry(m_stream, 2, free, tables + 1, std::uint32_t(stream.size()));
        directory.resize(sector);
        return header.bytes() + table.bytes() + directory + stream;
    }
    static std::string entry(std::u16string_view name, unsigned type, std::uint32_t child, std::uint32_t start,
                             std::uint32_t size)
    {
        constexpr std::uint32_t none = 0xFFFFFFFF;
        Bytes bytes;
        bytes.text(name).zeros(64 - name.size() * 2).u16(unsigned(name.size() + 1) * 2).u8(type).u8(1);
        bytes.u32(none).u32(none).u32(child).zeros(36).u32(start).u32(size).u32(0);
        return bytes.bytes();
    }

    std::vector<std::u16string> m_texts;
    std::string m_cells;
    std::string m_rawTexts;
    std::u16string_view m_stream = u"Workbook";
    bool m_from1904 = false;
    bool m_locked = false;
    unsigned m_version = 0x0600;
    unsigned m_codePage = 0x04B0;
};

} // namespace zsb::test
