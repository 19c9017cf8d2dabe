#pragma once

#include "ui/widgets/look.h"

#include <QTimer>

namespace zsb {

/// A short word in the status bar: shown for five seconds and announced to screen readers. Never a modal box for
/// something that went well.
class Toast : public ElidedLabel
{
    Q_OBJECT

public:
    static constexpr int milliseconds = 5000;

    explicit Toast(QWidget *parent = nullptr);

    void say(const QString &text);

private:
    QTimer m_timer;
};

} // namespace zsb
