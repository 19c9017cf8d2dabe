#include "app/desktop/sessionjournal.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>

#include <filesystem>

using namespace Qt::StringLiterals;

namespace zsb {

namespace {

constexpr int version = 1;
constexpr FieldPlace reviewPlace{"session", "", "review"};

QString fileIn(const QString &folder)
{
    return folder + u"/session.json"_s;
}

/// What somebody has begun to write may say anything: where the season is sealed it is sealed with it.
QJsonValue sealed(const QJsonObject &review, const FieldCodec &codec)
{
    if (!codec.conceals())
        return review;
    const std::string text = QJsonDocument(review).toJson(QJsonDocument::Compact).toStdString();
    return QString::fromLatin1(codec.encode(reviewPlace, text).toBase64());
}

QJsonObject unsealed(const QJsonValue &review, const FieldCodec &codec)
{
    if (!codec.conceals())
        return review.toObject();
    const Result<std::string> text = codec.decode(reviewPlace, QByteArray::fromBase64(review.toString().toLatin1()));
    return text ? QJsonDocument::fromJson(QByteArray::fromStdString(*text)).object() : QJsonObject();
}

} // namespace

SessionJournal::SessionJournal(const QString &folder, std::shared_ptr<const FieldCodec> codec,
                               std::function<LastPlace()> now, QObject *parent)
    : QObject(parent), m_file(fileIn(folder)), m_codec(std::move(codec)), m_now(std::move(now))
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(pause);
    connect(&m_timer, &QTimer::timeout, this, [this] { write(false); });
}

LastPlace SessionJournal::read(const QString &folder, const FieldCodec &codec)
{
    QFile file(fileIn(folder));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const QJsonObject json = QJsonDocument::fromJson(file.readAll()).object();
    if (json.value("version"_L1).toInt() != version)
        return {};
    return {json.value("page"_L1).toString(), reviewPlaceFrom(unsealed(json.value("review"_L1), codec)),
            json.value("ended"_L1).toBool()};
}

void SessionJournal::touch()
{
    if (!m_ended && !m_timer.isActive())
        m_timer.start(); // not again from the start: typing without a pause is kept as well
}

void SessionJournal::end()
{
    m_timer.stop();
    if (!std::exchange(m_ended, true))
        write(true);
}

void SessionJournal::write(bool ended)
{
    LastPlace session = m_now();
    session.ended = ended;
    if (session == m_written)
        return;
    const QByteArray text = QJsonDocument({{u"version"_s, version},
                                           {u"ended"_s, ended},
                                           {u"page"_s, session.page},
                                           {u"review"_s, sealed(toJson(session.review), *m_codec)}})
                                .toJson();
    // A new file that takes the old one's name: whole whenever the program is killed. Not forced to the disk, which
    // would hold the window up; after a power cut there may be no session.
    const QString made = m_file + u".new"_s;
    QFile file(made);
    std::error_code error;
    if (file.open(QIODevice::WriteOnly) && file.setPermissions(QFile::ReadOwner | QFile::WriteOwner) &&
        file.write(text) == text.size() && file.flush()) {
        file.close();
        std::filesystem::rename(QFileInfo(made).filesystemFilePath(), QFileInfo(m_file).filesystemFilePath(), error);
    } else {
        error = std::make_error_code(std::errc::io_error);
    }
    if (error) {
        qWarning("the session was not saved");
        return;
    }
    m_written = std::move(session);
}

} // namespace zsb
