#pragma once

#include "core/domain/field.h"
#include "core/domain/imagefacts.h"

#include <bitset>
#include <optional>
#include <span>
#include <string_view>

namespace zsb {

/// One uploaded file of a record, in the slot of the pack it was put into.
struct MaterialView
{
    std::string_view slot;
    std::string_view fileName;
    const ImageFacts *facts = nullptr; ///< null when files are not looked at (`--no-images`)
};

/// What a record shares with another one that should be unique.
enum class SharedKey : std::uint8_t
{
    Document,      ///< same document type and number
    ApplicationNo, ///< same application number, different person
    Phone,         ///< same phone, different person
    Portrait,      ///< same bytes of the portrait, different person
    Material,      ///< same bytes of a material, different person
    PortraitLook,  ///< a portrait that looks like another person's and is not byte for byte the same
    MaterialLook,  ///< the same of a material
};
inline constexpr std::size_t sharedKeyCount = std::size_t(SharedKey::MaterialLook) + 1;

/// The other side of a shared key.
struct SharedWith
{
    std::string_view otherApplicationNo;
    std::int64_t otherRow = 0; ///< row of the input; 0 where there are no rows
    std::int64_t others = 0;   ///< how many others there are in all
    std::string_view slot;     ///< for materials: the slot of this record that is shared
    int distance = 0;          ///< for looks: in how many bits they differ
};

/// One registration as the rules see it: a view of fields, files and what others share, backed by a CSV row, a database
/// row or a form. Copies nothing; whoever fills it keeps the bytes alive. Text is UTF-8 as it was received.
class Record
{
public:
    /// The field's text; empty when it is empty or the source has no such column.
    [[nodiscard]] std::string_view text(Field field) const { return m_texts[std::size_t(field)]; }
    /// Whether the source can know the field at all. A missing column is no error of every row.
    [[nodiscard]] bool knows(Field field) const { return m_known[std::size_t(field)]; }
    [[nodiscard]] const std::bitset<fieldCount> &known() const { return m_known; }
    [[nodiscard]] bool isEmpty(Field field) const { return text(field).empty(); }

    void set(Field field, std::string_view text)
    {
        m_texts[std::size_t(field)] = text;
        m_known[std::size_t(field)] = true;
    }
    /// Marks a field as known and empty.
    void setKnown(Field field) { m_known[std::size_t(field)] = true; }

    /// Files in the order they were given; meaningful when knows(Field::Materials).
    std::span<const MaterialView> materials;
    /// Of the portrait; null when there is none or files are not looked at.
    const ImageFacts *portrait = nullptr;
    /// What others share with this record; absent also when nobody looked.
    std::array<std::optional<SharedWith>, sharedKeyCount> shared;

    [[nodiscard]] const std::optional<SharedWith> &sharedWith(SharedKey key) const { return shared[std::size_t(key)]; }

private:
    std::array<std::string_view, fieldCount> m_texts{};
    std::bitset<fieldCount> m_known;
};

} // namespace zsb
