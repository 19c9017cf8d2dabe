#include "ui/widgets/actionspec.h"

#include <QtGlobal>

#include <array>

namespace zsb {

namespace {

using enum ActionMenu;

// clang-format off
#define T(text) QT_TRANSLATE_NOOP("zsb::Actions", text)
constexpr std::array table{
    //         id                      text                        menu      group keys                   pane keys          icon             page
    ActionSpec{"file.open",            T("打开数据(&O)…"),         File,     0, "Ctrl+O",                 "",                "folder",        ""},
    ActionSpec{"file.import",          T("导入名册与材料(&I)…"),   File,     0, "Ctrl+I",                 "",                "import",        ""},
    ActionSpec{"file.quit",            T("退出(&X)"),              File,     1, "Ctrl+Q",                 "",                "",              ""},

    ActionSpec{"review.undo",          T("撤销上一决定(&U)"),      Edit,     0, "Ctrl+Z",                 "U",               "undo",          "review"},
    ActionSpec{"review.copyNumber",    T("复制证件号码(&C)"),      Edit,     1, "Ctrl+Shift+C",           "",                "copy",          "review"},
    ActionSpec{"edit.find",            T("查找(&F)"),              Edit,     1, "F3; Ctrl+F",             "",                "search",        ""},

    ActionSpec{"space.home",           T("工作台(&W)"),            View,     0, "Ctrl+1",                 "",                "home",          "", true},
    ActionSpec{"space.review",         T("审核(&R)"),              View,     0, "Ctrl+2",                 "",                "review",        "", true},
    ActionSpec{"space.exchange",       T("导入(&I)"),              View,     0, "Ctrl+3",                 "",                "import",        "", true},
    ActionSpec{"view.nextPane",        T("下一窗格(&N)"),          View,     1, "F6",                     "",                "",              ""},
    ActionSpec{"view.previousPane",    T("上一窗格(&P)"),          View,     1, "Shift+F6",               "",                "",              ""},
    ActionSpec{"view.refresh",         T("刷新(&E)"),              View,     1, "F5",                     "",                "refresh",       ""},
    ActionSpec{"viewer.fit",           T("适合窗口(&F)"),          View,     2, "Ctrl+0",                 "",                "fit",           "review"},
    ActionSpec{"viewer.actual",        T("实际大小(&A)"),          View,     2, "Ctrl+Alt+0",             "",                "actual",        "review"},
    ActionSpec{"viewer.zoomIn",        T("放大(&Z)"),              View,     2, "Ctrl+=; Ctrl++",         "",                "zoom-in",       "review"},
    ActionSpec{"viewer.zoomOut",       T("缩小(&O)"),              View,     2, "Ctrl+-",                 "",                "zoom-out",      "review"},
    ActionSpec{"viewer.rotateLeft",    T("左转(&L)"),              View,     2, "Ctrl+Left",              "",                "rotate-left",   "review"},
    ActionSpec{"viewer.rotateRight",   T("右转(&T)"),              View,     2, "Ctrl+Right",             "",                "rotate-right",  "review"},
    ActionSpec{"view.fullScreen",      T("全屏(&U)"),              View,     3, "F11",                    "",                "fullscreen",    "", true},
    ActionSpec{"view.resetLayout",     T("复位布局(&B)"),          View,     3, "",                       "",                "",              ""},
    ActionSpec{"view.theme.system",    T("跟随系统(&S)"),          Theme,    0, "",                       "",                "",              "", true},
    ActionSpec{"view.theme.light",     T("浅色(&L)"),              Theme,    0, "",                       "",                "",              "", true},
    ActionSpec{"view.theme.dark",      T("深色(&D)"),              Theme,    0, "",                       "",                "",              "", true},
    ActionSpec{"view.language.zh",     T("中文(&Z)"),              Language, 0, "",                       "",                "",              "", true},
    ActionSpec{"view.language.en",     T("English(&E)"),           Language, 0, "",                       "",                "",              "", true},

    ActionSpec{"review.claim",         T("领取一批(&G)"),          Review,   0, "Ctrl+G",                 "",                "claim",         "review"},
    ActionSpec{"review.release",       T("归还(&B)"),              Review,   0, "Ctrl+Shift+G",           "",                "release",       "review"},
    ActionSpec{"review.nextCheck",     T("下一检查项(&S)"),        Review,   1, "",                       "Space; Num Enter", "",             "review"},
    ActionSpec{"review.previousCheck", T("上一检查项(&K)"),        Review,   1, "",                       "Backspace; Num .", "",             "review"},
    ActionSpec{"review.confirm",       T("认定问题(&C)"),          Review,   1, "Ctrl+Return",            "Return",          "confirm",       "review"},
    ActionSpec{"review.dismiss",       T("排除问题(&M)…"),         Review,   1, "Ctrl+Del",               "Del",             "dismiss",       "review"},
    ActionSpec{"review.approve",       T("通过并下一份(&A)"),      Review,   2, "F8",                     "A; Num +",        "approve",       "review"},
    ActionSpec{"review.return",        T("退回补正(&R)…"),         Review,   2, "F9",                     "R; Num -",        "return",        "review"},
    ActionSpec{"review.refuse",        T("不通过(&X)…"),           Review,   2, "Ctrl+F9",                "X",               "refuse",        "review"},
    ActionSpec{"review.doubt",         T("存疑上报(&D)…"),         Review,   2, "F12",                    "H; Num *",        "doubt",         "review"},
    ActionSpec{"review.nextFile",      T("下一份(&N)"),            Review,   3, "Ctrl+PgDown",            "J; Num 9",        "next",          "review"},
    ActionSpec{"review.previousFile",  T("上一份(&P)"),            Review,   3, "Ctrl+PgUp",              "K; Num 3",        "previous",      "review"},
    ActionSpec{"review.goto",          T("跳到编号(&J)…"),         Review,   3, "Ctrl+J",                 "",                "",              "review"},
    ActionSpec{"review.differences",   T("只看不同(&F)"),          Review,   4, "Ctrl+D",                 "",                "",              "review", true},
    ActionSpec{"review.compare",       T("比较(&T)"),              Review,   4, "Ctrl+T",                 "",                "compare",       "review"},
    ActionSpec{"review.note",          T("备注(&O)…"),             Review,   4, "Ctrl+M",                 "",                "note",          "review"},
    ActionSpec{"review.history",       T("历史(&H)…"),             Review,   4, "Ctrl+H",                 "",                "history",       "review"},
    ActionSpec{"review.material",      T("看第几份材料"),          None,     5, "",                       "1; 2; 3; 4; 5; 6", "",             "review"},
    ActionSpec{"review.portrait",      T("看照片"),                None,     5, "",                       "0",               "",              "review"},
    ActionSpec{"review.step1",         T("第 1 步的数据"),         None,     6, "Alt+1",                  "",                "",              "review"},
    ActionSpec{"review.step2",         T("第 2 步的数据"),         None,     6, "Alt+2",                  "",                "",              "review"},
    ActionSpec{"review.step3",         T("第 3 步的数据"),         None,     6, "Alt+3",                  "",                "",              "review"},
    ActionSpec{"review.step4",         T("第 4 步的数据"),         None,     6, "Alt+4",                  "",                "",              "review"},
    ActionSpec{"review.step5",         T("第 5 步的数据"),         None,     6, "Alt+5",                  "",                "",              "review"},
    ActionSpec{"review.step6",         T("第 6 步的数据"),         None,     6, "Alt+6",                  "",                "",              "review"},
    ActionSpec{"review.step7",         T("第 7 步的数据"),         None,     6, "Alt+7",                  "",                "",              "review"},
    ActionSpec{"review.step8",         T("第 8 步的数据"),         None,     6, "Alt+8",                  "",                "",              "review"},

    ActionSpec{"help.keys",            T("快捷键一览(&K)"),        Help,     0, "Ctrl+/",                 "",                "keyboard",      ""},
    ActionSpec{"help.about",           T("关于与诊断(&A)"),        Help,     1, "",                       "",                "info",          ""},
};
#undef T
// clang-format on

} // namespace

std::span<const ActionSpec> actionTable()
{
    return table;
}

} // namespace zsb
