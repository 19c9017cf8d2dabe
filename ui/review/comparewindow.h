#pragma once

#include "ui/review/imageviewer.h"

#include <QDialog>
#include <QList>

#include <array>
#include <string>

class QCheckBox;
class QComboBox;

namespace zsb {

class PictureLoader;

/// A picture that can be laid beside another: one of the file as it is, or what stood there before a correction.
struct ComparePicture
{
    QString title;
    QString slot;
    std::string sha256;
    bool current = true;       ///< false: replaced or taken away since
    std::string likeness = {}; ///< of another file: which picture of this one it is said to be the same as
};

/// Which two to lay side by side, beginning with the picture being looked at: another file's that is said to be the
/// same, what it replaced, else the portrait, else the next one.
[[nodiscard]] std::pair<int, int> firstPair(const QList<ComparePicture> &pictures, const std::string &shown);

/// Two pictures side by side (R2); zoom, place and turn go together while they are linked.
class CompareWindow : public QDialog
{
    Q_OBJECT

public:
    CompareWindow(QList<ComparePicture> pictures, std::pair<int, int> chosen, PictureLoader &loader, const Theme &theme,
                  QWidget *parent = nullptr);

    [[nodiscard]] ImageViewer &viewer(int side) const { return *m_viewers.at(std::size_t(side)); }

private:
    [[nodiscard]] QWidget *buildSide(int side, const Theme &theme);
    [[nodiscard]] QWidget *buildTools(const Theme &theme);
    void show(int side);
    void follow(int side);

    QList<ComparePicture> m_pictures;
    PictureLoader &m_loader;
    std::array<ImageViewer *, 2> m_viewers{};
    std::array<QComboBox *, 2> m_choices{};
    std::array<std::string, 2> m_shown;
    QCheckBox *m_linked;
    bool m_following = false;
};

} // namespace zsb
