#pragma once

#include <QDialog>

namespace zsb {

class ActionRegistry;
class Theme;

/// 快捷键一览: every key that works now, made from the registry, so it cannot be out of date.
class KeyCard : public QDialog
{
    Q_OBJECT

public:
    KeyCard(const ActionRegistry &actions, const Theme &theme, QWidget *parent = nullptr);

    /// The card as HTML; an action without any key is left out.
    [[nodiscard]] static QString asHtml(const ActionRegistry &actions, const Theme &theme);
};

} // namespace zsb
