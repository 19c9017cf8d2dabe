#include "core/demo/demowords.h"

#include <array>

namespace zsb {
namespace {

using Words = std::string_view;

constexpr std::array<Words, 40> familyNames = {"王", "李", "张", "刘", "陈", "杨", "赵", "黄", "周", "吴",
                                               "徐", "孙", "胡", "朱", "高", "林", "何", "郭", "马", "罗",
                                               "梁", "宋", "郑", "谢", "韩", "唐", "冯", "于", "董", "萧",
                                               "程", "曹", "袁", "邓", "许", "傅", "沈", "曾", "单", "欧阳"};
constexpr std::array<Words, 24> maleSyllables = {"伟", "强", "磊", "军", "洋", "勇", "杰", "涛",
                                                 "明", "超", "刚", "平", "辉", "鹏", "宇", "浩",
                                                 "凯", "健", "志", "文", "斌", "峰", "龙", "博"};
constexpr std::array<Words, 24> femaleSyllables = {"芳", "娜", "敏", "静", "丽", "艳", "娟", "霞",
                                                   "燕", "玲", "婷", "雪", "琳", "晶", "欣", "怡",
                                                   "佳", "颖", "慧", "洁", "梅", "莉", "倩", "蕊"};
constexpr std::array<Words, 14> mongolMale = {"巴特尔", "朝鲁", "孟和",   "那顺", "毕力格", "阿古拉", "苏和",
                                              "布和",   "宝音", "额尔敦", "哈斯", "呼和",   "达来",   "吉日嘎拉"};
constexpr std::array<Words, 14> mongolFemale = {"其其格", "乌日娜", "娜仁",   "高娃",   "斯琴", "萨日娜", "图雅",
                                                "格日勒", "乌云",   "苏日娜", "阿茹娜", "塔娜", "珊丹",   "敖登"};
constexpr std::array<Words, 4> mongolScript = {"ᠪᠠᠭᠠᠲᠤᠷ", "ᠰᠣᠯᠣᠩᠭᠠ", "ᠨᠠᠷᠠᠨ", "ᠮᠥᠩᠬᠡ"};
constexpr std::array<Words, 6> clans = {"阿拉坦", "博尔济", "那仁", "古日班", "特木尔", "乌力吉"};
constexpr std::array<Words, 12> streets = {"新华大街", "锡林路", "青山路", "民族东路", "学府街", "昭乌达路",
                                           "兴安路",   "团结街", "滨河路", "友谊大街", "迎宾路", "草原路"};
constexpr std::array<Words, 4> outsideColleges = {"华北示例职业技术学院", "东海示例职业学院", "江南示例工程职业学院",
                                                  "西岭示例医药高等专科学校"};
constexpr std::array<Words, 4> deeds = {"服役期间表现良好，完成各项任务。", "连队嘉奖一次，年度考核称职。",
                                        "参加驻训任务，获优秀义务兵。", "表现优秀，获三等功一次。"};

constexpr DemoWords words = {familyNames,  maleSyllables, femaleSyllables, mongolMale,      mongolFemale,
                             mongolScript, clans,         streets,         outsideColleges, deeds};

} // namespace

const DemoWords &demoWords()
{
    return words;
}

} // namespace zsb
