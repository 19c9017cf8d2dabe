#pragma once

#include "core/domain/application.h"
#include "core/domain/record.h"

#include <memory>

namespace zsb {

/// Whether a field says what happened to a file rather than what was filled in: notice, identity, confirmation,
/// submission, payment, files.
[[nodiscard]] bool isProcessField(Field field);

/// An application as the rules see it. Owns what the record points at beside the application itself, which must
/// outlive it unchanged.
class RecordView
{
public:
    explicit RecordView(const ApplicationState &state);
    RecordView(const RecordView &) = delete;
    RecordView &operator=(const RecordView &) = delete;
    RecordView(RecordView &&) = default;
    RecordView &operator=(RecordView &&) = default;

    [[nodiscard]] const Record &record() const { return m_record; }
    /// For whoever knows what others share with it.
    [[nodiscard]] Record &record() { return m_record; }

private:
    void setText(Field field, std::string text);
    void setProcessFields(const ApplicationState &state);
    void setFiles(const ApplicationState &state);

    Record m_record;
    std::vector<MaterialView> m_materials;
    std::vector<std::unique_ptr<std::string>> m_texts;
};

/// Fields, files and process fields (instants as RFC 3339, payment as its id, money in fen). Typed and online files
/// know every field; imported ones only what the import had.
[[nodiscard]] RecordView recordOf(const ApplicationState &state);

} // namespace zsb
