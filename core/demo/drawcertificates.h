#pragma once

#include "core/demo/drawdesk.h"
#include "core/demo/paperfacts.h"

namespace zsb {

/// A one-page paper of some office: a title, what it says, who says so and when.
struct Certificate
{
    std::string title;
    std::string body;
    std::string issuer;
    std::string date;
    bool ornate = false; ///< landscape with a coloured border instead of a plain letter
    bool sealed = true;
};

[[nodiscard]] QImage drawCertificate(DrawDesk &desk, const Certificate &certificate, std::uint64_t seed,
                                     const QImage &portrait = {});

/// 毕业证书, with the portrait.
[[nodiscard]] Certificate diplomaOf(const PaperFacts &facts);
/// 在校证明, for who has no student card (A1.4.1.4).
[[nodiscard]] Certificate enrolmentProofOf(const PaperFacts &facts);
/// 服务证明, for who served in a grass-roots programme.
[[nodiscard]] Certificate serviceProofOf(const PaperFacts &facts);
/// 获奖证书.
[[nodiscard]] Certificate awardCertificateOf(const PaperFacts &facts);
/// The college's statement in place of an award certificate not issued yet (A1.4.1.8).
[[nodiscard]] Certificate schoolStatementOf(const PaperFacts &facts);
/// 脱贫家庭证明, for the special plan.
[[nodiscard]] Certificate povertyProofOf(const PaperFacts &facts);

} // namespace zsb
