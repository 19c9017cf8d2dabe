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
    if (text.isEmpty()) { // taken back
        m_timer.stop();
        return;
    }
    m_timer.start();
    if (!isVisible()) // behind the lock: nobody hears it either
        return;
    QAccessibleEvent event(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

} // namespace zsb
