#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace zsb {

/// The record kinds of BIFF5 and BIFF8 that matter for a table.
enum class XlsRecord : std::uint16_t
{
    Formula = 0x0006,
    End = 0x000A,
    DateMode = 0x0022,
    Password = 0x002F,
    Continue = 0x003C,
    CodePage = 0x0042,
    Sheet = 0x0085,
    MultipleNumbers = 0x00BD,
    RichText = 0x00D6,
    Style = 0x00E0,
    MergedCells = 0x00E5,
    SharedTexts = 0x00FC,
    SharedText = 0x00FD,
    Number = 0x0203,
    Label = 0x0204,
    BoolError = 0x0205,
    FormulaText = 0x0207,
    RowLayout = 0x0208,
    ShortNumber = 0x027E,
    Format = 0x041E,
    Begin = 0x0809,
};

/// Walks over the records of a stream; a damaged one ends the walk. Views into the stream.
class XlsRecords
{
public:
    explicit XlsRecords(std::string_view stream) : m_rest(stream) {}

    [[nodiscard]] bool next();
    [[nodiscard]] XlsRecord id() const { return m_id; }
    [[nodiscard]] std::string_view content() const { return m_content; }
    /// Whether the record holds cells, row and column first. What is shorter than those tells of none.
    [[nodiscard]] bool holdsCells() const;
    /// How many a record of several numbers holds: the row, the first column, then style and number of each.
    [[nodiscard]] std::size_t numbers() const { return m_content.size() < 12 ? 0 : (m_content.size() - 6) / 6; }
    /// The byte at which the record begins in the stream this walks over, or in one that holds it.
    [[nodiscard]] std::size_t offsetIn(std::string_view stream) const
    {
        constexpr std::size_t headBytes = 4;
        return std::size_t(m_content.data() - stream.data()) - headBytes;
    }
    /// The content and that of the records that continue it, which are taken off the stream; empty ones are left out.
    /// At most mostPieces; what continues further is damage.
    [[nodiscard]] std::vector<std::string_view> pieces();
    static constexpr std::size_t mostPieces = 100'000;

private:
    std::string_view m_rest;
    std::string_view m_content;
    XlsRecord m_id = XlsRecord::End;
};

enum class XlsVersion
{
    Biff5, ///< texts in the code page of the region
    Biff8, ///< texts in UTF-16, or in Latin-1 where that is enough
};

/// How the texts of a workbook are written.
struct XlsEncoding
{
    XlsVersion version = XlsVersion::Biff8;
    unsigned codePage = 936; ///< Biff5; one that is not known reads as 936
};

/// Reads texts and numbers out of a record that may be cut into pieces at any character. What is beyond the end reads
/// as zeros and empty texts.
class XlsPieces
{
public:
    /// `pieces` must outlive this object. Reading begins in that one of them, at that byte.
    XlsPieces(std::span<const std::string_view> pieces, XlsEncoding encoding, std::size_t piece = 0,
              std::size_t at = 0);

    /// What is read next; null at the end.
    [[nodiscard]] const char *place() const { return atEnd() ? nullptr : m_pieces[m_piece].data() + m_at; }
    [[nodiscard]] bool atEnd() const { return m_piece >= m_pieces.size(); }
    [[nodiscard]] std::uint32_t number(std::size_t bytes);
    void skip(std::size_t bytes);
    /// So many characters, behind a byte that tells their width (BIFF8).
    [[nodiscard]] std::string text(std::size_t characters);
    /// A text of the shared table: with its length in front, formatting and phonetics behind.
    [[nodiscard]] std::string sharedText();
    /// The same, left out.
    void skipSharedText();

private:
    struct TextHead
    {
        std::size_t count = 0;
        std::size_t behind = 0; ///< bytes of formatting and phonetics
        bool wide = false;
    };

    /// Calls `use(bytes, isWide)` for each run of UTF-16 units, or of their lower halves.
    template<typename Use>
    void eachRun(std::size_t count, bool wide, Use use);
    [[nodiscard]] std::string characters(std::size_t count, bool wide);
    [[nodiscard]] TextHead textHead();
    void settle();

    std::span<const std::string_view> m_pieces;
    XlsEncoding m_encoding;
    std::size_t m_piece = 0;
    std::size_t m_at = 0;
};

} // namespace zsb
