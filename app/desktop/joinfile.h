#pragma once

#include "ui/sync/connectcontroller.h"

#include <QObject>
#include <QString>

namespace zsb {

/// What an administrator hands a computer so that nobody types: where the service is, what its authority looks like,
/// a one-time code. A file of its owner alone; the code is good once.
struct JoinFile
{
    QString server;
    QString fingerprint; ///< SHA-256 of the authority's certificate, in pairs of hex digits
    QString code;
    QString device;
};

/// Errors: Refused (others could read it), Unreadable, Invalid.
[[nodiscard]] Result<JoinFile> readJoinFile(const QString &path);

/// Goes through the wizard's controller without a person: the fingerprint is compared with the file's instead. Deletes
/// itself after joined() or failed().
class JoinRun : public QObject
{
    Q_OBJECT

public:
    JoinRun(JoinFile file, Clock clock, RandomSource random, QObject *parent);
    void start();

signals:
    void joined(const zsb::NewEnrolment &made);
    void failed(const zsb::Error &error);

private:
    void goOn();
    void fail(std::string why);

    JoinFile m_file;
    ConnectController m_controller;
    bool m_ended = false;
};

} // namespace zsb
