#include "core/crypto/certificates.h"
#include "core/crypto/key.h"
#include "core/crypto/totp.h"
#include "core/protocol/blobs.h"
#include "core/protocol/leases.h"
#include "core/protocol/notices.h"
#include "core/server/administration.h"
#include "tests/server/filesinreview.h"
#include "tests/server/openapiwalk.h"

#include <QBuffer>
#include <QImage>

namespace zsb {
namespace {

const std::string broken = "{";

std::string drawn()
{
    QImage image(48, 64, QImage::Format_RGB32);
    image.fill(Qt::darkGreen);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    if (!buffer.open(QIODevice::WriteOnly) || !image.save(&buffer, "JPG"))
        qFatal("no picture");
    return bytes.toStdString();
}

/// A file with that attached to it, whatever it is.
void attach(Walk &walk, const std::string &id, const std::string &bytes)
{
    walk.begin(id);
    const Attachment portrait{.sha256 = sha256Hex(bytes), .fileName = "p.jpg", .addedAt = walk.f.now};
    const Op op{walk.f.command(id, AttachPortrait{portrait}, "registrar", "registrar"), 4};
    if (walk.f.send(walk.as({"registrar"}), {op}).answers.front().outcome != OpOutcome::Accepted)
        qFatal("not attached");
}

} // namespace

void walkPublic(Walk walk)
{
    const std::string anybody = walk.as({"auditor"});
    for (const char *path :
         {"/v1/health/live", "/v1/health/ready", "/v1/time?nonce=1", "/v1/openapi.json", "/v1/rules/current",
          "/v1/rules/none", "/v1/audit/head", "/v1/audit/head?witness=x", "/v1/audit/proof?first=x",
          "/v1/audit/proof?first=7&second=9", "/v1/audit/entry/99/proof", "/v1/audit/entry/x/proof"})
        walk.ask("GET", path, anybody);
    walk.ask("GET", "/v1/time?nonce=" + std::string(65, 'n'));
    const FileInReview file(walk.f, "a");
    walk.ask("GET", "/v1/audit/proof?first=1&second=2", anybody);
    walk.ask("GET", "/v1/audit/entry/1/proof", anybody);
}

void walkFiles(Walk walk)
{
    ServerFixture &f = walk.f;
    FileInReview file(f, "a");
    const std::string sue = walk.as({"supervisor"});
    const std::string ann = f.token("ann", reviewerOfAll);
    for (const char *path :
         {"/v1/changes", "/v1/changes?epoch=x", "/v1/changes?since=x", "/v1/notices", "/v1/notices?since=x",
          "/v1/applications/none", "/v1/disputes", "/v1/disputes?after=x", "/v1/statistics"})
        walk.ask("GET", path, sue);
    const HttpResponse known = walk.ask("GET", "/v1/applications/a", sue);
    walk.ask("GET", "/v1/applications/a", sue, {}, {{"if-none-match", known.header("etag")}});
    const OpBatch batch{{}, file.decision("ann", file.version(), Doubt{{}, "?"})};
    walk.ask("POST", "/v1/ops:batch", ann, wireText(batch));
    walk.ask("POST", "/v1/ops:batch", ann, broken);
    walk.ask("POST", "/v1/ops:batch", ann, std::string(maxBatchBytes + 1, ' '));
    walk.ask("POST", "/v1/ops:batch", "no token", wireText(batch));
    walk.ask("POST", "/v1/leases", ann, wireText(LeaseRequest{.count = 1, .role = "school"}));
    walk.ask("POST", "/v1/leases", ann, wireText(LeaseRequest{.count = 501, .role = "school"}));
    walk.ask("POST", "/v1/leases", ann, broken);
    walk.ask("POST", "/v1/reconcile", ann, wireText(Reconcile{f.server->epoch(), {{"00", "x"}}}));
    walk.ask("POST", "/v1/reconcile", ann, wireText(Reconcile{"another", {}}));
    walk.ask("POST", "/v1/reconcile", ann, broken);
    walk.ask("POST", "/v1/notices:read", ann, wireText(NoticesRead{{1}}));
    walk.ask("POST", "/v1/notices:read", ann, wireText(NoticesRead{std::vector<std::int64_t>(noticesAtOnce + 1)}));
    walk.ask("POST", "/v1/notices:read", ann, broken);
}

/// Who has other duties.
void walkRefusals(Walk walk)
{
    const std::string admin = walk.as({"admin"});
    const std::string sha256 = sha256Hex("x");
    for (const std::string &path :
         {std::string("/v1/changes"), std::string("/v1/applications/a"), std::string("/v1/disputes"),
          std::string("/v1/statistics"), std::string("/v1/tasks"), "/v1/blobs/" + sha256 + "/preview",
          "/v1/blobs/" + sha256 + "/verdict"})
        walk.ask("GET", path, admin);
    for (const char *path :
         {"/v1/reconcile", "/v1/leases", "/v1/blobs:batch", "/v1/uploads", "/v1/captures", "/v1/accounts:find",
          "/v1/accounts:assist", "/v1/accounts/a/reclaim", "/v1/accounts/a/reset", "/v1/payments/statements"})
        walk.ask("POST", path, admin, broken);
    walk.ask("PUT", "/v1/blobs/" + sha256, admin, "x");
}

void walkBlobs(Walk walk)
{
    const std::string desk = walk.as({"registrar"});
    const std::string bytes = drawn();
    const std::string text = "no picture";
    const auto at = [](const std::string &of) { return "/v1/blobs/" + sha256Hex(of); };
    walk.ask("PUT", at(bytes), desk, bytes);
    walk.ask("PUT", at(bytes), desk, bytes);
    walk.ask("PUT", at(text), desk, text);
    walk.ask("PUT", at(bytes), desk, "other bytes");
    walk.ask("PUT", at(bytes), desk, std::string(largestWholeBytes + 1, 'x'));
    attach(walk, "a", bytes);
    attach(walk, "b", text);
    walk.ask("HEAD", at(bytes), desk);
    for (const char *view : {"", "/preview", "/verdict"}) {
        walk.ask("GET", at(bytes) + view, desk);
        walk.ask("GET", at(text) + view, desk);
        walk.ask("GET", at("nobody has this") + view, desk);
    }
    walk.ask("POST", "/v1/blobs:batch", desk, wireText(BlobBatch{{{sha256Hex("abc"), "YWJj", {}}}}));
    walk.ask("POST", "/v1/blobs:batch", desk, broken);
    walk.ask("POST", "/v1/blobs:batch", desk, std::string(2 * largestWholeBytes + 1, ' '));
}

void walkUploads(Walk walk)
{
    const std::string desk = walk.as({"registrar"});
    const auto begun = [&](const std::string &bytes, std::int64_t size) {
        return walk.ask("POST", "/v1/uploads", desk, wireText(NewUpload{sha256Hex(bytes), size, "material"}))
            .header("location");
    };
    const auto piece = [&](const std::string &place, const std::string &offset, const std::string &bytes) {
        walk.ask("PATCH", place, desk, bytes, {{"upload-offset", offset}});
    };
    const std::string place = begun("abcdef", 6);
    walk.ask("GET", place, desk);
    piece(place, "0", "abc");
    piece(place, "5", "f");
    piece(place, "x", "f");
    piece(place, "3", std::string(longestPieceBytes + 1, 'f'));
    piece(place, "3", "def");
    piece(place, "6", "x");
    begun("abcdef", 6); // it is there
    begun("abcdefg", longestBlobBytes + 1);
    piece(begun("right", 5), "0", "wrong");
    walk.ask("POST", "/v1/uploads", desk, broken);
    const std::string other = begun("other", 5);
    walk.ask("DELETE", other, desk);
    walk.ask("DELETE", other, desk);
    walk.ask("GET", other, desk);
}

void walkSessions(Walk walk)
{
    ServerFixture &f = walk.f;
    const NewSecrets secrets = *(*Administration::open(f.parts()))->addUser("li", "李明", {{.role = "school"}});
    const auto code = [&f] {
        const auto store = Store::open(f.season());
        return totpCode((*Staff((*store)->database(), (*store)->codec()).byLogin("li"))->totp, totpStep(f.now));
    };
    const auto signIn = [&](const std::string &with, const std::string &totp) {
        return walk.ask("POST", "/v1/session", {}, wireText(SignIn{.user = "li", .password = with, .totp = totp}));
    };
    const Session session = *readWire<Session>(signIn(secrets.password, code()).body);
    walk.ask("POST", "/v1/session/refresh", {}, wireText(RefreshSession{session.refresh}));
    walk.ask("POST", "/v1/session/refresh", {}, wireText(RefreshSession{"x"}));
    walk.ask("POST", "/v1/session/refresh", {}, broken);
    walk.ask("POST", "/v1/session", {}, broken);
    walk.ask("DELETE", "/v1/session", f.token("ann", reviewerOfAll));
    walk.ask("POST", "/v1/enrol", {}, wireText(Enrol{.code = "x", .request = "y"})); // no authority here
    f.config.requireDevice = true;
    f.authority = std::make_shared<const CertifiedKey>(*makeAuthority("test CA", f.now, keyRandom()));
    f.open();
    f.now += std::chrono::minutes(1);
    signIn(secrets.password, code());
    const std::string pass = *(*Administration::open(f.parts()))->newEnrolCode();
    const std::string request = makeDeviceRequest()->request;
    walk.ask("POST", "/v1/enrol", {}, wireText(Enrol{pass, "d", "no request"}));
    walk.ask("POST", "/v1/enrol", {}, wireText(Enrol{pass, "d", request}));
    walk.ask("POST", "/v1/enrol", {}, wireText(Enrol{pass, "d", request}));
    walk.ask("POST", "/v1/enrol", {}, broken);
    for (int i = 0; i < 6; ++i)
        signIn("wrong", {});
    walk.hammer("POST", "/v1/session", broken);
    walk.hammer("POST", "/v1/session/refresh", broken);
    walk.hammer("POST", "/v1/enrol", broken);
}

} // namespace zsb
