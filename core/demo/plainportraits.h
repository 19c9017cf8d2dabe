#pragma once

#include "core/base/perceptualhash.h"
#include "core/demo/demoperson.h"
#include "core/demo/drawportrait.h"
#include "core/image/portraitreader.h"
#include "core/policy/pack.h"

#include <QImage>

#include <functional>
#include <memory>
#include <optional>
#include <string_view>

namespace zsb {

/// Portraits of made-up people that a check has nothing to say about but what is meant (A2): a drawn face that is taken
/// for one with glasses or a hat gives way to the next. One a thread.
class PlainPortraits
{
public:
    /// Without a model the first face is as good as any.
    PlainPortraits(const Pack &pack, std::shared_ptr<const LandmarkModel> model);

    struct Drawn
    {
        QImage picture;
        std::optional<PerceptualHash> look{}; ///< of the face; none without a model
    };
    struct Wish
    {
        PortraitStyle style{};
        std::string_view meant{};                       ///< the limit that the style is to cross; empty: none
        int take = 0;                                   ///< faces of another take are others
        std::function<QImage(const QImage &)> finished; ///< what will be looked at
    };

    /// Before it is finished.
    [[nodiscard]] Drawn draw(const DemoPerson &person, const Wish &wish);

private:
    [[nodiscard]] bool saysOnly(std::string_view meant, const QImage &portrait, std::optional<PerceptualHash> &look);

    const Pack &m_pack;
    std::unique_ptr<PortraitReader> m_reader;
};

/// At most so many bytes has a portrait of the pack's own profile.
[[nodiscard]] std::int64_t portraitBytes(const Pack &pack);

} // namespace zsb
