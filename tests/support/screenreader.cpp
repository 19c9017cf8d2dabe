#include "tests/support/screenreader.h"

#include <QWidget>

#include <utility>

// Qt keeps the switch to itself and its headers in a package of their own: as much of them as it takes. Offscreen has
// no bus anybody could listen on, so that nothing else would ever switch it on.
class QPlatformAccessibility
{
public:
    void setActive(bool active);
};
class QPlatformIntegration
{
public:
    [[nodiscard]] QPlatformAccessibility *accessibility() const;
};
class QGuiApplicationPrivate
{
public:
    static QPlatformIntegration *platform_integration;
};

namespace zsb {

namespace {

constexpr int most = 40; ///< children looked at from each end of a long list

std::vector<Told> told;

void listen(QAccessibleEvent *event)
{
    const QAccessibleInterface *interface = event->accessibleInterface();
    told.push_back({event->type(), event->object(), interface ? interface->text(QAccessible::Name) : QString()});
}

void setActive(bool active)
{
    QGuiApplicationPrivate::platform_integration->accessibility()->setActive(active);
}

void walkBelow(QAccessibleInterface *interface, int deepest, ScreenReader::Walk &walk)
{
    if (!interface || !interface->isValid()) {
        ++walk.errors;
        return;
    }
    ++walk.seen;
    static_cast<void>(interface->text(QAccessible::Name));
    static_cast<void>(interface->rect());
    static_cast<void>(interface->state());
    const int children = deepest > 0 ? interface->childCount() : 0;
    for (int i = 0; i < children; ++i) {
        if (i == most && children > 2 * most)
            i = children - most;
        QAccessibleInterface *child = interface->child(i);
        const bool isKnown = child && child->isValid() && child->parent() && interface->indexOfChild(child) >= 0;
        walk.errors += isKnown ? 0 : 1;
        if (isKnown)
            walkBelow(child, deepest - 1, walk);
    }
}

} // namespace

ScreenReader::ScreenReader() : m_before(QAccessible::installUpdateHandler(listen))
{
    told.clear();
    setActive(true);
}

ScreenReader::~ScreenReader()
{
    setActive(false);
    QAccessible::installUpdateHandler(m_before);
    told.clear();
}

std::vector<Told> ScreenReader::take()
{
    return std::exchange(told, {});
}

ScreenReader::Walk ScreenReader::walk(QWidget &widget)
{
    Walk walk;
    walkBelow(QAccessible::queryAccessibleInterface(&widget), 8, walk);
    return walk;
}

} // namespace zsb
