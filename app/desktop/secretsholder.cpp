#include "app/desktop/secretsholder.h"

#include <QByteArray>

#include <condition_variable>
#include <mutex>
#include <optional>

namespace zsb {
namespace {

template<typename Answer>
struct Awaited
{
    std::mutex mutex;
    std::condition_variable_any came;
    std::optional<Answer> answer;
};

/// What `ask(context, then)` answers on the GUI thread, awaited on this one.
template<typename Answer, typename Ask>
Answer await(QObject &gui, const std::stop_token &stop, Ask ask)
{
    const auto awaited = std::make_shared<Awaited<Answer>>();
    QMetaObject::invokeMethod(
        &gui,
        [&gui, awaited, ask = std::move(ask)] {
            ask(&gui, [awaited](const Answer &answer) {
                {
                    const std::scoped_lock lock(awaited->mutex);
                    awaited->answer = answer;
                }
                awaited->came.notify_all();
            });
        },
        Qt::QueuedConnection);
    std::unique_lock lock(awaited->mutex);
    awaited->came.wait(lock, stop, [&awaited] { return awaited->answer.has_value(); });
    if (awaited->answer)
        return *std::move(awaited->answer);
    return Error{ErrorCode::Cancelled, "stopped while a key was asked for"};
}

QString nameOf(std::string_view name)
{
    return QString::fromUtf8(name.data(), qsizetype(name.size()));
}

} // namespace

Result<Key> SecretsHolder::load(std::string_view name) const
{
    if (!isKeyName(name))
        return Error{ErrorCode::Invalid, "name of a key"};
    Result<std::string> text = await<Result<std::string>>(
        m_gui, m_stop, [secrets = m_secrets, name = nameOf(name)](QObject *context, Secrets::OnLoaded then) {
            secrets->load(name, context, std::move(then));
        });
    if (!text)
        return text.error();
    std::string bytes = QByteArray::fromBase64(QByteArray::fromStdString(*text)).toStdString();
    const std::optional<Key> key = Key::of(bytes);
    wipe(bytes);
    wipe(*text);
    return key ? Result<Key>(*key) : Error{ErrorCode::Invalid, "not 32 bytes"};
}

Done SecretsHolder::keep(std::string_view name, const Key &key)
{
    if (!isKeyName(name))
        return Error{ErrorCode::Invalid, "name of a key"};
    const std::string text = QByteArray(key.bytes().data(), qsizetype(Key::size)).toBase64().toStdString();
    return await<Done>(m_gui, m_stop,
                       [secrets = m_secrets, name = nameOf(name), text](QObject *context, Secrets::OnKept then) {
                           secrets->keep(name, text, context, std::move(then));
                       });
}

Done SecretsHolder::destroy(std::string_view name)
{
    if (!isKeyName(name))
        return Error{ErrorCode::Invalid, "name of a key"};
    return await<Done>(m_gui, m_stop,
                       [secrets = m_secrets, name = nameOf(name)](QObject *context, Secrets::OnKept then) {
                           secrets->forget(name, context, std::move(then));
                       });
}

} // namespace zsb
