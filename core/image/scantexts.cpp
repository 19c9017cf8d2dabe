#include "core/image/scantexts.h"

#include "core/image/inspect.h"
#include "core/image/scanpixels.h"
#include "core/image/textcompare.h"
#include "core/image/textline.h"
#include "core/policy/boundjudge.h"
#include "core/policy/pack.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <exception>

namespace zsb {
namespace {

constexpr double readSide = 1800; ///< px of the page's shorter side when it is read
constexpr int lineHeight = 56;    ///< px of a region that holds one line
constexpr double sureOfDigits = 20;
constexpr double sureOfWords = 88;

using State = ReadText::State;

GreyView viewOf(const cv::Mat &grey)
{
    return {grey.data, grey.cols, grey.rows, grey.step};
}

/// What was read of a piece: all words in a row, and the least confidence.
struct Piece
{
    std::string text;
    double confidence = 0;
};
Piece joined(const std::vector<ReadWord> &words)
{
    Piece piece;
    piece.confidence = words.empty() ? 0 : 100;
    for (const ReadWord &word : words) {
        piece.text += word.text;
        piece.confidence = std::min(piece.confidence, word.confidence);
    }
    return piece;
}

/// Reads one paper; keeps its upright picture without red ink and, once asked for, all words on it.
class PaperReader
{
public:
    PaperReader(const ScanPixels &pixels, const ScanReading &reading, TextReader &reader)
        : m_reading(reading), m_reader(reader), m_size(pixels.colour.size())
    {
        cv::extractChannel(pixels.flat, m_clean, 2); // red ink is light in it
        const int turn = int(reading.value(ScanMeasure::Turn).value_or(0));
        const double unit = pixels.pageShort;
        const cv::Matx33d toPicture = paperTransform(pixels, turn);
        const double wide = cv::norm(mapped(toPicture, {1, 0}) - mapped(toPicture, {0, 0}));
        const double high = cv::norm(mapped(toPicture, {0, 1}) - mapped(toPicture, {0, 0}));
        const double scale = std::min(3.0, readSide / std::max(1.0, unit));
        m_upright = {std::max(8, int(wide * scale)), std::max(8, int(high * scale))};
        m_toPicture = toPicture * cv::Matx33d(1.0 / m_upright.width, 0, 0, 0, 1.0 / m_upright.height, 0, 0, 0, 1);
    }

    [[nodiscard]] ReadText compare(const PaperText &where, const ExpectedText &expected)
    {
        const auto region = std::ranges::find(m_reading.regions, where.region, &ScanRegion::id);
        ReadText found = region != m_reading.regions.end() && !where.region.empty() ? inRegion(*region, expected)
                                                                                    : anywhere(expected);
        found.field = expected.field;
        return found;
    }

private:
    /// A piece of the picture set upright, `height` px high, with a margin.
    [[nodiscard]] cv::Mat cut(const std::array<cv::Point2d, 4> &corners, int height) const
    {
        const double wide = cv::norm(corners[1] - corners[0]);
        const double high = std::max(1.0, cv::norm(corners[3] - corners[0]));
        const cv::Size size(std::clamp(int(wide * height / high), 8, 6000), height);
        const std::array<cv::Point2f, 4> from = {cv::Point2f(corners[0]), cv::Point2f(corners[1]),
                                                 cv::Point2f(corners[2]), cv::Point2f(corners[3])};
        const std::array<cv::Point2f, 4> to = {cv::Point2f(0, 0), cv::Point2f(float(size.width), 0),
                                               cv::Point2f(float(size.width), float(size.height)),
                                               cv::Point2f(0, float(size.height))};
        cv::Mat piece;
        cv::warpPerspective(m_clean, piece, cv::getPerspectiveTransform(from.data(), to.data()), size, cv::INTER_CUBIC,
                            cv::BORDER_REPLICATE);
        return piece;
    }

    /// The lines of boxes go: columns and rows that are dark nearly all along.
    static void takeLinesOut(cv::Mat &piece)
    {
        cv::Mat dark;
        cv::threshold(piece, dark, 190, 255, cv::THRESH_BINARY_INV);
        cv::Mat down;
        cv::morphologyEx(dark, down, cv::MORPH_OPEN, cv::Mat::ones(piece.rows * 3 / 4, 1, CV_8U));
        cv::Mat across;
        cv::morphologyEx(dark, across, cv::MORPH_OPEN, cv::Mat::ones(1, std::max(8, piece.rows * 2), CV_8U));
        cv::Mat lines = down | across;
        cv::dilate(lines, lines, cv::Mat::ones(3, 5, CV_8U));
        piece.setTo(235, lines);
    }

    [[nodiscard]] ReadText inRegion(const ScanRegion &region, const ExpectedText &expected)
    {
        std::array<cv::Point2d, 4> corners;
        for (std::size_t i = 0; i < 4; ++i)
            corners[i] = {region.corners[i].x * m_size.width, region.corners[i].y * m_size.height};
        cv::Mat piece = cut(corners, lineHeight);
        takeLinesOut(piece);
        ReadText found = decide(piece, expected, true);
        std::vector<cv::Point2f> points(corners.begin(), corners.end());
        found.box = shareBoxOf(cv::Rect2d(cv::boundingRect(points)), m_size);
        return found;
    }

    /// Both readings of a line against what is expected.
    [[nodiscard]] ReadText decide(const cv::Mat &piece, const ExpectedText &expected, bool isPlaceKnown)
    {
        const cv::Mat line = textLine(piece, expected.field == Field::DocumentNumber);
        if (line.empty())
            return {}; // nothing is written there
        const Piece words = joined(m_reader.read(viewOf(line), TextKind::Chinese, TextShape::Line));
        if (expected.field != Field::DocumentNumber)
            return decideWords(words, expected.text, isPlaceKnown);
        const Piece digits = joined(m_reader.read(viewOf(line), TextKind::Digits, TextShape::Line));
        return decideNumber(digits, idNumberIn(words.text), expected.text);
    }

    [[nodiscard]] static ReadText decideNumber(const Piece &digits, const std::string &other,
                                               const std::string &expected)
    {
        ReadText found;
        found.text = idNumberIn(digits.text);
        found.confidence = digits.confidence;
        const bool agree = found.text == other && isCheckedIdNumber(found.text);
        if (!expected.empty() && (found.text == expected || other == expected)) {
            found.state = State::Right;
            found.text = expected;
        } else if (agree && digits.confidence >= sureOfDigits) {
            found.state = State::Different;
        }
        return found;
    }

    [[nodiscard]] static ReadText decideWords(const Piece &words, const std::string &expected, bool isPlaceKnown)
    {
        ReadText found;
        found.text = comparable(words.text);
        found.confidence = words.confidence;
        const std::string wanted = comparable(expected);
        if (!wanted.empty() && found.text.find(wanted) != std::string::npos)
            found.state = State::Right;
        else if (isPlaceKnown && words.confidence >= sureOfWords && isOtherText(found.text, wanted))
            found.state = State::Different;
        return found;
    }

    /// All words of the page, read once.
    const std::vector<ReadWord> &words()
    {
        if (!m_isRead) {
            m_isRead = true;
            cv::Mat page;
            cv::warpPerspective(m_clean, page, cv::Mat(m_toPicture), m_upright, cv::INTER_CUBIC | cv::WARP_INVERSE_MAP,
                                cv::BORDER_CONSTANT, cv::Scalar(235));
            m_words = m_reader.read(viewOf(page), TextKind::Chinese, TextShape::Page);
        }
        return m_words;
    }

    [[nodiscard]] ReadText anywhere(const ExpectedText &expected)
    {
        ReadText best;
        for (std::size_t from = 0; from < words().size();) {
            std::size_t to = from;
            cv::Rect box;
            std::vector<ReadWord> line;
            while (to < words().size() && words()[to].line == words()[from].line) {
                const ReadWord &word = words()[to++];
                const cv::Rect here(word.left, word.top, word.width, word.height);
                box = line.empty() ? here : box | here;
                line.push_back(word);
            }
            from = to;
            ReadText found = onLine(joined(line), box, expected);
            const bool isBetter = found.state == State::Right || (best.text.empty() && !found.text.empty());
            if (isBetter && best.state != State::Right)
                best = std::move(found);
        }
        return best;
    }

    /// A line of the page that may hold what is expected; a number is read again from a larger piece of its own.
    [[nodiscard]] ReadText onLine(const Piece &line, const cv::Rect &box, const ExpectedText &expected)
    {
        if (expected.field == Field::DocumentNumber && !hasLongNumber(line.text))
            return {};
        const double margin = 0.25 * box.height;
        const auto corner = [&](double x, double y) { return mapped(m_toPicture, {x, y}); };
        const std::array<cv::Point2d, 4> corners = {corner(box.x - margin, box.y - margin),
                                                    corner(box.x + box.width + margin, box.y - margin),
                                                    corner(box.x + box.width + margin, box.y + box.height + margin),
                                                    corner(box.x - margin, box.y + box.height + margin)};
        ReadText found = expected.field == Field::DocumentNumber ? decide(cut(corners, lineHeight), expected, false)
                                                                 : decideWords(line, expected.text, false);
        if (found.state == State::Unsure && expected.field != Field::DocumentNumber)
            found.text.clear(); // some other line
        std::vector<cv::Point2f> points(corners.begin(), corners.end());
        found.box = shareBoxOf(cv::Rect2d(cv::boundingRect(points)), m_size);
        return found;
    }

    const ScanReading &m_reading;
    TextReader &m_reader;
    cv::Size m_size;
    cv::Mat m_clean;
    cv::Size m_upright;
    cv::Matx33d m_toPicture;
    bool m_isRead = false;
    std::vector<ReadWord> m_words;
};

} // namespace

std::string_view readStateId(ReadText::State state)
{
    switch (state) {
    case State::Right:
        return "right";
    case State::Unsure:
        return "unsure";
    case State::Different:
        return "different";
    }
    return "unsure";
}

std::vector<ReadText> readTexts(std::string_view bytes, const ScanPaper &paper, const ScanReading &reading,
                                const std::vector<ExpectedText> &expected, TextReader &reader)
{
    std::vector<ReadText> texts;
    try {
        const auto pixels = scanPixels(bytes, reading.facts, readSide);
        if (!pixels)
            return texts;
        PaperReader page(*pixels, reading, reader);
        for (const PaperText &where : paper.texts) {
            const auto wanted = std::ranges::find(expected, where.field, &ExpectedText::field);
            if (wanted != expected.end() && !wanted->text.empty())
                texts.push_back(page.compare(where, *wanted));
        }
    } catch (const std::exception &) {
        texts.clear(); // OpenCV throws; nothing read is nothing said
    }
    return texts;
}

std::vector<Finding> judgeTexts(const std::vector<ReadText> &texts, const ScanPaper &paper, const ScanPolicy &policy)
{
    std::vector<Finding> findings;
    for (const ReadText &text : texts) {
        if (text.state != State::Different)
            continue;
        const auto where = std::ranges::find(paper.texts, text.field, &PaperText::field);
        const PaperRegion *region = where == paper.texts.end() ? nullptr : paper.region(where->region);
        const std::string id(fieldId(text.field));
        const Text words = policy.message("text.different");
        Finding finding;
        finding.rule = "scan.text";
        finding.clause = where == paper.texts.end() ? std::string() : where->clause;
        finding.severity = Severity::Warning;
        finding.outcome = Outcome::NeedsReview;
        finding.fields = {text.field, Field::Materials};
        finding.messageZh = fillTemplate(words.zh, {{"place", region ? region->name.zh : id}});
        finding.messageEn = fillTemplate(words.en, {{"place", region ? region->name.en : id}});
        finding.evidence = {{"slot", paper.slot}, {"field", id}, {"value", text.confidence}};
        addBox(text.box, finding.evidence);
        findings.push_back(std::move(finding));
    }
    return findings;
}

} // namespace zsb
