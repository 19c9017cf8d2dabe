#pragma once

#include <QString>

#include <filesystem>
#include <string_view>

namespace zsb {

/// A path as text. Names of archives packed elsewhere may be no UTF-8: then every byte above ASCII is written `%D5`.
[[nodiscard]] QString shownPath(std::string_view bytes);
/// The path that was shown so.
[[nodiscard]] std::filesystem::path shownFilePath(const QString &shown);
/// The characters behind such a name, read as GBK; empty when it was text already or is none in GBK either.
[[nodiscard]] QString readAsGbk(const QString &shown);

/// A path Qt can open, as long as this lives: of a name that is no text by another way to the same file.
class OpenableName
{
public:
    explicit OpenableName(const QString &shown);
    ~OpenableName();
    Q_DISABLE_COPY_MOVE(OpenableName)

    [[nodiscard]] const QString &path() const { return m_path; }

private:
    QString m_path;
    int m_handle = -1;
};

} // namespace zsb
