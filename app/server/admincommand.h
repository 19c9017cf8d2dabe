#pragma once

#include "app/check/commandline.h"
#include "core/server/administration.h"

#include <QStringList>
#include <QTextStream>

namespace zsb {

/// `admin user add|list|scopes|disable|enable|reset`, `admin device list|revoke`, `admin first`: on the machine of the
/// service, beside it or without it. What a person is told is shown once and kept nowhere.
int runAdminCommand(const QStringList &arguments, QTextStream &out, QTextStream &err);

/// `enrol`: a code for one device.
int runEnrolCommand(const QStringList &arguments, QTextStream &out, QTextStream &err);

/// The people of the service in the folder that the command line names, beside a running one. Errors: those of
/// openServiceThere() and of Administration.
[[nodiscard]] Result<std::unique_ptr<Administration>> openAdministration(const CommandLine &line);

/// Shows what a new person signs in with.
void printSecrets(QTextStream &out, const NewSecrets &secrets);

/// Makes the first administrator and a code for their device, and shows both; nothing when there is one already.
[[nodiscard]] Done sayFirstAdministrator(Administration &administration, QTextStream &out);

} // namespace zsb
