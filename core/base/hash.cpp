#include "core/base/hash.h"

#include <QCryptographicHash>
#include <QIODevice>

namespace zsb {

std::string sha256Hex(std::string_view bytes)
{
    return QCryptographicHash::hash(QByteArrayView(bytes.data(), qsizetype(bytes.size())), QCryptographicHash::Sha256)
        .toHex()
        .toStdString();
}

Result<std::string> sha256Hex(QIODevice &device)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    if (!device.isReadable() || !hash.addData(&device))
        return Error{ErrorCode::Unreadable, "hash: " + device.errorString().toStdString()};
    return hash.result().toHex().toStdString();
}

} // namespace zsb
