#pragma once

#include <QAccessible>
#include <QPointer>
#include <QString>

#include <vector>

namespace zsb {

/// What a screen reader was told.
struct Told
{
    QAccessible::Event event = QAccessible::InvalidEvent;
    QPointer<QObject> object;
    QString name; ///< of what it is about, as far as there is something
};

/// As if a screen reader were running: switches accessibility on, also where nobody listens (offscreen), and keeps what
/// is told. One at a time; GUI thread only.
class ScreenReader
{
public:
    ScreenReader();
    ~ScreenReader();
    ScreenReader(const ScreenReader &) = delete;
    ScreenReader &operator=(const ScreenReader &) = delete;

    /// What was told since the last time.
    [[nodiscard]] std::vector<Told> take();

    struct Walk
    {
        int seen = 0;
        int errors = 0; ///< children that should be there and are not, parents that do not know their children
    };
    /// Everything below a widget that has children on the screen, of long lists the first and the last ones.
    [[nodiscard]] static Walk walk(QWidget &widget);

private:
    QAccessible::UpdateHandler m_before;
};

} // namespace zsb
