#include "ui/sync/actionbutton.h"

#include "ui/widgets/actionregistry.h"
#include "ui/widgets/look.h"
#include "ui/widgets/theme.h"

using namespace Qt::StringLiterals;

namespace zsb {

QToolButton *makeActionButton(ActionRegistry &actions, std::string_view id, QWidget *parent)
{
    auto *button = new QToolButton(parent);
    QAction *action = actions.action(id);
    button->setDefaultAction(action);
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setFocusPolicy(Qt::StrongFocus);
    button->setMinimumHeight(space::target);
    button->setObjectName(QString::fromUtf8(id.data(), qsizetype(id.size())));
    const auto refresh = [&actions, button, action, id] {
        const QString key = actions.keyHint(id);
        const QString words = ActionRegistry::plainText(*action);
        button->setText(key.isEmpty() ? words : words + u"  "_s + key);
        button->setAccessibleName(words);
        button->setVisible(action->isVisible());
    };
    QObject::connect(&actions, &ActionRegistry::changed, button, refresh);
    refresh();
    return button;
}

} // namespace zsb
