#pragma once

#include "app/check/picturereport.h"

namespace zsb {

/// A line a finding, or a file without one: the finding with its evidence, then a column for each measure of the table.
/// Begins with a byte-order mark, for spreadsheet programs.
class PictureCsv : public PictureReport
{
public:
    explicit PictureCsv(PictureTerms terms) : m_terms(std::move(terms)) {}

    [[nodiscard]] std::string head(const PictureTally &tally) const override;
    [[nodiscard]] std::string picture(const JudgedPicture &judged) const override;
    [[nodiscard]] std::string end(const PictureTally &tally) const override;

private:
    PictureTerms m_terms;
};

} // namespace zsb
