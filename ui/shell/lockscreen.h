#pragma once

#include <QPointer>
#include <QTimer>
#include <QWidget>

#include <chrono>

class QLabel;
class QLineEdit;
class QPushButton;

namespace zsb {

/// W4 锁定: covers its whole parent window, whose content is hidden meanwhile, and puts every other window of the
/// program away, those too that come up later. Asks for the PIN, or, without one, says that it is a curtain and lets
/// anybody on.
class LockScreen : public QWidget
{
    Q_OBJECT

public:
    explicit LockScreen(QWidget *window);

    void start(bool hasPin, std::chrono::seconds wait);
    /// The PIN was wrong; nothing may be tried for so long.
    void refuse(std::chrono::seconds wait);
    /// Goes, and brings the other windows back as they were.
    void leave();

signals:
    void unlockWanted(const QString &pin);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void build();
    void putAway(QWidget *window);
    void setWait(std::chrono::seconds wait);
    void tick();
    void focusEntry();

    QLabel *m_about;
    QLineEdit *m_pin;
    QLabel *m_problem;
    QPushButton *m_open;
    QTimer m_tick;
    std::chrono::seconds m_wait{0};
    bool m_hasPin = false;
    bool m_covers = false;
    QList<QPointer<QWidget>> m_away; ///< other windows that are open
};

} // namespace zsb
