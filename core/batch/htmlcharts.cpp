#include "core/batch/htmlcharts.h"

#include "core/base/text.h"
#include "core/batch/htmltext.h"

#include <algorithm>
#include <array>

namespace zsb {
namespace {

constexpr int width = 720;
constexpr int labelWidth = 210;
constexpr int numberWidth = 200;
constexpr int barWidth = width - labelWidth - numberWidth;
constexpr int rowHeight = 26;
constexpr std::size_t labelLetters = 15;

std::string number(double value)
{
    const auto tenths = std::int64_t(value * 10 + 0.5);
    return std::to_string(tenths / 10) + '.' + std::to_string(tenths % 10);
}

/// Han letters are twice as wide as others.
std::string shortened(std::string_view label)
{
    std::string_view rest = label;
    std::size_t halves = 0;
    while (!rest.empty()) {
        const std::string_view before = rest;
        halves += takeCodePoint(rest) >= 0x2E80 ? 2 : 1;
        if (halves > labelLetters * 2)
            return std::string(label.substr(0, label.size() - before.size())) + "…";
    }
    return std::string(label);
}

void appendText(std::string &svg, double x, int y, std::string_view anchor, std::string_view text)
{
    svg += "<text x=\"" + number(x) + "\" y=\"" + std::to_string(y) + "\" text-anchor=\"";
    svg += anchor;
    svg += "\">";
    appendHtml(svg, text);
    svg += "</text>";
}

void appendRect(std::string &svg, std::string_view kind, double x, int y, double wide)
{
    svg += "<rect class=\"";
    svg += kind;
    svg += "\" x=\"" + number(x) + "\" y=\"" + std::to_string(y) + "\" width=\"" + number(wide) + "\" height=\"16\"/>";
}

std::string opened(std::string_view title, std::size_t rows)
{
    std::string svg = "<svg class=\"chart\" xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" viewBox=\"0 0 " +
                      std::to_string(width) + ' ' + std::to_string(int(rows) * rowHeight) + "\"><title>";
    appendHtml(svg, title);
    svg += "</title>";
    return svg;
}

} // namespace

std::string barChart(std::string_view title, const std::vector<ChartBar> &bars)
{
    std::string svg = opened(title, bars.size());
    std::int64_t most = 1;
    for (const ChartBar &bar : bars)
        most = std::max(most, bar.value);
    int y = 0;
    for (const ChartBar &bar : bars) {
        const double wide = double(barWidth) * double(bar.value) / double(most);
        appendText(svg, labelWidth - 10, y + 17, "end", shortened(bar.label));
        appendRect(svg, "plain", labelWidth, y + 5, std::max(wide, 1.0));
        appendText(svg, labelWidth + wide + 8, y + 17, "start", groupedNumber(bar.value));
        y += rowHeight;
    }
    return svg + "</svg>\n";
}

std::string stackChart(std::string_view title, const std::vector<ChartStack> &stacks)
{
    std::string svg = opened(title, stacks.size());
    int y = 0;
    for (const ChartStack &stack : stacks) {
        const auto whole = double(std::max<std::int64_t>(stack.counts.checked, 1));
        appendText(svg, labelWidth - 10, y + 17, "end", shortened(stack.label));
        const std::array<std::pair<std::string_view, std::int64_t>, 3> parts = {{{"clean", stack.counts.clean()},
                                                                                 {"warning", stack.counts.withWarnings},
                                                                                 {"error", stack.counts.withErrors}}};
        double x = labelWidth;
        for (const auto &[kind, rows] : parts) {
            if (rows == 0)
                continue;
            const double wide = double(barWidth) * double(rows) / whole;
            appendRect(svg, kind, x, y + 5, wide);
            x += wide;
        }
        appendText(svg, x + 8, y + 17, "start",
                   "✔ " + groupedNumber(stack.counts.clean()) + "  ▲ " + groupedNumber(stack.counts.withWarnings) +
                       "  ✖ " + groupedNumber(stack.counts.withErrors));
        y += rowHeight;
    }
    return svg + "</svg>\n";
}

std::string_view chartPatterns()
{
    return R"svg(<svg class="patterns" xmlns="http://www.w3.org/2000/svg" width="0" height="0" aria-hidden="true"><defs>
<pattern id="dots" width="6" height="6" patternUnits="userSpaceOnUse"><rect width="6" height="6" fill="#f3d58e"/>
<circle cx="3" cy="3" r="1.4" fill="#7a5200"/></pattern>
<pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
<rect width="6" height="6" fill="#e9a19c"/><rect width="3" height="6" fill="#b3261e"/></pattern>
</defs></svg>
)svg";
}

} // namespace zsb
