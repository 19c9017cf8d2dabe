#pragma once

#include "core/demo/demoperson.h"
#include "core/image/portraitreader.h"
#include "core/policy/pack.h"

#include <QImage>

#include <functional>
#include <memory>

namespace zsb {

/// Portraits of made-up people that a check has nothing to say about (A2): a drawn face that is taken for one with
/// glasses or a hat gives way to the next. One a thread.
class PlainPortraits
{
public:
    /// Without a model the first face is as good as any.
    PlainPortraits(const Pack &pack, std::shared_ptr<const LandmarkModel> model);

    /// Before it is `finished`, which is what will be looked at.
    [[nodiscard]] QImage draw(const DemoPerson &person, const std::function<QImage(const QImage &)> &finished);

private:
    [[nodiscard]] bool isPlain(const QImage &portrait);

    const Pack &m_pack;
    std::unique_ptr<PortraitReader> m_reader;
};

/// At most so many bytes has a portrait of the pack's own profile.
[[nodiscard]] std::int64_t portraitBytes(const Pack &pack);

} // namespace zsb
