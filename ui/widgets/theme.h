#pragma once

#include "ui/models/tone.h"

#include <QColor>
#include <QIcon>
#include <QObject>
#include <QPalette>
#include <QString>
#include <QStringView>

class QApplication;

namespace zsb {

enum class ThemeChoice
{
    System,
    Light,
    Dark,
};
[[nodiscard]] QStringView themeChoiceId(ThemeChoice choice); ///< system, light, dark
[[nodiscard]] ThemeChoice themeChoiceFromId(QStringView id); ///< System for anything else

/// The colours of one theme, by what they are for. Every pair that carries text has a contrast of at least 4.5:1,
/// edges and icons at least 3:1 (a test says so).
struct ThemeTokens
{
    bool dark = false;
    QColor window;  ///< behind everything
    QColor surface; ///< cards, lists, editors
    QColor raised;  ///< buttons, headers, chips
    QColor hover;   ///< what the mouse is over
    QColor line;    ///< quiet separators; decoration only
    QColor edge;    ///< edges of editors and buttons
    QColor text;
    QColor muted;    ///< second-rank text
    QColor disabled; ///< text of what cannot be used now
    QColor accent;   ///< links, focus, the current thing
    QColor onAccent;
    QColor selection; ///< behind a selected row
    QColor onSelection;
    QColor ok, warning, error, info;                 ///< texts and glyphs on window and surface
    QColor okSoft, warningSoft, errorSoft, infoSoft; ///< quiet backgrounds under text of that tone
    QColor okStrong, onOkStrong;                     ///< the button that approves
    QColor demo, onDemo;                             ///< the strip that says 演示数据
    QColor canvas;                                   ///< behind pictures
};

/// Distances in logical pixels: everything is a multiple of four.
namespace space {
inline constexpr int tiny = 4;
inline constexpr int small = 8;
inline constexpr int medium = 12;
inline constexpr int large = 16;
inline constexpr int huge = 24;
inline constexpr int radius = 6;
inline constexpr int target = 28;         ///< height of ordinary buttons and editors; 24 is the floor
inline constexpr int decisionHeight = 36; ///< of the buttons that decide
} // namespace space

/// Light and dark: tokens, palette, style sheet, fonts and tinted icons. Handed by reference to whatever paints.
class Theme : public QObject
{
    Q_OBJECT

public:
    explicit Theme(QObject *parent = nullptr);

    [[nodiscard]] static const ThemeTokens &lightTokens();
    [[nodiscard]] static const ThemeTokens &darkTokens();
    [[nodiscard]] static QPalette paletteOf(const ThemeTokens &tokens);
    [[nodiscard]] static QFont applicationFont();

    [[nodiscard]] const ThemeTokens &tokens() const { return m_dark ? darkTokens() : lightTokens(); }
    [[nodiscard]] bool isDark() const { return m_dark; }
    [[nodiscard]] ThemeChoice choice() const { return m_choice; }

    /// Fusion, fonts, palette and style sheet on the application; again with another choice at run time.
    void apply(QApplication &application, ThemeChoice choice);

    /// The sign of the program itself, the same in every theme.
    [[nodiscard]] static QIcon applicationIcon();
    [[nodiscard]] QColor color(Tone tone) const;
    [[nodiscard]] QColor softColor(Tone tone) const; ///< a quiet background; surface for Neutral
    [[nodiscard]] static QString glyph(Tone tone);   ///< ✔ ⚠ ✘ ℹ •

    /// The sign of a tone in its colour; its shape alone says the same. Better than glyph() in lists, where glyphs of
    /// another font would shift the line.
    [[nodiscard]] QIcon toneIcon(Tone tone) const;
    /// `resources/style/icons/NAME.svg` in the colour of texts (or the one given), sharp at every scale; disabled
    /// and selected states included.
    [[nodiscard]] QIcon icon(const QString &name) const;
    [[nodiscard]] QIcon icon(const QString &name, const QColor &color) const;

signals:
    void changed();

private:
    ThemeChoice m_choice = ThemeChoice::System;
    bool m_dark = false;
    bool m_systemDark = false;
    bool m_started = false;
};

} // namespace zsb
