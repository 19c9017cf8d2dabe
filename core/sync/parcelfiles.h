#pragma once

#include "core/protocol/http.h"
#include "core/sync/fetch.h"

#include <functional>
#include <string>
#include <string_view>

namespace zsb {

/// The service, as it answers the person a parcel is of.
using ServeParcel = std::function<HttpResponse(const HttpRequest &)>;

/// A file of a parcel on its way in.
struct FileIn
{
    std::string sha256{};
    std::string_view bytes{};
    std::string_view purpose{}; ///< `portrait` or `material`
};

/// Hands it in by the routes a line takes: small ones whole, larger ones in pieces. Why it was not taken: the id of a
/// problem; empty: it was, or was there.
[[nodiscard]] std::string handIn(const FileIn &file, const ServeParcel &serve);

/// A file on its way out.
struct FileOut
{
    std::string bytes{};
    std::string problem{}; ///< why it is not given; empty: it is
};
[[nodiscard]] FileOut takeOut(const Fetch &what, const ServeParcel &serve);

/// Why a request was not granted, by its id; empty: it was.
[[nodiscard]] std::string problemIn(const HttpResponse &response);

} // namespace zsb
