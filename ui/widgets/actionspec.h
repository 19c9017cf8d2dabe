#pragma once

#include <span>
#include <string_view>

namespace zsb {

/// The menu an action stands in; None: reached by key alone.
enum class ActionMenu
{
    None,
    File,
    Edit,
    View,
    Theme,    ///< below View
    Language, ///< below View
    Review,
    Order, ///< below Review
    Sync,
    Help,
};

/// One row of the program's one table of actions. All texts static.
struct ActionSpec
{
    std::string_view id; ///< forever: review.approve; key schemes and tests name it
    const char *text;    ///< Chinese source text with its mnemonic, `通过(&A)`
    ActionMenu menu = ActionMenu::None;
    int group = 0;             ///< a separator stands between groups of a menu
    std::string_view keys;     ///< portable key sequences, `; ` between: the first is shown
    std::string_view paneKeys; ///< keys that work only while a read-only pane has the focus: `A; Num +`
    std::string_view icon;     ///< file in resources/style/icons; empty: none
    std::string_view page;     ///< enabled only while this page is shown; empty: everywhere
    bool checkable = false;
};

/// Every action of the program, in menu order.
[[nodiscard]] std::span<const ActionSpec> actionTable();

} // namespace zsb
