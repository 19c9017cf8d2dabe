#pragma once

#include <QDialog>

#include <utility>
#include <vector>

namespace zsb {

/// 关于与诊断: versions, rule pack, folders; one button copies them for a support request. Nothing personal in it.
class AboutDialog : public QDialog
{
    Q_OBJECT

public:
    using Rows = std::vector<std::pair<QString, QString>>;
    explicit AboutDialog(const Rows &rows, QWidget *parent = nullptr);

    [[nodiscard]] static QString asText(const Rows &rows);

signals:
    void copied();
};

} // namespace zsb
