#include "core/storage/postgreslocation.h"

#include <QRegularExpression>
#include <QUrl>
#include <QUrlQuery>

using namespace Qt::StringLiterals;

namespace zsb {

namespace {

QString decoded(const QString &text)
{
    return QUrl::fromPercentEncoding(text.toUtf8());
}

/// As it stands between the quotes of a connection string.
QString quoted(QString value)
{
    value.replace(u'\\', u"\\\\"_s).replace(u'\'', u"\\'"_s);
    return u'\'' + value + u'\'';
}

/// Names that need no quotes anywhere, and none of the server's own.
bool isSchemaName(const QString &name)
{
    static const QRegularExpression plain(u"^[a-z_][a-z0-9_]{0,62}$"_s);
    return plain.match(name).hasMatch() && !name.startsWith("pg_"_L1);
}

Error invalid(std::string detail)
{
    return {ErrorCode::Invalid, std::move(detail)};
}

Done takeParameter(const QString &key, const QString &value, PostgresLocation &location)
{
    static const QStringList passed = {u"sslmode"_s, u"sslrootcert"_s, u"sslcert"_s, u"sslkey"_s, u"connect_timeout"_s};
    if (value.contains(u';')) // the driver would take it apart there
        return invalid("location: a semicolon");
    if (key == u"host") {
        location.host = value;
    } else if (key == u"schema") {
        if (!isSchemaName(value))
            return invalid("location: a schema is named by a-z, 0-9 and _");
        location.schema = value;
    } else if (passed.contains(key)) {
        location.options += (location.options.isEmpty() ? u""_s : u" "_s) + key + u'=' + quoted(value);
    } else {
        return invalid("location: a parameter that is not known; passwords are given by PGPASSWORD or PGPASSFILE");
    }
    return done();
}

} // namespace

bool isPostgres(std::string_view location)
{
    return location.starts_with("postgres://") || location.starts_with("postgresql://");
}

Result<PostgresLocation> postgresLocation(std::string_view location)
{
    static const QRegularExpression form(
        u"^postgres(?:ql)?://(?:([^@/:?]*)(:[^@/?]*)?@)?(\\[[^\\]]*\\]|[^/:?@]*)(?::(\\d{1,5}))?/([^/?]+)(?:\\?(.*))?$"_s);
    const QRegularExpressionMatch match = form.match(QString::fromUtf8(location.data(), qsizetype(location.size())));
    if (!match.hasMatch())
        return invalid("location: not of the form postgres://user@host:port/database");
    if (!match.captured(2).isEmpty())
        return invalid("location: no place for a password; it is given by PGPASSWORD or PGPASSFILE");
    PostgresLocation found;
    found.user = decoded(match.captured(1));
    found.host = decoded(match.captured(3)).remove(u'[').remove(u']');
    found.port = match.captured(4).isEmpty() ? -1 : match.captured(4).toInt();
    found.database = decoded(match.captured(5));
    const QList<std::pair<QString, QString>> parameters = QUrlQuery(match.captured(6)).queryItems(QUrl::FullyDecoded);
    for (const auto &[key, value] : parameters) {
        if (Done taken = takeParameter(key, value, found); !taken)
            return taken.error();
    }
    return found;
}

} // namespace zsb
