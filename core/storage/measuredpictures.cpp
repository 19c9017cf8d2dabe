#include "core/storage/measuredpictures.h"

#include "core/storage/database.h"
#include "core/storage/store.h"

#include <vector>

using namespace Qt::StringLiterals;

namespace zsb {

namespace {

Result<std::vector<ApplicationId>> withPictures(const Database &database)
{
    Result<Rows> rows = database.run(u"SELECT id FROM application a WHERE EXISTS (SELECT 1 FROM item_hash h "
                                     "WHERE h.application = a.row) ORDER BY a.row"_s);
    if (!rows)
        return rows.error();
    std::vector<ApplicationId> ids;
    while (rows->next())
        ids.push_back({rows->text(0)});
    if (Done ended = rows->ended(); !ended)
        return ended.error();
    return ids;
}

} // namespace

Result<MeasuredPictures> measuredPictures(const Store &store)
{
    const Result<std::vector<ApplicationId>> ids = withPictures(store.database());
    if (!ids)
        return ids.error();
    MeasuredPictures known;
    for (const ApplicationId &id : *ids) {
        Result<ApplicationState> state = store.state(id);
        if (!state)
            return state.error();
        if (state->portrait && !state->portrait->facts.measured.empty())
            known.portraits.emplace(state->portrait->sha256, std::move(state->portrait->facts.measured));
        for (auto &[slot, files] : state->materials) {
            for (Attachment &file : files) {
                if (!file.facts.measured.empty())
                    known.materials.emplace(file.sha256, std::move(file.facts.measured));
            }
        }
    }
    return known;
}

} // namespace zsb
