#include "tests/fuzz/parceltarget.h"

#include "core/protocol/wire.h"
#include "core/sync/parcel.h"
#include "core/sync/parcelanswer.h"
#include "tests/crypto/bytepipe.h"

#include <cstdlib>

namespace zsb::test {
namespace {

/// A service that grants everything and has nothing.
HttpResponse granted(const HttpRequest &request, const ActorId &)
{
    HttpResponse response;
    response.headers["content-type"] = "application/json";
    if (request.path == "/v1/changes")
        response.body = R"({"epoch":"e","since":0,"next":0,"rows":[]})";
    else if (request.path == "/v1/ops:batch")
        response.body = R"({"epoch":"e","answers":[]})";
    else if (request.path == "/v1/leases")
        response.body = R"({"leases":[]})";
    return response;
}

template<typename T>
void readWords(const std::string &bytes)
{
    const Result<T> words = readWire<T>(bytes);
    if (!words)
        return;
    const Result<T> again = readWire<T>(wireText(*words));
    if (!again || !(*again == *words))
        std::abort();
}

/// Whether it is whole; everything before its end is read.
bool readSections(const std::string &bytes)
{
    const ReadBytes from = readFrom(bytes);
    for (;;) {
        const Result<Section> section = readSection(from);
        if (!section || section->kind == SectionKind::End)
            return section.has_value();
        if (section->kind == SectionKind::Json) {
            readWords<ParcelThere>(section->bytes);
            readWords<ParcelBack>(section->bytes);
        } else if (const auto file = fileOf(*section);
                   file && file->sha256 + std::string(file->bytes) != section->bytes) {
            std::abort();
        }
    }
}

std::string sections(const std::vector<std::pair<SectionKind, std::string>> &list)
{
    std::string bytes;
    for (const auto &[kind, content] : list)
        (void)writeSection(writeTo(bytes), kind, content);
    return bytes;
}

} // namespace

void readParcel(std::string_view input)
{
    const std::string bytes(input);
    (void)readSections(bytes);
    std::string back;
    if (answerParcel(readFrom(bytes), writeTo(back), {}, granted) && !readSections(back))
        std::abort();
}

Seeds parcelSeeds()
{
    const std::string name(64, 'a');
    const std::string command = R"({"id":"1","application":"a","actor":"reg","role":"registrar",)"
                                R"("at":"2023-02-15T01:00:00Z","revision":4,"pack_hash":"p","body":{"kind":"claim"}})";
    return {{"parcel-there",
             sections({{SectionKind::Json,
                        R"({"actor":"reg","epoch":"e","cursor":3,"scope":"s","witness":9,"ops":[{"command":)" +
                            command + R"(}],"lease":{"count":2,"minutes":60,"role":"school"},)" +
                            R"("held":["a"],"wanted":[{"sha256":")" + name +
                            R"("},{"sha256":"b","preview":true}],"has":["c"],"previews":true})"},
                       {SectionKind::File, name + "bytes"},
                       {SectionKind::End, {}}})},
            {"parcel-back",
             sections({{SectionKind::Json, R"({"answers":{"epoch":"e","answers":[]}})"},
                       {SectionKind::Json, R"({"page":{"epoch":"e","since":0,"next":1,"rows":[]}})"},
                       {SectionKind::Json, R"({"leases":{"leases":[]}})"},
                       {SectionKind::File, name + "bytes"},
                       {SectionKind::Preview, name},
                       {SectionKind::Json, R"({"refused":{"a":"unprocessable"},"lease_problem":"forbidden-scope",)"
                                           R"("lacks":[{"what":{"sha256":"b"},"problem":"not-found"}],"left":2})"},
                       {SectionKind::End, {}}})},
            {"parcel-epoch", sections({{SectionKind::Json, R"({"epoch":"e2"})"}, {SectionKind::End, {}}})}};
}

} // namespace zsb::test
