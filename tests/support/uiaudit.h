#pragma once

#include <QList>
#include <QString>
#include <QStringList>
#include <QTest>

class QAction;
class QDialog;
class QKeySequence;
class QMenuBar;
class QWidget;

namespace zsb {
struct ThemeTokens;
}

/// Fails the test with the list of defects an audit found.
#define ZSB_VERIFY_NONE(audit)                                                                                         \
    do {                                                                                                               \
        const QStringList defects = (audit);                                                                           \
        QVERIFY2(defects.isEmpty(), qPrintable(defects.join(QLatin1Char('\n'))));                                      \
    } while (false)

/// Checks every window must pass (gates U9–U15 of the project's goals). Each answers with one line a defect, so a test
/// says `ZSB_VERIFY_NONE(audit::unnamedWidgets(window));`. The window must be shown.
namespace zsb::audit {

/// Makes the window active even where the platform forgot to (offscreen, after a modal dialog closed).
void activate(QWidget &window);

/// Widgets a user may focus: visible, enabled, in the Tab round.
[[nodiscard]] QList<QWidget *> focusableWidgets(const QWidget &window);

/// U9: focusable widgets that Tab alone never reaches, and widgets that do not let Tab out.
[[nodiscard]] QStringList unreachableByTab(QWidget &window);
/// U9: visible actions with neither a key nor a path of mnemonics through the menus.
[[nodiscard]] QStringList actionsWithoutKey(const QMenuBar &menuBar, const QList<QAction *> &actions);
/// U9: panes F6 (`forward`) does not come back to after a full round; the names of those visited in `visited`.
[[nodiscard]] QStringList panesNotVisited(QWidget &window, QAction &nextPane);
/// U9: true when Esc closes the open dialog.
[[nodiscard]] bool escapeCloses(QDialog &dialog);

/// U10: the same mnemonic twice in one menu, or twice among what is visible of the window itself.
[[nodiscard]] QStringList mnemonicClashes(const QWidget &window, const QMenuBar *menuBar);
/// U10: one key for two actions, or a key input methods and systems keep for themselves.
[[nodiscard]] QStringList shortcutClashes(const QList<QAction *> &actions);
[[nodiscard]] const QList<QKeySequence> &reservedKeys();

/// U11: widgets of these that would hand letters to an input method.
[[nodiscard]] QStringList takingInputMethods(const QList<QWidget *> &panes);

/// U12: pairs of colours below 4.5:1 for texts, 3:1 for edges, icons and disabled texts.
[[nodiscard]] double contrast(const class QColor &a, const class QColor &b);
[[nodiscard]] QStringList contrastProblems(const ThemeTokens &tokens);

/// U12: texts as they are painted, magnified so that strokes have their full colour: labels, buttons and editors below
/// 4.5:1 against what lies around them, disabled ones below 3:1.
[[nodiscard]] QStringList paintedContrast(QWidget &window);

/// U13: labels and buttons narrower than their text.
[[nodiscard]] QStringList truncatedTexts(const QWidget &window);

/// U14: what can be clicked and is smaller than 24 × 24.
[[nodiscard]] QStringList smallTargets(const QWidget &window);

/// U15: focusable widgets without object name or accessible name.
[[nodiscard]] QStringList unnamedWidgets(const QWidget &window);

} // namespace zsb::audit
