#include "app/desktop/script.h"

#include "ui/shell/mainwindow.h"
#include "ui/widgets/actionregistry.h"

#include <QApplication>
#include <QDir>
#include <QKeyEvent>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace zsb {

namespace {

constexpr std::chrono::milliseconds pulse{60}; // long enough for what a step started to be painted

QWidget *topWindow(const MainWindow &window)
{
    if (QWidget *modal = QApplication::activeModalWidget())
        return modal;
    return window.window();
}

} // namespace

Script::Script(Desktop &desktop, QString folder, QString suffix, QObject *parent)
    : QObject(parent), m_desktop(desktop), m_folder(std::move(folder)), m_suffix(std::move(suffix))
{
    QDir().mkpath(m_folder);
    m_timer.setInterval(pulse);
    connect(&m_timer, &QTimer::timeout, this, &Script::tick);
    connect(&desktop, &Desktop::failed, this,
            [this](const Error &error) { fail(QString::fromStdString(error.detail)); });
}

void Script::when(const QString &what, std::function<bool()> ready, std::function<void()> then)
{
    m_steps.push_back({what, std::move(ready), std::move(then)});
}

void Script::then(const QString &what, std::function<void()> act)
{
    when(
        what, [] { return true; }, std::move(act));
}

void Script::insert(const QString &what, std::function<bool()> ready, std::function<void()> act)
{
    m_steps.insert(m_steps.begin() + std::ptrdiff_t(m_insertAt++), {what, std::move(ready), std::move(act)});
}

void Script::run()
{
    m_waited.start();
    m_timer.start();
}

void Script::tick()
{
    if (m_at == m_steps.size()) {
        end(true);
        return;
    }
    if (!m_steps[m_at].ready()) {
        if (m_waited.elapsed() > std::chrono::milliseconds(patience).count())
            fail(u"waited too long for: "_s + m_steps[m_at].what);
        return;
    }
    const auto act = m_steps[m_at].act; // it may insert steps
    ++m_at;
    m_insertAt = m_at;
    m_waited.restart();
    act();
}

void Script::end(bool good)
{
    if (std::exchange(m_ended, true))
        return;
    m_timer.stop();
    emit finished(good);
}

void Script::fail(const QString &why)
{
    std::fprintf(stderr, "zsb: %s\n", qPrintable(why));
    end(false);
}

void Script::press(const QString &key)
{
    const QKeySequence sequence(key, QKeySequence::PortableText);
    QWidget *top = topWindow(m_desktop.window());
    if (top == &m_desktop.window()) {
        for (QAction *action : m_desktop.actions().actions()) {
            if (action->isEnabled() && action->shortcuts().contains(sequence)) {
                action->trigger();
                return;
            }
        }
    }
    QApplication::setActiveWindow(top);
    QWidget *focus = top->focusWidget() ? top->focusWidget() : top;
    const QString text = key.size() == 1 ? key : QString();
    for (const QEvent::Type type : {QEvent::KeyPress, QEvent::KeyRelease}) {
        QKeyEvent event(type, sequence[0].key(), sequence[0].keyboardModifiers(), text);
        QCoreApplication::sendEvent(focus, &event);
    }
}

void Script::save(const QString &name)
{
    QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest); // what changed in this step has its place
    const QString file = m_folder + u'/' + name + m_suffix + u".png"_s;
    if (!topWindow(m_desktop.window())->grab().save(file))
        fail(u"cannot write "_s + file);
}

} // namespace zsb
