#pragma once

#include "app/desktop/desktop.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <functional>
#include <vector>

namespace zsb {

/// Answers every question about a file with the path it was given: for scripts.
class ScriptedPrompts : public Prompts
{
public:
    void askForPath(QWidget *, const FileQuestion &, std::function<void(const QString &)> then) override { then(path); }
    void confirm(QWidget *, const QString &, const QString &, const QString &, std::function<void()> then) override
    {
        then();
    }

    QString path;
};

/// Drives the desktop by keys, one step after the other, each as soon as what it waits for is there. Saves pictures on
/// the way. Never sleeps, never runs an event loop of its own.
class Script : public QObject
{
    Q_OBJECT

public:
    static constexpr std::chrono::seconds patience{120};

    Script(Desktop &desktop, QString folder, QString suffix, QObject *parent = nullptr);

    /// What to do, once `ready`. A step that is never ready ends the script with a failure that names it.
    void when(const QString &what, std::function<bool()> ready, std::function<void()> then);
    void then(const QString &what, std::function<void()> act);
    /// More steps, right after the one that is running.
    void insert(const QString &what, std::function<bool()> ready, std::function<void()> act);
    void run();

    /// Presses a key as a person would: an enabled action with that shortcut, else whatever has the focus.
    void press(const QString &key);
    void save(const QString &name);
    void fail(const QString &why);
    [[nodiscard]] Desktop &desktop() const { return m_desktop; }

signals:
    void finished(bool good);

private:
    struct Step
    {
        QString what;
        std::function<bool()> ready;
        std::function<void()> act;
    };
    void tick();
    void end(bool good);

    Desktop &m_desktop;
    QString m_folder;
    QString m_suffix;
    std::vector<Step> m_steps;
    std::size_t m_at = 0;
    std::size_t m_insertAt = 0;
    QTimer m_timer;
    QElapsedTimer m_waited;
    bool m_ended = false;
};

} // namespace zsb
