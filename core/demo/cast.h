#pragma once

#include "core/demo/flaws.h"
#include "core/demo/season.h"

#include <vector>

namespace zsb {

/// Everybody of a season, spoilt or not, with the files they name, before any picture is drawn. One thread.
class Cast
{
public:
    Cast(const Pack &pack, const SeasonOptions &options) : m_pack(pack), m_options(options), m_maker(pack, options.seed)
    {
    }

    std::vector<FlawedPerson> make();

private:
    void spoilSome(std::vector<FlawedPerson> &people);
    bool spoilWith(const Flaw &flaw, std::vector<FlawedPerson> &people);
    /// Somebody to spoil; with a `victim`, a partner for them.
    FlawedPerson *unspoilt(std::vector<FlawedPerson> &people, const Flaw &flaw, const FlawedPerson *victim);

    const Pack &m_pack;
    const SeasonOptions &m_options;
    PeopleMaker m_maker;
};

} // namespace zsb
