#pragma once

#include "ui/review/imageviewer.h"

#include <QDialog>
#include <QList>

#include <array>
#include <optional>
#include <string>

class QAction;
class QCheckBox;
class QComboBox;
class QLabel;

namespace zsb {

class PictureLoader;

/// A picture that can be laid beside another: one of the file as it is, or what stood there before a correction.
struct ComparePicture
{
    QString title;
    QString slot;
    std::string sha256;
    bool current = true;              ///< false: replaced or taken away since
    std::string likeness = {};        ///< of another file: which picture of this one it is said to be the same as
    QString number = {};              ///< application number of whose it is
    QString place = {};               ///< what it was handed in as, in words
    std::optional<int> distance = {}; ///< to `likeness`, in bits of their looks; none: nobody said
};

/// Which two to lay side by side, beginning with the picture being looked at: another file's that is said to be the
/// same, what it replaced, else the portrait, else the next one.
[[nodiscard]] std::pair<int, int> firstPair(const QList<ComparePicture> &pictures, const std::string &shown);

/// Why two pictures are laid side by side, as far as somebody says that they are one; else empty.
[[nodiscard]] QString whyTogether(const ComparePicture &one, const ComparePicture &other);

/// Two pictures side by side (R2); zoom, place and turn go together while they are linked. Says why these
/// two, whose they are and how large; what can be decided of the file is a key away, and closes the window.
class CompareWindow : public QDialog
{
    Q_OBJECT

public:
    /// `deeds`: what may be done about it.
    CompareWindow(QList<ComparePicture> pictures, std::pair<int, int> chosen, PictureLoader &loader, const Theme &theme,
                  const QList<QAction *> &deeds = {}, QWidget *parent = nullptr);

    [[nodiscard]] ImageViewer &viewer(int side) const { return *m_viewers.at(std::size_t(side)); }

private:
    [[nodiscard]] QWidget *buildSide(int side, const Theme &theme);
    [[nodiscard]] QWidget *buildTools(const Theme &theme);
    [[nodiscard]] QWidget *buildDeeds(const QList<QAction *> &deeds);
    [[nodiscard]] const ComparePicture &chosen(int side) const;
    void showSide(int side);
    void showWords(int side);
    void follow(int side);

    QList<ComparePicture> m_pictures;
    PictureLoader &m_loader;
    std::array<ImageViewer *, 2> m_viewers{};
    std::array<QComboBox *, 2> m_choices{};
    std::array<QLabel *, 2> m_facts{};
    QLabel *m_why;
    std::array<std::string, 2> m_shown;
    QCheckBox *m_linked;
    bool m_following = false;
};

} // namespace zsb
