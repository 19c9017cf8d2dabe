#include "app/desktop/sealedseason.h"

#include "core/storage/sealedcodec.h"
#include "core/storage/seasonkeys.h"
#include "ui/sync/enrolment.h"

namespace zsb {
namespace {

using Codec = Result<std::shared_ptr<const FieldCodec>>;

Codec codecOf(Result<Keyring> keys)
{
    if (!keys)
        return keys.error();
    return std::shared_ptr<const FieldCodec>(std::make_shared<const SealedCodec>(*std::move(keys)));
}

} // namespace

Codec sealFolder(const QString &folder, KeyHolder &holder, Instant now)
{
    return codecOf(makeSeasonKeys(folder.toStdString(), SuiteId::International, holder, now, keyRandom()));
}

Codec seasonCodec(const QString &folder, const KeyHolder &holder)
{
    if (isSealedSeason(folder.toStdString()))
        return codecOf(openSeasonKeys(folder.toStdString(), holder, keyRandom()));
    // nothing is written in clear over what is sealed
    if (const Result<Enrolment> enrolment = readEnrolment(folder); enrolment && enrolment->sealed)
        return Error{ErrorCode::NotFound, "season.keys"};
    return std::shared_ptr<const FieldCodec>();
}

} // namespace zsb
