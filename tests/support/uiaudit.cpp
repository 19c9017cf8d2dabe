#include "tests/support/uiaudit.h"

#include "ui/widgets/theme.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QAccessible>
#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QDialog>
#include <QImage>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QTest>

#include <cmath>
#include <map>
#include <set>

using namespace Qt::StringLiterals;

namespace zsb::audit {

namespace {

QString describe(const QWidget &widget)
{
    return QString::fromLatin1(widget.metaObject()->className()) + u' ' +
           (widget.objectName().isEmpty() ? u"(no object name)"_s : widget.objectName());
}

QString accessibleName(QWidget *widget)
{
    QAccessibleInterface *face = QAccessible::queryAccessibleInterface(widget);
    return face ? face->text(QAccessible::Name) : QString();
}

/// Parts of compound widgets are reached and named through their owner.
bool isInnerPart(const QWidget &widget)
{
    const QWidget *parent = widget.parentWidget();
    return qobject_cast<const QComboBox *>(parent) || qobject_cast<const QAbstractSpinBox *>(parent) ||
           qobject_cast<const QLineEdit *>(parent) || widget.objectName().startsWith("qt_"_L1);
}

QString mnemonicOf(const QString &text)
{
    return QKeySequence::mnemonic(text).toString(QKeySequence::PortableText);
}

void collectPaths(const QMenu &menu, bool reachable, std::map<const QAction *, bool> &paths)
{
    for (const QAction *action : menu.actions()) {
        if (action->isSeparator() || !action->isVisible())
            continue;
        const bool path = reachable && !mnemonicOf(action->text()).isEmpty();
        paths[action] = path;
        if (action->menu())
            collectPaths(*action->menu(), path, paths);
    }
}

void clashesInMenu(const QMenu &menu, QStringList &problems)
{
    std::map<QString, QString> seen;
    for (const QAction *action : menu.actions()) {
        if (action->isSeparator() || !action->isVisible())
            continue;
        if (const QString key = mnemonicOf(action->text()); !key.isEmpty()) {
            const auto [at, fresh] = seen.emplace(key, action->text());
            if (!fresh)
                problems.append(menu.title() + u": "_s + at->second + u" and "_s + action->text());
        }
        if (action->menu())
            clashesInMenu(*action->menu(), problems);
    }
}

double luminance(const QColor &color)
{
    const auto channel = [](double c) { return c <= 0.03928 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4); };
    return 0.2126 * channel(color.redF()) + 0.7152 * channel(color.greenF()) + 0.0722 * channel(color.blueF());
}

} // namespace

void activate(QWidget &window)
{
    window.show();
    QApplication::setActiveWindow(&window);
    QVERIFY(QTest::qWaitForWindowExposed(&window));
}

QList<QWidget *> focusableWidgets(const QWidget &window)
{
    QList<QWidget *> widgets;
    for (QWidget *widget : window.findChildren<QWidget *>()) {
        const bool inRound = widget->focusPolicy() & Qt::TabFocus;
        if (inRound && widget->isVisible() && widget->isEnabled() && widget->window() == &window &&
            !widget->focusProxy() && !isInnerPart(*widget))
            widgets.append(widget);
    }
    return widgets;
}

QStringList unreachableByTab(QWidget &window)
{
    activate(window);
    const QList<QWidget *> all = focusableWidgets(window);
    if (all.isEmpty())
        return {};
    all.first()->setFocus(Qt::TabFocusReason);
    std::set<const QWidget *> reached;
    QStringList problems;
    for (qsizetype step = 0; step < all.size() * 2 + 4; ++step) {
        QWidget *now = QApplication::focusWidget();
        if (!now) {
            problems.append(u"the focus got lost"_s);
            break;
        }
        for (const QWidget *up = now; up; up = up->parentWidget())
            reached.insert(up);
        QTest::keyClick(now, Qt::Key_Tab);
        for (int section = 1; section < 4 && qobject_cast<QAbstractSpinBox *>(now); ++section) {
            if (QApplication::focusWidget() == now) // year, month, day
                QTest::keyClick(now, Qt::Key_Tab);
        }
        if (QApplication::focusWidget() == now && all.size() > 1) {
            problems.append(u"Tab does not leave "_s + describe(*now));
            break;
        }
    }
    for (const QWidget *widget : all) {
        // One button of an exclusive group stands for all: arrows lead to the others.
        const auto *button = qobject_cast<const QAbstractButton *>(widget);
        const bool grouped = button && button->autoExclusive();
        if (!reached.contains(widget) && !grouped)
            problems.append(describe(*widget));
    }
    return problems;
}

QStringList actionsWithoutKey(const QMenuBar &menuBar, const QList<QAction *> &actions)
{
    std::map<const QAction *, bool> paths;
    for (const QAction *title : menuBar.actions()) {
        if (title->menu() && title->isVisible())
            collectPaths(*title->menu(), !mnemonicOf(title->text()).isEmpty(), paths);
    }
    QStringList problems;
    for (const QAction *action : actions) {
        const auto path = paths.find(action);
        const bool inMenu = path != paths.end() && path->second;
        if (action->isVisible() && action->shortcuts().isEmpty() && !inMenu)
            problems.append(action->objectName() + u' ' + action->text());
    }
    return problems;
}

QStringList panesNotVisited(QWidget &window, QAction &nextPane)
{
    activate(window);
    QList<QWidget *> panes;
    for (QWidget *widget : window.findChildren<QWidget *>()) {
        if (widget->property("zsbPane").isValid() && widget->isVisible() && widget->isEnabled())
            panes.append(widget);
    }
    std::set<const QWidget *> visited;
    for (qsizetype step = 0; step <= panes.size(); ++step) {
        nextPane.trigger();
        for (const QWidget *up = QApplication::focusWidget(); up; up = up->parentWidget())
            visited.insert(up);
    }
    QStringList problems;
    for (const QWidget *pane : panes) {
        if (!visited.contains(pane))
            problems.append(describe(*pane));
    }
    return problems;
}

bool escapeCloses(QDialog &dialog)
{
    activate(dialog);
    QWidget *focus = dialog.focusWidget() ? dialog.focusWidget() : &dialog;
    QTest::keyClick(focus, Qt::Key_Escape);
    return !dialog.isVisible();
}

QStringList mnemonicClashes(const QWidget &window, const QMenuBar *menuBar)
{
    QStringList problems;
    std::map<QString, QString> seen;
    const auto note = [&](const QString &text) {
        const QString key = mnemonicOf(text);
        if (key.isEmpty())
            return;
        const auto [at, fresh] = seen.emplace(key, text);
        if (!fresh)
            problems.append(key + u": "_s + at->second + u" and "_s + text);
    };
    if (menuBar) {
        for (const QAction *title : menuBar->actions()) {
            if (!title->isVisible())
                continue;
            note(title->text());
            if (title->menu())
                clashesInMenu(*title->menu(), problems);
        }
    }
    for (const QWidget *widget : window.findChildren<QWidget *>()) {
        if (!widget->isVisible() || !widget->isEnabled() || widget->window() != &window)
            continue;
        if (const auto *button = qobject_cast<const QAbstractButton *>(widget))
            note(button->text());
        else if (const auto *label = qobject_cast<const QLabel *>(widget); label && label->buddy())
            note(label->text());
    }
    return problems;
}

QStringList shortcutClashes(const QList<QAction *> &actions)
{
    QStringList problems;
    std::map<QString, QString> seen;
    for (const QAction *action : actions) {
        for (const QKeySequence &key : action->shortcuts()) {
            const QString text = key.toString(QKeySequence::PortableText);
            const auto [at, fresh] = seen.emplace(text, action->objectName());
            if (!fresh)
                problems.append(text + u": "_s + at->second + u" and "_s + action->objectName());
            if (reservedKeys().contains(key))
                problems.append(text + u" is reserved: "_s + action->objectName());
        }
    }
    return problems;
}

const QList<QKeySequence> &reservedKeys()
{
    // Chinese input methods and the window systems take these before any program sees them.
    static const QList<QKeySequence> keys = [] {
        QList<QKeySequence> list;
        for (const char *text :
             {"Ctrl+Space", "Shift+Space", "Ctrl+.", "Ctrl+Shift+E", "Ctrl+Alt+Space", "Ctrl+Shift+Space",
              "Ctrl+Shift+F", "Alt+Tab", "Alt+F4", "Ctrl+Alt+Del", "F10", "Ctrl+Esc", "Alt+Esc", "Alt+Space"})
            list.append(QKeySequence(QString::fromLatin1(text), QKeySequence::PortableText));
        return list;
    }();
    return keys;
}

QStringList takingInputMethods(const QList<QWidget *> &panes)
{
    QStringList problems;
    for (const QWidget *pane : panes) {
        if (pane->testAttribute(Qt::WA_InputMethodEnabled))
            problems.append(describe(*pane));
    }
    return problems;
}

double contrast(const QColor &a, const QColor &b)
{
    const double first = luminance(a);
    const double second = luminance(b);
    return (std::max(first, second) + 0.05) / (std::min(first, second) + 0.05);
}

QStringList contrastProblems(const ThemeTokens &t)
{
    QStringList problems;
    const auto atLeast = [&](double limit, const char *name, const QColor &front, const QColor &back) {
        if (const double ratio = contrast(front, back); ratio < limit)
            problems.append(u"%1 %2 on %3: %4"_s.arg(QLatin1StringView(name), front.name(), back.name()).arg(ratio));
    };
    for (const QColor &back : {t.window, t.surface, t.raised, t.hover}) {
        for (const QColor &front : {t.text, t.muted, t.accent, t.ok, t.warning, t.error, t.info})
            atLeast(4.5, "text", front, back);
        atLeast(3.0, "disabled text", t.disabled, back);
        atLeast(3.0, "edge", t.edge, back);
    }
    for (const QColor &front : {t.text, t.onSelection, t.muted, t.ok, t.warning, t.error})
        atLeast(4.5, "text on a selection", front, t.selection);
    const std::pair<QColor, QColor> tones[] = {
        {t.ok, t.okSoft}, {t.warning, t.warningSoft}, {t.error, t.errorSoft}, {t.info, t.infoSoft}};
    for (const auto &[strong, soft] : tones) {
        atLeast(4.5, "tone", strong, soft);
        atLeast(4.5, "text on a tone", t.text, soft);
    }
    atLeast(4.5, "primary button", t.onAccent, t.accent);
    atLeast(4.5, "approve button", t.onOkStrong, t.okStrong);
    atLeast(4.5, "demo strip", t.onDemo, t.demo);
    atLeast(3.0, "focus", t.accent, t.canvas);
    return problems;
}

namespace {

QString shownText(const QWidget &widget)
{
    if (const auto *label = qobject_cast<const QLabel *>(&widget))
        return label->text();
    if (const auto *button = qobject_cast<const QAbstractButton *>(&widget))
        return button->text();
    if (const auto *line = qobject_cast<const QLineEdit *>(&widget))
        return line->text().isEmpty() ? line->placeholderText() : line->text();
    if (const auto *box = qobject_cast<const QComboBox *>(&widget))
        return box->currentText();
    return {};
}

/// The strongest contrast against the commonest colour: that of the text, wherever there is one.
double strongestContrast(const QImage &image, const QRect &part)
{
    std::map<QRgb, int> colors;
    for (int y = part.top(); y <= part.bottom(); ++y) {
        for (int x = part.left(); x <= part.right(); ++x)
            ++colors[image.pixel(x, y)];
    }
    const auto commonest = std::max_element(colors.begin(), colors.end(),
                                            [](const auto &a, const auto &b) { return a.second < b.second; });
    double strongest = 1;
    for (const auto &[color, count] : colors)
        strongest = std::max(strongest, contrast(QColor(color), QColor(commonest->first)));
    return strongest;
}

} // namespace

QStringList paintedContrast(QWidget &window)
{
    constexpr int magnified = 3;
    constexpr int frame = 4; // borders and focus rings are not text
    QImage image(window.size() * magnified, QImage::Format_RGB32);
    image.setDevicePixelRatio(magnified);
    window.render(&image);
    QStringList problems;
    for (const QWidget *widget : window.findChildren<QWidget *>()) {
        if (!widget->isVisible() || widget->window() != &window || shownText(*widget).trimmed().isEmpty())
            continue;
        const QRect all = widget->rect().adjusted(frame, 1, -frame, -1);
        const QRect seen = widget->visibleRegion().boundingRect().intersected(all);
        if (seen.width() < 4 || seen.height() < widget->fontMetrics().height() / 2)
            continue;
        const QRect here(widget->mapTo(&window, seen.topLeft()) * magnified, seen.size() * magnified);
        const double ratio = strongestContrast(image, here.intersected(image.rect()));
        if (ratio < (widget->isEnabled() ? 4.5 : 3.0))
            problems.append(u"%1 “%2”: %3"_s.arg(describe(*widget), shownText(*widget)).arg(ratio, 0, 'f', 2));
    }
    return problems;
}

QStringList truncatedTexts(const QWidget &window)
{
    QStringList problems;
    for (const QWidget *widget : window.findChildren<QWidget *>()) {
        if (!widget->isVisible() || widget->window() != &window)
            continue;
        const auto *label = qobject_cast<const QLabel *>(widget);
        const auto *button = qobject_cast<const QAbstractButton *>(widget);
        const bool text = (label && !label->text().isEmpty() && !label->wordWrap() && label->toolTip().isEmpty()) ||
                          (button && !button->text().isEmpty());
        if (text && widget->sizeHint().width() > widget->width() + 1)
            problems.append(describe(*widget) + u": "_s + (label ? label->text() : button->text()));
        const bool wrapped = label && label->wordWrap() && !label->text().isEmpty();
        if (wrapped && label->heightForWidth(label->width()) > label->height() + 1)
            problems.append(describe(*widget) + u": "_s + label->text());
    }
    return problems;
}

QStringList smallTargets(const QWidget &window)
{
    constexpr int floor = 24;
    QStringList problems;
    for (const QWidget *widget : window.findChildren<QWidget *>()) {
        const bool clickable = qobject_cast<const QAbstractButton *>(widget) ||
                               qobject_cast<const QLineEdit *>(widget) || qobject_cast<const QComboBox *>(widget) ||
                               qobject_cast<const QAbstractSpinBox *>(widget);
        if (!clickable || !widget->isVisible() || widget->window() != &window || isInnerPart(*widget))
            continue;
        if (widget->width() < floor || widget->height() < floor)
            problems.append(u"%1: %2×%3"_s.arg(describe(*widget)).arg(widget->width()).arg(widget->height()));
    }
    return problems;
}

QStringList unnamedWidgets(const QWidget &window)
{
    QStringList problems;
    for (QWidget *widget : focusableWidgets(window)) {
        if (widget->objectName().isEmpty() || accessibleName(widget).isEmpty())
            problems.append(describe(*widget) + u" named “"_s + accessibleName(widget) + u'”');
    }
    return problems;
}

} // namespace zsb::audit
