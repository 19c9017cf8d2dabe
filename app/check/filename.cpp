#include "app/check/filename.h"

#include "core/base/text.h"

#include <QFileInfo>
#include <QStringDecoder>

#ifdef Q_OS_LINUX
#include <fcntl.h>
#include <unistd.h>
#endif

namespace zsb {
namespace {

using namespace Qt::StringLiterals;

constexpr char firstNotAscii = '\x80';

bool isAsciiByte(char byte)
{
    return (byte & firstNotAscii) == 0;
}

/// The bytes that `%80` to `%FF` stand for.
QByteArray bytesOf(const QString &shown)
{
    const QByteArray text = shown.toUtf8();
    QByteArray bytes;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QByteArray byte = text[i] == '%' ? QByteArray::fromHex(text.mid(i + 1, 2)) : QByteArray();
        const bool isEscape = byte.size() == 1 && !isAsciiByte(byte[0]);
        bytes += isEscape ? byte[0] : text[i];
        i += isEscape ? 2 : 0;
    }
    return bytes;
}

} // namespace

QString shownPath(std::string_view bytes)
{
    if (isValidUtf8(bytes))
        return QString::fromUtf8(bytes.data(), qsizetype(bytes.size()));
    QString shown;
    for (const char byte : bytes)
        shown += isAsciiByte(byte) ? QString(QLatin1Char(byte))
                                   : u'%' + QString::fromLatin1(QByteArray(1, byte).toHex().toUpper());
    return shown;
}

std::filesystem::path shownFilePath(const QString &shown)
{
    const QFileInfo info(shown);
    if (info.exists() || !shown.contains(u'%'))
        return info.filesystemFilePath();
    const QByteArray bytes = bytesOf(shown);
    return {std::string(bytes.constData(), std::size_t(bytes.size()))};
}

QString readAsGbk(const QString &shown)
{
    if (QFileInfo::exists(shown)) // its name is those letters, as browsers write them
        return {};
    const QByteArray bytes = bytesOf(shown);
    if (isValidUtf8({bytes.constData(), std::size_t(bytes.size())}))
        return {};
    QStringDecoder decoder("GB18030", QStringConverter::Flag::Stateless);
    const QString text = decoder.isValid() ? QString(decoder(bytes)) : QString();
    return decoder.hasError() || text.contains(QChar(QChar::ReplacementCharacter)) ? QString() : text;
}

OpenableName::OpenableName(const QString &shown) : m_path(shown)
{
#ifdef Q_OS_LINUX
    if (!shown.contains(u'%') || QFileInfo::exists(shown))
        return;
    m_handle = ::open(shownFilePath(shown).c_str(), O_PATH | O_CLOEXEC); // waits for nobody, even of a pipe
    if (m_handle >= 0)
        m_path = u"/proc/self/fd/%1"_s.arg(m_handle);
#endif
}

OpenableName::~OpenableName()
{
#ifdef Q_OS_LINUX
    if (m_handle >= 0)
        ::close(m_handle);
#endif
}

} // namespace zsb
