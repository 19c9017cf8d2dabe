#include "app/server/http/proxyfields.h"

#include "core/base/hash.h"

#include <QByteArray>

#include <algorithm>

namespace zsb {
namespace {

std::string takeField(HttpRequest &request, const std::string &name)
{
    const auto node = request.headers.extract(name);
    return node ? node.mapped() : std::string();
}

/// SHA-256 of the one certificate in a PEM text; empty when there is none.
std::string thumbprint(const QByteArray &pem)
{
    const QByteArray begin = QByteArrayLiteral("-----BEGIN CERTIFICATE-----");
    const qsizetype from = pem.indexOf(begin);
    const qsizetype to = pem.indexOf(QByteArrayLiteral("-----END CERTIFICATE-----"));
    if (from < 0 || to < from)
        return {};
    const QByteArray lines = pem.mid(from + begin.size(), to - from - begin.size()).simplified().replace(' ', "");
    const auto der = QByteArray::fromBase64Encoding(lines, QByteArray::AbortOnBase64DecodingErrors);
    return der && !(*der).isEmpty() ? sha256Hex({(*der).constData(), std::size_t((*der).size())}) : std::string();
}

} // namespace

void takeProxyFields(HttpRequest &request, const std::vector<std::string> &trusted)
{
    const std::string address = takeField(request, "x-real-ip");
    const std::string verdict = takeField(request, "x-zsb-client-verify");
    const std::string certificate = takeField(request, "x-zsb-client-cert");
    if (std::ranges::find(trusted, request.peerAddress) == trusted.end())
        return;
    if (!address.empty())
        request.peerAddress = address;
    if (verdict == "SUCCESS")
        request.peerCertificate = thumbprint(QByteArray::fromPercentEncoding(QByteArray::fromStdString(certificate)));
}

} // namespace zsb
