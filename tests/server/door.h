#pragma once

#include "core/protocol/account.h"
#include "core/server/messages.h"
#include "tests/server/serverfixture.h"

#include <memory>
#include <string>
#include <vector>

namespace zsb {

inline const std::string number = "11010519491231002X"; // the specimen of GB 11643
inline const std::string otherNumber = "110105194912310046";
inline const std::string phone = "13900000001";
inline const std::string password = "long enough 7";

/// A gateway that keeps what it was given.
struct Phones final : CodeGateway
{
    std::vector<Message> heard;
    int refused = 0;
    bool works = true;

    Done send(const Message &message) override
    {
        refused += works ? 0 : 1;
        if (!works)
            return Error{ErrorCode::Unreachable, "no gateway"};
        heard.push_back(message);
        return done();
    }
};

/// The way in for candidates: codes to a phone, an account, a session.
struct Door
{
    ServerFixture f;
    Phones phones;
    std::unique_ptr<MessagePump> sender{};

    [[nodiscard]] HttpResponse askCode(const std::string &to = phone, CodePurpose purpose = CodePurpose::Register)
    {
        return f.ask("POST", "/v1/accounts/codes", {}, wireText(AskCode{purpose, to}));
    }
    void pump()
    {
        if (!sender) // one for all: the turn of one that goes ends when PostgreSQL notices
            sender = *MessagePump::open(f.season());
        if (!sender->run(phones, f.now))
            qFatal("pump");
    }
    [[nodiscard]] std::string code(const std::string &to = phone, CodePurpose purpose = CodePurpose::Register)
    {
        if (const HttpResponse response = askCode(to, purpose); response.status != 202)
            qFatal("%d %s", response.status, response.body.c_str());
        pump();
        return phones.heard.back().body;
    }
    [[nodiscard]] static AccountForm form(const std::string &code, const std::string &to = phone,
                                          const std::string &document = number)
    {
        return {"ID", document, document, to, code, password, password};
    }
    [[nodiscard]] HttpResponse make(const AccountForm &form)
    {
        return f.ask("POST", "/v1/accounts", {}, wireText(form));
    }
    void registered()
    {
        if (const HttpResponse response = make(form(code())); response.status != 201)
            qFatal("%d %s", response.status, response.body.c_str());
    }
    [[nodiscard]] HttpResponse signIn(const std::string &with = password, const std::string &document = number)
    {
        return f.ask("POST", "/v1/accounts/session", {},
                     wireText(AccountSignIn{.documentType = "ID", .documentNumber = document, .password = with}));
    }
    [[nodiscard]] AccountSession session(const std::string &with = password)
    {
        const HttpResponse response = signIn(with);
        if (response.status != 200)
            qFatal("%d %s", response.status, response.body.c_str());
        return *readWire<AccountSession>(response.body);
    }
    [[nodiscard]] Command command(const AccountSession &session, const std::string &file, CommandBody body)
    {
        return f.command(file, std::move(body), session.account, "candidate");
    }
};

} // namespace zsb
