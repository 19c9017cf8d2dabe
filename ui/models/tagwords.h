#pragma once

#include "core/domain/tags.h"

#include <QCoreApplication>
#include <QString>

#include <array>
#include <vector>

namespace zsb {

/// How the reviewer's own nine tags are called and drawn: a name, and a letter that tells them apart without colour.
class TagWords
{
    Q_DECLARE_TR_FUNCTIONS(zsb::TagWords)

public:
    TagWords() = default;
    explicit TagWords(const TagNames &names);

    [[nodiscard]] QString given(int tag) const { return m_names.at(std::size_t(tag - 1)); } ///< empty: none yet
    [[nodiscard]] QString name(int tag) const;    ///< `标签 3` without a name
    [[nodiscard]] QString letter(int tag) const;  ///< the name's first, else the digit
    [[nodiscard]] QString names(Tags tags) const; ///< 疑问、标签 3

    bool operator==(const TagWords &) const = default;

private:
    std::array<QString, tagCount> m_names;
};

[[nodiscard]] std::vector<int> tagsIn(Tags tags);

} // namespace zsb
