#pragma once

#include "tests/server/scopetable.h"

#include <QFile>

#include <string>
#include <utility>

namespace zsb {

[[nodiscard]] inline bool holds(const std::string &text, const std::string &part)
{
    return text.find(part) != std::string::npos;
}

/// Everything an answer says, wherever it says it.
[[nodiscard]] inline std::string saidIn(const HttpResponse &response)
{
    std::string said = response.body;
    for (const auto &[name, value] : response.headers)
        said += name + ": " + value + '\n';
    QFile file(QString::fromStdString(response.file));
    if (!response.file.empty() && file.open(QIODevice::ReadOnly))
        said += file.readAll().toStdString();
    return said;
}

/// One person, who asks everything about both sides.
class Asker
{
public:
    Asker(TwoAreas &areas, std::string role, std::string token)
        : m_areas(areas), m_role(std::move(role)), m_token(std::move(token))
    {
    }

    [[nodiscard]] HttpResponse ask(const RouteRow &row, const Side &side) const
    {
        return m_areas.f().ask(std::string(row.method), row.path(side), m_token, bodyOf(row, side));
    }
    /// What is wrong with how they are answered about a side that is not theirs; empty: nothing.
    [[nodiscard]] std::string leakOf(const RouteRow &row, const Side &outside) const
    {
        const HttpResponse response = ask(row, outside);
        if (std::string told = toldOf(outside, response, row.path(outside) + bodyOf(row, outside)); !told.empty())
            return told;
        return isAnsweredAsItShould(row, outside, response) ? "" : "status " + std::to_string(response.status);
    }
    /// What of a side is in an answer, but for ids they named themselves; empty: nothing.
    [[nodiscard]] static std::string toldOf(const Side &outside, const HttpResponse &response, const std::string &asked)
    {
        const std::string said = saidIn(response);
        for (const std::string &secret : outside.secrets()) {
            if (holds(said, secret))
                return "secret";
        }
        for (const std::string &id : outside.ids()) {
            if (!holds(asked, id) && holds(said, '"' + id + '"'))
                return "id";
        }
        return holds(said, otherNumber) || holds(said, "13900000002") ? "number or phone" : "";
    }

private:
    [[nodiscard]] std::string bodyOf(const RouteRow &row, const Side &side) const
    {
        return row.body != nullptr ? row.body(side, m_role, m_areas.f().server->epoch()) : std::string();
    }
    [[nodiscard]] bool isAnsweredAsItShould(const RouteRow &row, const Side &outside,
                                            const HttpResponse &response) const
    {
        switch (row.reach) {
        case Reach::File: {
            const HttpResponse none = ask(row, TwoAreas::nobody()); // nobody learns what there is
            return response.status >= 403 && response.status == none.status && response.body == none.body;
        }
        case Reach::Owner:
            return response.status == 404 || response.status == 403;
        case Reach::Ops:
            return holds(response.body, "\"forbidden\"") && holds(response.body, "on-" + outside.file);
        case Reach::Province:
            return response.status == 403;
        case Reach::Office:
            return mayRole(nm2023(), m_role, Verb::Assist) || response.status == 403;
        case Reach::Anyone:
        case Reach::Person:
        case Reach::Area:
            return true;
        }
        return false;
    }

    TwoAreas &m_areas;
    std::string m_role;
    std::string m_token;
};

} // namespace zsb
