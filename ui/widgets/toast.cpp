#include "ui/widgets/toast.h"

#include <QAccessible>

namespace zsb {

Toast::Toast(QWidget *parent) : ElidedLabel(parent)
{
    setObjectName(QLatin1StringView("toast"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_timer.setSingleShot(true);
    m_timer.setInterval(std::chrono::seconds{5});
    connect(&m_timer, &QTimer::timeout, this, [this] { setFullText({}); });
}

void Toast::say(const QString &text)
{
    setFullText(text);
    QAccessibleEvent event(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
    m_timer.start();
}

} // namespace zsb
