#pragma once

#include "app/check/picturereport.h"
#include "core/batch/findingtext.h"

namespace zsb {

/// One file a person reads and prints: what the pictures were judged by, sums, rules, then every picture with its small
/// copy, findings and measures. Well-formed XHTML 5 without scripts and without anything from outside.
class PicturePage : public PictureReport
{
public:
    explicit PicturePage(PictureTerms terms) : m_terms(std::move(terms)), m_text(*m_terms.pack, m_terms.language) {}

    [[nodiscard]] std::string head(const PictureTally &tally) const override;
    [[nodiscard]] std::string picture(const JudgedPicture &judged) const override;
    [[nodiscard]] std::string end(const PictureTally &tally) const override;
    [[nodiscard]] bool beginsWithSums() const override { return true; }

private:
    [[nodiscard]] std::string say(std::string_view zh, std::string_view en) const;
    [[nodiscard]] std::string facts() const;
    [[nodiscard]] std::string sums(const PictureTally &tally) const;
    [[nodiscard]] std::string rules(const PictureTally &tally) const;
    [[nodiscard]] std::string quoteOf(std::string_view rule, std::string_view clause) const;
    [[nodiscard]] std::string findings(const JudgedPicture &judged) const;
    [[nodiscard]] std::string evidence(const Finding &finding) const;
    [[nodiscard]] std::string measures(const JudgedPicture &judged) const;

    PictureTerms m_terms;
    FindingText m_text;
};

} // namespace zsb
