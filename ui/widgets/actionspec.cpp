#include "ui/widgets/actionspec.h"

#include <QtGlobal>

#include <array>

namespace zsb {

namespace {

using enum ActionMenu;

// clang-format off
constexpr std::array table{
    //         id                      text                        menu      group keys                   pane keys          icon             page
    ActionSpec{"file.open",            QT_TRANSLATE_NOOP("zsb::Actions", "打开数据(&O)…"), File,     0, "Ctrl+O",                 "",                "folder",        ""},
    ActionSpec{"file.import",          QT_TRANSLATE_NOOP("zsb::Actions", "导入名册与材料(&I)…"), File,     0, "Ctrl+I",                 "",                "import",        ""},
    ActionSpec{"file.reviewer",        QT_TRANSLATE_NOOP("zsb::Actions", "审核人(&R)…"), File,     0, "",                       "",                "people",        ""},
    ActionSpec{"file.connect",          QT_TRANSLATE_NOOP("zsb::Actions", "连接服务器(&E)…"), File,     0, "Ctrl+Shift+O",            "",                "sync", ""},
    ActionSpec{"file.lock",            QT_TRANSLATE_NOOP("zsb::Actions", "锁定(&L)"), File,     1, "Ctrl+L",                 "",                "",              ""},
    ActionSpec{"file.lockSettings",    QT_TRANSLATE_NOOP("zsb::Actions", "锁定设置(&S)…"), File,     1, "",                       "",                "",              ""},
    ActionSpec{"file.quit",            QT_TRANSLATE_NOOP("zsb::Actions", "退出(&X)"), File,     1, "Ctrl+Q",                 "",                "",              ""},

    ActionSpec{"review.undo",          QT_TRANSLATE_NOOP("zsb::Actions", "撤销上一决定(&U)"), Edit,     0, "Ctrl+Z",                 "U",               "undo",          "review"},
    ActionSpec{"review.copyNumber",    QT_TRANSLATE_NOOP("zsb::Actions", "复制证件号码(&C)"), Edit,     1, "Ctrl+Shift+C",           "",                "copy",          "review"},
    ActionSpec{"edit.find",            QT_TRANSLATE_NOOP("zsb::Actions", "查找(&F)"), Edit,     1, "F3; Ctrl+F",             "",                "search",        ""},

    ActionSpec{"space.home",           QT_TRANSLATE_NOOP("zsb::Actions", "工作台(&W)"), View,     0, "Ctrl+1",                 "",                "home",          "", true},
    ActionSpec{"space.review",         QT_TRANSLATE_NOOP("zsb::Actions", "审核(&R)"), View,     0, "Ctrl+2",                 "",                "review",        "", true},
    ActionSpec{"space.exchange",       QT_TRANSLATE_NOOP("zsb::Actions", "导入(&I)"), View,     0, "Ctrl+3",                 "",                "import",        "", true},
    ActionSpec{"space.sync",            QT_TRANSLATE_NOOP("zsb::Actions", "同步(&Y)"), View,     0, "Ctrl+4",                  "",                "sync", "", true},
    ActionSpec{"view.palette",         QT_TRANSLATE_NOOP("zsb::Actions", "命令面板(&C)…"), View,     1, "Ctrl+Shift+P; Ctrl+K",   "",                "search",        ""},
    ActionSpec{"view.nextPane",        QT_TRANSLATE_NOOP("zsb::Actions", "下一窗格(&N)"), View,     1, "F6",                     "",                "",              ""},
    ActionSpec{"view.previousPane",    QT_TRANSLATE_NOOP("zsb::Actions", "上一窗格(&P)"), View,     1, "Shift+F6",               "",                "",              ""},
    ActionSpec{"view.refresh",         QT_TRANSLATE_NOOP("zsb::Actions", "刷新(&E)"), View,     1, "F5",                     "",                "refresh",       ""},
    ActionSpec{"viewer.fit",           QT_TRANSLATE_NOOP("zsb::Actions", "适合窗口(&F)"), View,     2, "Ctrl+0",                 "",                "fit",           "review"},
    ActionSpec{"viewer.actual",        QT_TRANSLATE_NOOP("zsb::Actions", "实际大小(&A)"), View,     2, "Ctrl+Alt+0",             "",                "actual",        "review"},
    ActionSpec{"viewer.zoomIn",        QT_TRANSLATE_NOOP("zsb::Actions", "放大(&Z)"), View,     2, "Ctrl+=; Ctrl++",         "",                "zoom-in",       "review"},
    ActionSpec{"viewer.zoomOut",       QT_TRANSLATE_NOOP("zsb::Actions", "缩小(&O)"), View,     2, "Ctrl+-",                 "",                "zoom-out",      "review"},
    ActionSpec{"viewer.rotateLeft",    QT_TRANSLATE_NOOP("zsb::Actions", "左转(&L)"), View,     2, "Ctrl+Left",              "",                "rotate-left",   "review"},
    ActionSpec{"viewer.rotateRight",   QT_TRANSLATE_NOOP("zsb::Actions", "右转(&T)"), View,     2, "Ctrl+Right",             "",                "rotate-right",  "review"},
    ActionSpec{"viewer.magnifier",     QT_TRANSLATE_NOOP("zsb::Actions", "放大镜(&K)"), View,     2, "",                       "M",               "search",        "review", true},
    ActionSpec{"viewer.compare",       QT_TRANSLATE_NOOP("zsb::Actions", "比较(&D)…"), View,     2, "Ctrl+T",                 "",                "table",         "review"},
    ActionSpec{"viewer.texts",         QT_TRANSLATE_NOOP("zsb::Actions", "识别结果与标记(&Q)"), View,     2, "F7",                     "",                "texts",         "review", true},
    ActionSpec{"viewer.overlays",      QT_TRANSLATE_NOOP("zsb::Actions", "照片测量图(&J)"), View,     2, "Ctrl+M",                 "G",               "portrait",      "review", true},
    ActionSpec{"viewer.original",      QT_TRANSLATE_NOOP("zsb::Actions", "取原图(&X)"), View,     2, "Ctrl+Shift+Y",           "",                "import",        "review"},
    ActionSpec{"view.fullScreen",      QT_TRANSLATE_NOOP("zsb::Actions", "全屏(&U)"), View,     3, "F11",                    "",                "fullscreen",    "", true},
    ActionSpec{"view.resetLayout",     QT_TRANSLATE_NOOP("zsb::Actions", "复位布局(&B)"), View,     3, "",                       "",                "",              ""},
    ActionSpec{"view.theme.system",    QT_TRANSLATE_NOOP("zsb::Actions", "跟随系统(&S)"), Theme,    0, "",                       "",                "",              "", true},
    ActionSpec{"view.theme.light",     QT_TRANSLATE_NOOP("zsb::Actions", "浅色(&L)"), Theme,    0, "",                       "",                "",              "", true},
    ActionSpec{"view.theme.dark",      QT_TRANSLATE_NOOP("zsb::Actions", "深色(&D)"), Theme,    0, "",                       "",                "",              "", true},
    ActionSpec{"view.language.zh",     QT_TRANSLATE_NOOP("zsb::Actions", "中文(&Z)"), Language, 0, "",                       "",                "",              "", true},
    ActionSpec{"view.language.en",     QT_TRANSLATE_NOOP("zsb::Actions", "English(&E)"), Language, 0, "",                       "",                "",              "", true},

    ActionSpec{"review.claim",         QT_TRANSLATE_NOOP("zsb::Actions", "领取一批(&G)"), Review,   0, "Ctrl+G",                 "",                "claim",         "review"},
    ActionSpec{"review.release",       QT_TRANSLATE_NOOP("zsb::Actions", "归还这份(&B)"), Review,   0, "Ctrl+Shift+G",           "",                "release",       "review"},
    ActionSpec{"review.nextCheck",     QT_TRANSLATE_NOOP("zsb::Actions", "下一检查项(&S)"), Review,   1, "",                       "Space; Num Enter", "",             "review"},
    ActionSpec{"review.previousCheck", QT_TRANSLATE_NOOP("zsb::Actions", "上一检查项(&K)"), Review,   1, "",                       "Backspace; Num .", "",             "review"},
    ActionSpec{"review.confirm",       QT_TRANSLATE_NOOP("zsb::Actions", "认定问题(&C)"), Review,   1, "Ctrl+Return",            "Return",          "confirm",       "review"},
    ActionSpec{"review.dismiss",       QT_TRANSLATE_NOOP("zsb::Actions", "排除问题(&M)…"), Review,   1, "Ctrl+Del",               "Del",             "dismiss",       "review"},
    ActionSpec{"review.approve",       QT_TRANSLATE_NOOP("zsb::Actions", "通过并下一份(&A)"), Review,   2, "F8",                     "A; Num +",        "approve",       "review"},
    ActionSpec{"review.return",        QT_TRANSLATE_NOOP("zsb::Actions", "退回补正(&R)…"), Review,   2, "F9",                     "R; Num -",        "return",        "review"},
    ActionSpec{"review.refuse",        QT_TRANSLATE_NOOP("zsb::Actions", "不通过(&X)…"), Review,   2, "Ctrl+F9",                "X",               "refuse",        "review"},
    ActionSpec{"review.doubt",         QT_TRANSLATE_NOOP("zsb::Actions", "存疑上报(&D)…"), Review,   2, "F12",                    "H; Num *",        "doubt",         "review"},
    ActionSpec{"review.nextFile",      QT_TRANSLATE_NOOP("zsb::Actions", "下一份(&N)"), Review,   3, "Ctrl+PgDown",            "J; Num 9",        "next",          "review"},
    ActionSpec{"review.previousFile",  QT_TRANSLATE_NOOP("zsb::Actions", "上一份(&P)"), Review,   3, "Ctrl+PgUp",              "K; Num 3",        "previous",      "review"},
    ActionSpec{"review.goto",          QT_TRANSLATE_NOOP("zsb::Actions", "跳到编号(&J)…"), Review,   3, "Ctrl+J",                 "",                "",              "review"},
    ActionSpec{"review.recent",        QT_TRANSLATE_NOOP("zsb::Actions", "最近决定(&L)"), Review,   3, "Ctrl+B",                 "",                "",              "review"},
    ActionSpec{"review.reopenLast",    QT_TRANSLATE_NOOP("zsb::Actions", "再看上一决定(&V)"), Review,   3, "Ctrl+Shift+B",           "",                "",              "review"},
    ActionSpec{"review.views",         QT_TRANSLATE_NOOP("zsb::Actions", "我的视图(&W)…"), Review,   4, "Ctrl+Shift+V",           "V",               "table",         "review"},
    ActionSpec{"review.saveView",      QT_TRANSLATE_NOOP("zsb::Actions", "保存视图(&E)…"), Review,   4, "Ctrl+Shift+S",           "",                "",              "review"},
    ActionSpec{"review.tags",          QT_TRANSLATE_NOOP("zsb::Actions", "标签(&T)…"), Review,   4, "Ctrl+Shift+T",           "T",               "",                "review"},
    ActionSpec{"review.fitPortrait",   QT_TRANSLATE_NOOP("zsb::Actions", "制作合规格的照片副本(&I)"), Review,   4, "",                       "",                "",              "review"},
    ActionSpec{"review.order.urgency", QT_TRANSLATE_NOOP("zsb::Actions", "按期限排序(&U)"), Order,    0, "",                       "",                "",              "review", true},
    ActionSpec{"review.order.number",  QT_TRANSLATE_NOOP("zsb::Actions", "按报名号排序(&N)"), Order,    0, "",                       "",                "",              "review", true},
    ActionSpec{"review.order.name",    QT_TRANSLATE_NOOP("zsb::Actions", "按姓名排序(&M)"), Order,    0, "",                       "",                "",              "review", true},
    ActionSpec{"review.differences",   QT_TRANSLATE_NOOP("zsb::Actions", "只看问题(&F)"), Review,   4, "Ctrl+D",                 "",                "",              "review", true},
    ActionSpec{"review.history",       QT_TRANSLATE_NOOP("zsb::Actions", "历史(&H)…"), Review,   4, "Ctrl+H",                 "",                "history",       "review"},
    ActionSpec{"review.material",      QT_TRANSLATE_NOOP("zsb::Actions", "看第 1–6 份材料"), None,     5, "",                       "1; 2; 3; 4; 5; 6", "",             "review"},
    ActionSpec{"review.portrait",      QT_TRANSLATE_NOOP("zsb::Actions", "看照片"), None,     5, "",                       "0",               "",              "review"},
    ActionSpec{"review.step1",         QT_TRANSLATE_NOOP("zsb::Actions", "第 1 步的数据"), None,     6, "Alt+1",                  "",                "",              "review"},
    ActionSpec{"review.step2",         QT_TRANSLATE_NOOP("zsb::Actions", "第 2 步的数据"), None,     6, "Alt+2",                  "",                "",              "review"},
    ActionSpec{"review.step3",         QT_TRANSLATE_NOOP("zsb::Actions", "第 3 步的数据"), None,     6, "Alt+3",                  "",                "",              "review"},
    ActionSpec{"review.step4",         QT_TRANSLATE_NOOP("zsb::Actions", "第 4 步的数据"), None,     6, "Alt+4",                  "",                "",              "review"},
    ActionSpec{"review.step5",         QT_TRANSLATE_NOOP("zsb::Actions", "第 5 步的数据"), None,     6, "Alt+5",                  "",                "",              "review"},
    ActionSpec{"review.step6",         QT_TRANSLATE_NOOP("zsb::Actions", "第 6 步的数据"), None,     6, "Alt+6",                  "",                "",              "review"},
    ActionSpec{"review.step7",         QT_TRANSLATE_NOOP("zsb::Actions", "第 7 步的数据"), None,     6, "Alt+7",                  "",                "",              "review"},
    ActionSpec{"review.step8",         QT_TRANSLATE_NOOP("zsb::Actions", "第 8 步的数据"), None,     6, "Alt+8",                  "",                "",              "review"},
    ActionSpec{"review.tag1",          QT_TRANSLATE_NOOP("zsb::Actions", "加上或去掉标签 1"), None,     7, "Ctrl+Alt+1",             "",                "",              "review"},
    ActionSpec{"review.tag2",          QT_TRANSLATE_NOOP("zsb::Actions", "加上或去掉标签 2"), None,     7, "Ctrl+Alt+2",             "",                "",              "review"},
    ActionSpec{"review.tag3",          QT_TRANSLATE_NOOP("zsb::Actions", "加上或去掉标签 3"), None,     7, "Ctrl+Alt+3",             "",                "",              "review"},
    ActionSpec{"review.tag4",          QT_TRANSLATE_NOOP("zsb::Actions", "加上或去掉标签 4"), None,     7, "Ctrl+Alt+4",             "",                "",              "review"},
    ActionSpec{"review.tag5",          QT_TRANSLATE_NOOP("zsb::Actions", "加上或去掉标签 5"), None,     7, "Ctrl+Alt+5",             "",                "",              "review"},
    ActionSpec{"review.tag6",          QT_TRANSLATE_NOOP("zsb::Actions", "加上或去掉标签 6"), None,     7, "Ctrl+Alt+6",             "",                "",              "review"},
    ActionSpec{"review.tag7",          QT_TRANSLATE_NOOP("zsb::Actions", "加上或去掉标签 7"), None,     7, "Ctrl+Alt+7",             "",                "",              "review"},
    ActionSpec{"review.tag8",          QT_TRANSLATE_NOOP("zsb::Actions", "加上或去掉标签 8"), None,     7, "Ctrl+Alt+8",             "",                "",              "review"},
    ActionSpec{"review.tag9",          QT_TRANSLATE_NOOP("zsb::Actions", "加上或去掉标签 9"), None,     7, "Ctrl+Alt+9",             "",                "",              "review"},

    ActionSpec{"sync.now",              QT_TRANSLATE_NOOP("zsb::Actions", "立即同步(&N)"), Sync,     0, "Ctrl+F5",                 "",                "refresh", ""},
    ActionSpec{"sync.pause",            QT_TRANSLATE_NOOP("zsb::Actions", "暂停(&P)"), Sync,     0, "",                        "",                "", "", true},
    ActionSpec{"sync.signIn",           QT_TRANSLATE_NOOP("zsb::Actions", "登录(&L)…"), Sync,     0, "",                        "",                "people", ""},
    ActionSpec{"sync.rules",            QT_TRANSLATE_NOOP("zsb::Actions", "换用新规则包(&1)"), Sync,     0, "",                        "",                "", ""},
    ActionSpec{"sync.reconcile",        QT_TRANSLATE_NOOP("zsb::Actions", "对账(&R)"), Sync,     1, "",                        "",                "confirm", ""},
    ActionSpec{"sync.diagnose",         QT_TRANSLATE_NOOP("zsb::Actions", "网络诊断(&D)"), Sync,     1, "",                        "",                "search", ""},
    ActionSpec{"sync.capture",          QT_TRANSLATE_NOOP("zsb::Actions", "手机采集(&G)…"), Sync,     2, "Ctrl+Shift+M",            "",                "", ""},
    ActionSpec{"sync.handBack",         QT_TRANSLATE_NOOP("zsb::Actions", "归还全部(&B)"), Sync,     2, "",                        "",                "release", ""},
    ActionSpec{"sync.fetch",            QT_TRANSLATE_NOOP("zsb::Actions", "取全部原图(&F)"), Sync,     2, "",                        "",                "import", "sync"},
    ActionSpec{"sync.withdraw",         QT_TRANSLATE_NOOP("zsb::Actions", "撤销这一项(&W)"), Sync,     3, "",                        "",                "undo", "sync"},
    ActionSpec{"sync.openArrival",      QT_TRANSLATE_NOOP("zsb::Actions", "打开档案(&O)"), Sync,     3, "",                        "",                "review", "sync"},
    ActionSpec{"sync.keep",             QT_TRANSLATE_NOOP("zsb::Actions", "知道了(&K)"), Sync,     4, "",                        "",                "confirm", "sync"},
    ActionSpec{"sync.reapply",          QT_TRANSLATE_NOOP("zsb::Actions", "照原样重做(&A)"), Sync,     4, "",                        "",                "approve", "sync"},
    ActionSpec{"sync.open",             QT_TRANSLATE_NOOP("zsb::Actions", "打开这份(&S)"), Sync,     4, "",                        "",                "review", "sync"},
    ActionSpec{"sync.export",           QT_TRANSLATE_NOOP("zsb::Actions", "导出离线包(&X)…"), Sync,     5, "",                        "",                "", "sync"},
    ActionSpec{"sync.import",           QT_TRANSLATE_NOOP("zsb::Actions", "收进离线包(&I)…"), Sync,     5, "",                        "",                "import", "sync"},
    ActionSpec{"sync.accounts.find",    QT_TRANSLATE_NOOP("zsb::Actions", "查找考生账号(&Q)"), Sync,     6, "Ctrl+Alt+F",              "",                "search", "sync"},
    ActionSpec{"sync.accounts.assist",  QT_TRANSLATE_NOOP("zsb::Actions", "代为注册(&E)…"), Sync,     6, "Ctrl+Alt+N",              "",                "people", "sync"},
    ActionSpec{"sync.accounts.reset",   QT_TRANSLATE_NOOP("zsb::Actions", "重设密码(&M)…"), Sync,     6, "Ctrl+Alt+R",              "",                "", "sync"},
    ActionSpec{"sync.accounts.reclaim", QT_TRANSLATE_NOOP("zsb::Actions", "收回号码(&T)…"), Sync,     6, "Ctrl+Alt+K",              "",                "", "sync"},
    ActionSpec{"sync.tasks",            QT_TRANSLATE_NOOP("zsb::Actions", "考生待办(&H)"), Sync,     7, "Ctrl+Alt+T",              "",                "", ""},
    ActionSpec{"sync.tasks.major",      QT_TRANSLATE_NOOP("zsb::Actions", "选择拟报专业(&J)…"), Sync,     7, "Ctrl+Alt+M",              "",                "confirm", "sync"},
    ActionSpec{"sync.tasks.change",     QT_TRANSLATE_NOOP("zsb::Actions", "申请变更类型(&C)…"), Sync,     7, "Ctrl+Alt+C",              "",                "", "sync"},
    ActionSpec{"sync.tasks.answer",     QT_TRANSLATE_NOOP("zsb::Actions", "答复变更申请(&U)…"), Sync,     7, "Ctrl+Alt+A",              "",                "", "sync"},
    ActionSpec{"sync.tasks.open",       QT_TRANSLATE_NOOP("zsb::Actions", "打开考生档案(&V)"), Sync,     7, "Ctrl+Alt+O",              "",                "review", "sync"},
    ActionSpec{"sync.notices",          QT_TRANSLATE_NOOP("zsb::Actions", "通知(&Y)"), Sync,     8, "Ctrl+Alt+J",              "",                "info", ""},
    ActionSpec{"sync.notices.open",     QT_TRANSLATE_NOOP("zsb::Actions", "打开通知的档案(&Z)"), Sync,     8, "Ctrl+Alt+Z",              "",                "review", "sync"},

    ActionSpec{"help.keys",            QT_TRANSLATE_NOOP("zsb::Actions", "快捷键一览(&K)"), Help,     0, "F1; Ctrl+/; ?",          "",                "keyboard",      ""},
    ActionSpec{"help.editKeys",        QT_TRANSLATE_NOOP("zsb::Actions", "修改快捷键(&M)…"), Help,     0, "",                       "",                "",              ""},
    ActionSpec{"help.about",           QT_TRANSLATE_NOOP("zsb::Actions", "关于与诊断(&A)"), Help,     1, "",                       "",                "info",          ""},
};
// clang-format on

} // namespace

std::span<const ActionSpec> actionTable()
{
    return table;
}

} // namespace zsb
