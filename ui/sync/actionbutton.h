#pragma once

#include <QToolButton>

#include <string_view>

namespace zsb {

class ActionRegistry;

/// A button that is an action of the table: its words, its key, its state.
[[nodiscard]] QToolButton *makeActionButton(ActionRegistry &actions, std::string_view id, QWidget *parent);

} // namespace zsb
