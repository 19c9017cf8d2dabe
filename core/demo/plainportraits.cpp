#include "core/demo/plainportraits.h"

#include "core/demo/drawencode.h"
#include "core/demo/drawportrait.h"
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

QImage PlainPortraits::draw(const DemoPerson &person, const std::function<QImage(const QImage &)> &finished)
{
    const FaceSex sex = person.female ? FaceSex::Female : FaceSex::Male;
    QImage portrait;
    for (int i = 0; i < mostFaces; ++i) {
        portrait = drawPortrait(faceOf(person.faceSeed + nextFace * std::uint64_t(i), sex));
        if (!m_reader || isPlain(finished(portrait)))
            break;
    }
    return portrait;
}

bool PlainPortraits::isPlain(const QImage &portrait)
{
    const Result<std::string> bytes = encodeJpeg(portrait, portraitBytes(m_pack));
    return bytes && judgePortrait(m_reader->read(*bytes), m_pack, m_pack.portraitProfile).empty();
}

} // namespace zsb
