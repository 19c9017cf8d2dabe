#include "tests/server/twoareas.h"

#include "core/protocol/blobs.h"
#include "core/protocol/capture.h"
#include "core/protocol/payment.h"
#include "core/storage/store.h"

#include <QBuffer>
#include <QImage>

using namespace Qt::StringLiterals;

namespace zsb {
namespace {

std::string pictureOf(QRgb colour)
{
    QImage image(48, 64, QImage::Format_RGB32);
    image.fill(colour);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    if (!buffer.open(QIODevice::WriteOnly) || !image.save(&buffer, "JPG"))
        qFatal("no picture");
    return bytes.toStdString();
}

std::string needed(const HttpResponse &response, int status)
{
    if (response.status != status)
        qFatal("%d %s", response.status, response.body.c_str());
    return response.body;
}

} // namespace

Side TwoAreas::nobody()
{
    return {"nobodys", "nobodys-waiting", "nobodys-desk",  sha256Hex("nobody's"),
            {},        "nobodys-upload",  "nobodys-order", "nobodys-account"};
}

std::vector<std::string> Side::secrets() const
{
    return {"N-" + file, "D-" + desk, "person of " + file, bytes, order};
}

TwoAreas::TwoAreas()
{
    m_mine = make("mine", {"内蒙古大学", "呼和浩特市", "N1", "person of mine"});
    m_theirs = make("theirs", {"河套学院（专科）", "包头市", "N4", "person of theirs"});
    m_door.registered();
    const std::string code = m_door.code("13900000002");
    m_theirs.account =
        readWire<AccountMade>(needed(m_door.make(Door::form(code, "13900000002", otherNumber)), 201))->account;
    m_candidate = m_door.session();
    m_mine.account = m_candidate.account;
    carryOut(m_candidate.access, candidatesFile(), {CreateDraft{"C-1", Origin::Online}}, m_candidate.account,
             "candidate");
}

Side TwoAreas::make(const std::string &name, const Area &area)
{
    Side side;
    side.file = name;
    side.waiting = name + "-waiting";
    side.desk = name + "-desk";
    side.bytes = pictureOf(name == "mine" ? qRgb(10, 200, 30) : qRgb(200, 10, 30));
    side.sha256 = sha256Hex(side.bytes);
    const std::string import = f().token("import", {{.role = "import"}});
    (void)needed(f().ask("PUT", "/v1/blobs/" + side.sha256 + "?purpose=portrait", import, side.bytes), 201);
    const HttpResponse begun = f().ask("POST", "/v1/uploads", f().token("up-" + name, {{.role = "import"}}),
                                       wireText(NewUpload{sha256Hex("upload of " + name), 99, "material"}));
    (void)needed(begun, 201);
    side.upload = begun.header("location").substr(std::string("/v1/uploads/").size());
    handIn(side.file, side, area);
    handIn(side.waiting, side, area);
    review(side);
    stand(side, area);
    return side;
}

void TwoAreas::handIn(const std::string &id, const Side &side, const Area &area)
{
    const Attachment portrait{.sha256 = side.sha256, .fileName = "p.jpg", .addedAt = f().now};
    carryOut(f().token("import", {{.role = "import"}}), id,
             {CreateDraft{"N-" + id, Origin::Import}, ChooseType{area.type},
              SetFields{{{Field::Name, area.person}, {Field::College, area.college}, {Field::ExamSite, area.site}}},
              AttachPortrait{portrait}, Submit{}},
             "import", "import");
}

/// Two reviewers who do not agree.
void TwoAreas::review(const Side &side)
{
    const int base = 5;
    for (const auto &[who, body] : std::vector<std::pair<std::string, CommandBody>>{
             {"ann", Doubt{{}, "?"}}, {"eve", Refuse{{{"101", {}, {}}}, {}}}}) {
        const Op claim{f().command(side.file, ClaimFile{}, who, "school"), base};
        const Op decision{f().command(side.file, body, who, "school"), base, claim.command.id};
        const OpOutcome outcome = f().send(f().token(who, reviewerOfAll), {claim, decision}).answers.back().outcome;
        if (outcome != OpOutcome::Accepted && outcome != OpOutcome::Disputed)
            qFatal("%s on %s: %s", who.c_str(), side.file.c_str(), std::string(idOf(outcome)).c_str());
    }
}

/// Somebody at a desk, who has yet to pay.
void TwoAreas::stand(Side &side, const Area &area)
{
    const std::string desk = f().token("reg", registrarOfAll);
    carryOut(desk, side.desk,
             {CreateDraft{"D-" + side.desk, Origin::Desk}, AcceptNotice{"ticked"}, ChooseType{area.type},
              SetFields{{{Field::Name, area.person}, {Field::College, area.college}, {Field::ExamSite, area.site}}},
              RecordIdentity{f().now}},
             "reg", "registrar");
    (void)needed(f().ask("POST", "/v1/captures", desk, wireText(NewCapture{{side.desk}, "registrar"})), 201);
    side.order = readWire<OrderView>(
                     needed(f().ask("POST", "/v1/payments", desk, wireText(AskPayment{{side.desk}, "registrar"})), 201))
                     ->order;
}

void TwoAreas::carryOut(const std::string &token, const std::string &id, std::vector<CommandBody> bodies,
                        const std::string &actor, const std::string &role)
{
    std::vector<Op> ops;
    for (CommandBody &body : bodies) {
        Op op{f().command(id, std::move(body), actor, role)};
        if (!ops.empty())
            op.after = ops.back().command.id;
        ops.push_back(std::move(op));
    }
    for (const OpAnswer &answer : f().send(token, ops).answers) {
        if (answer.outcome != OpOutcome::Accepted)
            qFatal("%s: %s %s", id.c_str(), std::string(idOf(answer.outcome)).c_str(), answer.refusal.c_str());
    }
}

std::string TwoAreas::traceOf(const Side &side)
{
    const auto store = Store::openReadOnly(f().season());
    std::string trace;
    for (const std::string &id : side.ids()) {
        for (const char *count : {"SELECT count(*) FROM events WHERE application = ?",
                                  "SELECT count(*) FROM capture_link WHERE application = ?",
                                  "SELECT count(*) FROM payment_order WHERE application = ?"})
            trace += std::to_string(*(*store)->database().number(QString::fromLatin1(count), {sqlText(id)})) + ' ';
    }
    const HttpResponse upload =
        f().ask("GET", "/v1/uploads/" + side.upload, f().token("up-" + side.file, {{.role = "import"}}));
    return trace + std::to_string(upload.status);
}

} // namespace zsb
