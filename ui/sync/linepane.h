#pragma once

#include "ui/widgets/linesettings.h"

#include <QWidget>

#include <optional>

class QComboBox;
class QLabel;
class QSpinBox;

namespace zsb {

/// What the line of this computer is spared: whether it is metered, and how fast pictures may come and go.
class LinePane : public QWidget
{
    Q_OBJECT

public:
    explicit LinePane(QWidget *parent = nullptr);

    /// `told`: what the system says of its network; nothing: it does not know.
    void showLine(const LineSettings &settings, std::optional<bool> told);

signals:
    void chosen(const zsb::LineSettings &settings);

private:
    void choose();

    QComboBox *m_metered = nullptr;
    QSpinBox *m_limit = nullptr;
    QLabel *m_words = nullptr;
};

} // namespace zsb
