#pragma once

#include "core/domain/application.h"
#include "core/policy/pack.h"
#include "core/workflow/refusal.h"

#include <QCoreApplication>
#include <QString>

namespace zsb {

[[nodiscard]] inline QString qtext(std::string_view utf8)
{
    return QString::fromUtf8(utf8.data(), qsizetype(utf8.size()));
}

/// Every sentence of the review workplace that depends on a code: core answers with codes and measured values, people
/// read this. In the language the program shows; names of types, fields, materials and clauses come from the pack.
class ReviewWords
{
    Q_DECLARE_TR_FUNCTIONS(zsb::ReviewWords)

public:
    ReviewWords(const Pack &pack, Language language) : m_pack(pack), m_language(language) {}

    [[nodiscard]] Language language() const { return m_language; }
    [[nodiscard]] QString text(const Text &text) const { return qtext(text.in(m_language)); }
    [[nodiscard]] QString phase(Phase phase) const;
    [[nodiscard]] QString judgement(Judgement judgement) const;
    [[nodiscard]] QString payment(PaymentState state) const;
    [[nodiscard]] QString imageProblem(const ImageFacts &facts) const;
    [[nodiscard]] QString item(std::string_view itemKey) const; ///< 姓名, 退出现役证, 照片
    [[nodiscard]] QString slot(std::string_view slotId) const;
    [[nodiscard]] QString typeName(std::string_view typeId) const;
    [[nodiscard]] QString roleName(std::string_view roleId) const;
    [[nodiscard]] QString clause(std::string_view clauseId) const; ///< 附件2·1
    [[nodiscard]] QString moment(Instant at) const;                ///< 2月16日 09:00, at the pack's place
    [[nodiscard]] QString day(Instant at) const;                   ///< 2月16日
    [[nodiscard]] static QString bytes(std::int64_t bytes);        ///< 28 KB
    /// Why a command was refused and what to do, in one sentence; for every code.
    [[nodiscard]] QString refusal(const Refusal &refusal) const;
    [[nodiscard]] QString failure(const Error &error) const;

private:
    const Pack &m_pack;
    Language m_language;
};

} // namespace zsb
