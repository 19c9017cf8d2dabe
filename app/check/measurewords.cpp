#include "app/check/measurewords.h"

#include "core/policy/portraitmeasure.h"
#include "core/policy/scanmeasure.h"

#include <algorithm>
#include <array>

namespace zsb {
namespace {

template<typename Table>
std::vector<MeasureWords> wordsOf(const Table &table)
{
    std::vector<MeasureWords> words;
    for (const auto &info : table)
        words.push_back({info.id, info.unit, info.formula, info.source});
    return words;
}

struct UnitWord
{
    std::string_view id;
    std::string_view zh;
};
constexpr std::array unitWords = {
    UnitWord{"0 or 1", "0 或 1"},
    UnitWord{"share", "占比"},
    UnitWord{"share of height", "占高度"},
    UnitWord{"share of width", "占宽度"},
    UnitWord{"ratio", "比值"},
    UnitWord{"log ratio", "对数比"},
    UnitWord{"log power", "对数功率"},
    UnitWord{"degrees", "度"},
    UnitWord{"pixels", "像素"},
    UnitWord{"pixels of the crop", "像素（归一化脸）"},
    UnitWord{"grey levels", "灰度级"},
    UnitWord{"Lab units", "Lab 单位"},
    UnitWord{"faces", "张"},
    UnitWord{"score", "分"},
    UnitWord{"1/pixel", "1/像素"},
    UnitWord{"eye distance squared", "眼距平方"},
    UnitWord{"kinds", "种"},
    UnitWord{"corners", "个"},
    UnitWord{"strokes", "处"},
    UnitWord{"seals", "枚"},
    UnitWord{"thousandths of the page", "页面千分之"},
};

} // namespace

std::string_view unitName(std::string_view unit, Language language)
{
    const auto at = std::ranges::find(unitWords, unit, &UnitWord::id);
    return language == Language::Chinese && at != unitWords.end() ? at->zh : unit;
}

std::vector<MeasureWords> portraitMeasureWords()
{
    return wordsOf(portraitMeasures());
}

std::vector<MeasureWords> scanMeasureWords()
{
    return wordsOf(scanMeasures());
}

} // namespace zsb
