#pragma once

#include "ui/widgets/look.h"

#include <QTimer>

#include <chrono>

namespace zsb {

/// A short word in the status bar: shown for five seconds and announced to screen readers. Never a modal box for
/// something that went well.
class Toast : public ElidedLabel
{
    Q_OBJECT

public:
    explicit Toast(QWidget *parent = nullptr);

    void say(const QString &text);
    void setDuration(std::chrono::milliseconds duration) { m_timer.setInterval(duration); }

private:
    QTimer m_timer;
};

} // namespace zsb
