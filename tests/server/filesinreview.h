#pragma once

#include "tests/server/serverfixture.h"

#include <string>
#include <vector>

namespace zsb {

/// A made-up file, imported through ops by `import` and waiting for its first reviewer, whose role is `school`.
class FileInReview
{
public:
    FileInReview(ServerFixture &fixture, std::string id, std::string college = "河套学院（专科）",
                 std::map<Field, std::string> more = {})
        : m_fixture(fixture), m_id(std::move(id))
    {
        more.emplace(Field::Name, "测试");
        more.emplace(Field::College, std::move(college));
        std::vector<CommandBody> bodies = {CreateDraft{"N-" + m_id, Origin::Import}, ChooseType{"N1"},
                                           SetFields{std::move(more)}, Submit{}};
        for (CommandBody &body : bodies) {
            Op op{m_fixture.command(m_id, std::move(body), "import", "import")};
            if (!m_ops.empty())
                op.after = m_ops.back().command.id;
            m_ops.push_back(std::move(op));
        }
        const OpAnswers answers = m_fixture.send(m_fixture.token("import", {{.role = "import"}}), m_ops);
        for (const OpAnswer &answer : answers.answers) {
            if (answer.outcome != OpOutcome::Accepted)
                qFatal("import: %s %s", std::string(idOf(answer.outcome)).c_str(), answer.refusal.c_str());
        }
    }

    [[nodiscard]] const std::vector<Op> &ops() const { return m_ops; }
    [[nodiscard]] ApplicationState state()
    {
        const ChangesPage page = m_fixture.changes(m_fixture.token("sup", {{.role = "supervisor"}}), 0);
        for (const ChangeRow &row : page.rows) {
            if (row.id.value == m_id)
                return *row.state;
        }
        return {};
    }
    [[nodiscard]] int version() { return state().revision; }

    /// Claim and decision of somebody who saw that version.
    [[nodiscard]] std::vector<Op> decision(const std::string &who, int base, CommandBody body)
    {
        Op claim{m_fixture.command(m_id, ClaimFile{}, who, "school"), base};
        Op decision{m_fixture.command(m_id, std::move(body), who, "school"), base, claim.command.id};
        return {claim, decision};
    }

private:
    ServerFixture &m_fixture;
    std::string m_id;
    std::vector<Op> m_ops;
};

} // namespace zsb
