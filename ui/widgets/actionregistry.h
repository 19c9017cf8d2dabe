#pragma once

#include "ui/widgets/actionspec.h"
#include "ui/widgets/keyscheme.h"

#include <QAction>
#include <QKeyCombination>
#include <QObject>
#include <QPointer>

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

class QKeyEvent;
class QMenu;
class QWidget;

namespace zsb {

class Theme;

/// A key that works without a modifier while a read-only pane has the focus. `keypad` keys and main keys differ.
struct PaneKey
{
    Qt::Key key = Qt::Key_unknown;
    bool keypad = false;

    bool operator==(const PaneKey &) const = default;
};

/// The program's actions, made from actionTable(): menus, tool bars, the help card and the tests all read this one
/// object, one per main window. An action nobody has bound is hidden and disabled, so nothing dead is ever shown.
/// GUI thread only.
class ActionRegistry : public QObject
{
    Q_OBJECT

public:
    explicit ActionRegistry(const Theme &theme, QObject *parent = nullptr);
    ~ActionRegistry() override;

    /// The action of an id in the table; asking for another id is a defect and asserts.
    [[nodiscard]] QAction *action(std::string_view id) const;
    [[nodiscard]] QList<QAction *> actions() const;
    [[nodiscard]] const ActionSpec &spec(std::string_view id) const;

    /// Says what an action does until `context` goes. One handler an action: the newest counts.
    void bind(std::string_view id, QObject *context, std::function<void()> handler);
    /// The same for an action with several pane keys: the handler learns which of them (0 for the first).
    void bindNumbered(std::string_view id, QObject *context, std::function<void(int which)> handler);
    [[nodiscard]] bool isBound(std::string_view id) const;

    /// Whether it may be used now; `why` tells the user why not (tool tip, status tip). Actions of another page stay
    /// disabled whatever is set here, and take it up when their page is shown.
    void setEnabled(std::string_view id, bool enabled, const QString &why = {});
    /// Nothing can be used while it is locked.
    void setLocked(bool locked);
    /// The page now shown.
    void setPage(std::string_view page);

    /// Pane keys work while this widget has the focus. Never an editor: it refuses input methods from now on; an item
    /// view must hold items that cannot be edited, or Qt takes them on again (U11).
    void addPane(QWidget *pane);
    [[nodiscard]] static std::vector<PaneKey> paneKeys(const ActionSpec &spec);
    [[nodiscard]] static QString paneKeyText(const ActionSpec &spec); ///< `A, Num +`
    [[nodiscard]] static QString keyText(const QKeySequence &key);    ///< as it is printed on the keyboard: `Ctrl+←`
    /// The key to print on a button or in a hint: the first shortcut, else the first pane key.
    [[nodiscard]] QString keyHint(std::string_view id) const;
    [[nodiscard]] static QString plainText(const QAction &action); ///< without mnemonic and dots

    /// Held down, it acts once: neither its shortcuts nor its pane keys repeat.
    void setOncePerPress(std::string_view id) { action(id)->setAutoRepeat(false); }

    /// Other keys than the table's. Pane keys stay as they are.
    void setScheme(const KeyScheme &scheme);
    [[nodiscard]] const KeyScheme &scheme() const { return m_scheme; }

    void fillMenu(QMenu &menu, ActionMenu which) const;

    /// Texts again, after another language was installed.
    void retranslate();
    /// Icons again, after another theme was chosen.
    void refreshIcons();

    /// Somebody wants an action that cannot be used now: announces why. False: nothing is known of it.
    bool decline(std::string_view id);
    /// The same for a key no enabled action took.
    bool decline(const QKeyEvent &event);

signals:
    /// Asked for, and cannot be used now because of `why`.
    void declined(const QString &id, const QString &why);
    /// Something was bound, unbound, enabled, or renamed.
    void changed();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    struct Entry
    {
        const ActionSpec *spec = nullptr;
        QAction *action = nullptr;
        std::vector<PaneKey> keys;
        std::function<void(int)> handler;
        QPointer<QObject> context;
        bool wanted = true;
        QString why;
    };

    [[nodiscard]] Entry &entry(std::string_view id);
    [[nodiscard]] const Entry &entry(std::string_view id) const;
    void makeAction(const ActionSpec &spec);
    void refresh(Entry &entry);
    void setText(Entry &entry);
    void unbindAllOf(const QObject *context);
    [[nodiscard]] bool runPaneKey(PaneKey key, bool repeated);

    const Theme &m_theme;
    std::vector<Entry> m_entries;
    std::map<std::string_view, std::size_t> m_index;
    std::string m_page;
    bool m_locked = false;
    KeyScheme m_scheme;
};

} // namespace zsb
