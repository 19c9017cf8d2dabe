#pragma once

#include "tests/server/door.h"
#include "tests/server/filesinreview.h"

#include <string>
#include <vector>

namespace zsb {

/// Where the files of one side lie; every one of the three tells the sides apart.
struct Area
{
    std::string college;
    std::string site;
    std::string type;
    std::string person;
};

/// What one area has: a disputed file with a picture, one that waits for a reviewer, one at a desk with an open link
/// and an order, an upload.
struct Side
{
    std::string file;
    std::string waiting;
    std::string desk;
    std::string sha256;
    std::string bytes;
    std::string upload;
    std::string order;
    std::string account; ///< of a candidate
    /// What nobody outside may read in any answer, whatever they have asked for.
    [[nodiscard]] std::vector<std::string> secrets() const;
    [[nodiscard]] std::vector<std::string> ids() const { return {file, waiting, desk}; }
};

/// A service with two areas that have nothing in common, and the account of a candidate with a file in neither.
class TwoAreas
{
public:
    TwoAreas();

    [[nodiscard]] ServerFixture &f() { return m_door.f; }
    [[nodiscard]] const Side &mine() const { return m_mine; }
    [[nodiscard]] const Side &theirs() const { return m_theirs; }
    /// What is nowhere.
    [[nodiscard]] static Side nobody();
    [[nodiscard]] const AccountSession &candidate() const { return m_candidate; }
    [[nodiscard]] static std::string candidatesFile() { return "candidates"; }
    /// What must not have moved when somebody from outside has tried everything.
    [[nodiscard]] std::string traceOf(const Side &side);

private:
    [[nodiscard]] Side make(const std::string &name, const Area &area);
    void handIn(const std::string &id, const Side &side, const Area &area);
    void review(const Side &side);
    void stand(Side &side, const Area &area);
    void carryOut(const std::string &token, const std::string &id, std::vector<CommandBody> bodies,
                  const std::string &actor, const std::string &role);

    Door m_door;
    Side m_mine;
    Side m_theirs;
    AccountSession m_candidate;
};

} // namespace zsb
