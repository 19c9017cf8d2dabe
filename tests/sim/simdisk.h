#pragma once

#include <QByteArray>
#include <QTemporaryDir>

#include <string>

namespace zsb::sim {

/// A folder in memory where there is one: nothing of it has to outlive the run.
class SimFolder
{
public:
    SimFolder();
    [[nodiscard]] std::string path() const { return m_folder.path().toStdString(); }

private:
    QTemporaryDir m_folder;
};

/// Takes away what is in a folder, if it is there.
void emptyFolder(const std::string &path);
/// The bytes of a database nobody is writing to.
[[nodiscard]] QByteArray imageOf(const std::string &path);
/// Puts a database in the place of the one at the path, under the connections that have it open and are idle: they see
/// it as what another process wrote. False when the file cannot be written.
[[nodiscard]] bool putImage(const std::string &path, QByteArray image);

} // namespace zsb::sim
