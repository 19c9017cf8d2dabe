#include "core/demo/plainportraits.h"

#include "core/demo/drawencode.h"
#include "core/image/perceptual.h"
#include "core/policy/portraitjudge.h"

namespace zsb {

namespace {

constexpr int mostFaces = 12;
constexpr std::uint64_t nextFace = 0x9E37'79B9'7F4A'7C15; // far from the seeds of others

} // namespace

std::int64_t portraitBytes(const Pack &pack)
{
    const PortraitProfile &profile = *pack.profile(pack.portraitProfile);
    return profile.strictBytes > 0 ? profile.strictBytes : profile.maxBytes;
}

PlainPortraits::PlainPortraits(const Pack &pack, std::shared_ptr<const LandmarkModel> model)
    : m_pack(pack), m_reader(model ? std::make_unique<PortraitReader>(std::move(model)) : nullptr)
{
}

PlainPortraits::Drawn PlainPortraits::draw(const DemoPerson &person, const Wish &wish)
{
    const FaceSex sex = person.female ? FaceSex::Female : FaceSex::Male;
    Drawn drawn;
    for (int i = 0; i < mostFaces; ++i) {
        const auto face = std::uint64_t(wish.take * mostFaces + i);
        drawn.picture = drawPortrait(faceOf(person.faceSeed + nextFace * face, sex), wish.style);
        if (!m_reader || saysOnly(wish.meant, wish.finished(drawn.picture), drawn.look))
            break;
    }
    return drawn;
}

bool PlainPortraits::saysOnly(std::string_view meant, const QImage &portrait, std::optional<PerceptualHash> &look)
{
    const Result<std::string> bytes = encodeJpeg(portrait, portraitBytes(m_pack));
    if (!bytes)
        return false;
    const PortraitReading reading = m_reader->read(*bytes);
    look = faceHash(*bytes, reading);
    const std::vector<Finding> findings = judgePortrait(reading, m_pack, m_pack.portraitProfile);
    return meant.empty() ? findings.empty() : findings.size() == 1 && findings.front().rule == meant;
}

} // namespace zsb
