#include "core/image/jpegdata.h"

#include "core/domain/imagefacts.h"
#include "core/image/blockstep.h"
#include "core/image/inspect.h"
#include "core/image/jpegsegments.h"

#include <algorithm>
#include <csetjmp>
#include <cstddef>
#include <cstdio> // jpeglib.h needs it and does not include it

#include <jerror.h>
#include <jpeglib.h>

#include <vector>

namespace zsb {
namespace {

/// The levels of all units, channel by channel; from an eighth of the picture, where a block is a pixel.
class UnitLevels
{
public:
    void begin(const jpeg_decompress_struct &decoder)
    {
        m_channels = std::size_t(decoder.output_components);
        m_across = std::size_t(decoder.max_h_samp_factor);
        m_down = std::size_t(decoder.max_v_samp_factor);
        m_width = decoder.output_width / m_across;
        m_height = decoder.output_height / m_down;
        m_sums.assign(m_channels * m_width * m_height, 0);
    }
    void take(std::size_t y, const JSAMPLE *row)
    {
        for (std::size_t x = 0; y < m_height * m_down && x < m_width * m_across; ++x) {
            for (std::size_t channel = 0; channel < m_channels; ++channel)
                m_sums[(channel * m_height + y / m_down) * m_width + x / m_across] += row[x * m_channels + channel];
        }
    }
    [[nodiscard]] double greatestStep() const
    {
        std::vector<std::uint8_t> levels(m_sums.size());
        const std::size_t blocks = m_across * m_down;
        std::ranges::transform(m_sums, levels.begin(), [blocks](unsigned sum) { return (sum + blocks / 2) / blocks; });
        double greatest = 0;
        for (std::size_t channel = 0; channel < m_channels; ++channel) {
            const std::size_t size = m_width * m_height;
            greatest = std::max(greatest, blockStep({int(m_width), std::span(levels).subspan(channel * size, size)}));
        }
        return greatest;
    }

private:
    std::size_t m_channels = 0;
    std::size_t m_across = 1; ///< blocks of a unit
    std::size_t m_down = 1;
    std::size_t m_width = 0;
    std::size_t m_height = 0;
    std::vector<std::uint16_t> m_sums;
};

struct Listener
{
    jpeg_error_mgr base{}; ///< first, as the library hands it back
    std::jmp_buf out{};
    JpegData heard;
    UnitLevels levels;
};

Listener &listenerOf(j_common_ptr decoder)
{
    return *reinterpret_cast<Listener *>(decoder->err);
}

/// The library's only way out of what it cannot follow.
[[noreturn]] void stop(j_common_ptr decoder)
{
    ++listenerOf(decoder).heard.faults;
    std::longjmp(listenerOf(decoder).out, 1);
}

/// Warnings of a header that is odd, or of passes in an unusual order, are no damage.
void hear(j_common_ptr decoder, int level)
{
    if (level >= 0) // it only tells what it does
        return;
    Listener &listener = listenerOf(decoder);
    switch (listener.base.msg_code) {
    case JWRN_EXTRANEOUS_DATA:
        listener.heard.extra += listener.base.msg_parm.i[0];
        break;
    case JWRN_HUFF_BAD_CODE:
    case JWRN_HIT_MARKER:
    case JWRN_MUST_RESYNC:
    case JWRN_JPEG_EOF:
        ++listener.heard.faults;
        break;
    default:
        break;
    }
}

void sayNothing(j_common_ptr) {}

/// At an eighth of the size nothing but the codes has to be followed. Its memory is the decoder's, so that a jump out
/// of it passes no object of ours.
void follow(jpeg_decompress_struct &decoder)
{
    jpeg_read_header(&decoder, TRUE);
    listenerOf(reinterpret_cast<j_common_ptr>(&decoder)).heard.extra =
        0; // between segments: JpegSegments tells of that
    decoder.scale_num = 1;
    decoder.scale_denom = 8;
    decoder.out_color_space = decoder.jpeg_color_space;
    jpeg_start_decompress(&decoder);
    const JDIMENSION row = decoder.output_width * JDIMENSION(decoder.output_components);
    const JSAMPARRAY rows = decoder.mem->alloc_sarray(reinterpret_cast<j_common_ptr>(&decoder), JPOOL_IMAGE, row, 1);
    UnitLevels &levels = listenerOf(reinterpret_cast<j_common_ptr>(&decoder)).levels;
    levels.begin(decoder);
    while (decoder.output_scanline < decoder.output_height) {
        const std::size_t y = decoder.output_scanline;
        jpeg_read_scanlines(&decoder, rows, 1);
        levels.take(y, rows[0]);
    }
    jpeg_finish_decompress(&decoder);
}

/// How often the last byte of the last scan stands there.
std::int64_t repeatedAtEnd(std::string_view bytes)
{
    JpegSegments segments(bytes);
    std::string_view last;
    while (const auto segment = segments.next()) {
        if (segment->marker == JpegMarker::StartOfScan)
            last = segments.scan();
    }
    const std::size_t other = last.empty() ? std::string_view::npos : last.find_last_not_of(last.back());
    return std::int64_t(last.size()) - (other == std::string_view::npos ? 0 : std::int64_t(other) + 1);
}

} // namespace

JpegData readJpegData(std::string_view bytes)
{
    if (sniffImageFormat(bytes) != ImageFormat::Jpeg)
        return {};
    Listener listener{};
    jpeg_decompress_struct decoder{};
    decoder.err = jpeg_std_error(&listener.base);
    listener.base.error_exit = stop;
    listener.base.emit_message = hear;
    listener.base.output_message = sayNothing;
    if (setjmp(listener.out) == 0) { // NOLINT(cert-err52-cpp): the library is C, its errors come no other way
        jpeg_create_decompress(&decoder);
        jpeg_mem_src(&decoder, reinterpret_cast<const unsigned char *>(bytes.data()), bytes.size());
        follow(decoder);
        listener.heard.step = listener.levels.greatestStep();
    }
    jpeg_destroy_decompress(&decoder);
    constexpr std::int64_t readAhead = 2; // of what is left over, that much may have been taken for bits
    if (listener.heard.extra > 0 && repeatedAtEnd(bytes) + readAhead >= listener.heard.extra)
        listener.heard.extra = 0;
    return listener.heard;
}

} // namespace zsb
