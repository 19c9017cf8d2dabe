#pragma once

#include "app/desktop/script.h"

namespace zsb {

class ReviewController;

/// Decides files as a person does by keys, as a part of a script: looks until everything was seen, then approves, or
/// gives the file back for the first reason.
class FileWalk
{
public:
    explicit FileWalk(Script &script) : m_script(script) {}

    [[nodiscard]] ReviewController *review() const { return m_script.desktop().review(); }
    [[nodiscard]] bool hasFile() const;
    [[nodiscard]] bool isAnswering() const;
    [[nodiscard]] int decided() const { return m_decided; }
    /// The file that is open, by the steps that come next, until another one is.
    void decide();
    /// The same file for the first reason, whatever there is to see in it.
    void giveBack();

private:
    [[nodiscard]] bool movedOn() const;
    void look();
    void judge();
    void giveBackLooked();

    Script &m_script;
    std::string m_deciding; ///< id of the file in work
    int m_decided = 0;
    int m_looks = 0;
};

} // namespace zsb
