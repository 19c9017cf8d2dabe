#pragma once

#include <string>

namespace zsb {

/// Takes back what the first import into a data folder made there, unless it is told to keep it: the database, the
/// files, the folder itself. What was there before stays, and so does a database somebody has written to meanwhile.
/// To be made before the store is opened and dropped after it was closed.
class FreshFolder
{
public:
    explicit FreshFolder(std::string folder);
    FreshFolder(const FreshFolder &) = delete;
    FreshFolder &operator=(const FreshFolder &) = delete;
    ~FreshFolder();

    void keep() { m_keep = true; }

private:
    std::string m_folder;
    std::string m_firstMade; ///< the highest folder that was not there; empty: all were
    bool m_hadBlobs = false;
    bool m_keep = false; ///< also when there was a database
};

} // namespace zsb
