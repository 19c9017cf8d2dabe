#include "ui/widgets/theme.h"

#include "ui/widgets/iconengine.h"

#include <QApplication>
#include <QFile>
#include <QFont>
#include <QRegularExpression>
#include <QStyleFactory>
#include <QToolTip>

static void initStyleResources()
{
    Q_INIT_RESOURCE(style);
}

using namespace Qt::StringLiterals;

namespace zsb {

namespace {

QColor rgb(QRgb value)
{
    return QColor::fromRgb(value);
}

ThemeTokens makeLight()
{
    ThemeTokens t;
    t.window = rgb(0xf3f4f6), t.surface = rgb(0xffffff), t.raised = rgb(0xfafbfc), t.hover = rgb(0xe8edf5);
    t.line = rgb(0xdfe2e7), t.edge = rgb(0x7d848e);
    t.text = rgb(0x1b1d21), t.muted = rgb(0x575d66), t.disabled = rgb(0x7c828b);
    t.accent = rgb(0x0b57d0), t.onAccent = rgb(0xffffff);
    t.selection = rgb(0xd6e4fc), t.onSelection = rgb(0x0a2a5e);
    t.ok = rgb(0x146c2e), t.warning = rgb(0x7a5200), t.error = rgb(0xb3261e), t.info = rgb(0x0b57d0);
    t.okSoft = rgb(0xe3f3e7), t.warningSoft = rgb(0xfcf0d6), t.errorSoft = rgb(0xfbe5e3), t.infoSoft = rgb(0xe4edfb);
    t.okStrong = rgb(0x146c2e), t.onOkStrong = rgb(0xffffff);
    t.demo = rgb(0xb34700), t.onDemo = rgb(0xffffff);
    t.canvas = rgb(0xe3e6ea);
    return t;
}

ThemeTokens makeDark()
{
    ThemeTokens t;
    t.dark = true;
    t.window = rgb(0x17181a), t.surface = rgb(0x1f2124), t.raised = rgb(0x282b2f), t.hover = rgb(0x32363c);
    t.line = rgb(0x34383e), t.edge = rgb(0x7b828c);
    t.text = rgb(0xe6e8eb), t.muted = rgb(0xa9afb8), t.disabled = rgb(0x868c95);
    t.accent = rgb(0x8ab4f8), t.onAccent = rgb(0x0b1b33);
    t.selection = rgb(0x263d5e), t.onSelection = rgb(0xeaf2ff);
    t.ok = rgb(0x6fd08c), t.warning = rgb(0xf2c14e), t.error = rgb(0xff8a80), t.info = rgb(0x8ab4f8);
    t.okSoft = rgb(0x1d3325), t.warningSoft = rgb(0x3a3018), t.errorSoft = rgb(0x40221f), t.infoSoft = rgb(0x1f2f4a);
    t.okStrong = rgb(0x6fd08c), t.onOkStrong = rgb(0x0c2413);
    t.demo = rgb(0xf0883e), t.onDemo = rgb(0x241000);
    t.canvas = rgb(0x101113);
    return t;
}

struct NamedToken
{
    QLatin1StringView name;
    QColor ThemeTokens::*color;
};
constexpr NamedToken namedTokens[] = {
    {"window"_L1, &ThemeTokens::window},
    {"surface"_L1, &ThemeTokens::surface},
    {"raised"_L1, &ThemeTokens::raised},
    {"hover"_L1, &ThemeTokens::hover},
    {"line"_L1, &ThemeTokens::line},
    {"edge"_L1, &ThemeTokens::edge},
    {"text"_L1, &ThemeTokens::text},
    {"muted"_L1, &ThemeTokens::muted},
    {"disabled"_L1, &ThemeTokens::disabled},
    {"accent"_L1, &ThemeTokens::accent},
    {"onAccent"_L1, &ThemeTokens::onAccent},
    {"selection"_L1, &ThemeTokens::selection},
    {"onSelection"_L1, &ThemeTokens::onSelection},
    {"okStrong"_L1, &ThemeTokens::okStrong},
    {"onOkStrong"_L1, &ThemeTokens::onOkStrong},
    {"demo"_L1, &ThemeTokens::demo},
    {"onDemo"_L1, &ThemeTokens::onDemo},
    {"error"_L1, &ThemeTokens::error},
    {"canvas"_L1, &ThemeTokens::canvas},
};

QString readResource(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return QString::fromUtf8(file.readAll());
}

/// resources/style/zsb.qss with `@token@` and `@theme@` filled in.
QString styleSheet(const ThemeTokens &tokens)
{
    QString sheet = readResource(u":/zsb/style/zsb.qss"_s);
    for (const NamedToken &token : namedTokens)
        sheet.replace(u'@' + token.name + u'@', (tokens.*token.color).name());
    return sheet.replace("@theme@"_L1, tokens.dark ? "dark"_L1 : "light"_L1);
}

} // namespace

QStringView themeChoiceId(ThemeChoice choice)
{
    switch (choice) {
    case ThemeChoice::System:
        return u"system";
    case ThemeChoice::Light:
        return u"light";
    case ThemeChoice::Dark:
        return u"dark";
    }
    return {};
}

ThemeChoice themeChoiceFromId(QStringView id)
{
    for (const ThemeChoice choice : {ThemeChoice::Light, ThemeChoice::Dark}) {
        if (themeChoiceId(choice) == id)
            return choice;
    }
    return ThemeChoice::System;
}

Theme::Theme(QObject *parent) : QObject(parent)
{
    initStyleResources();
}

const ThemeTokens &Theme::lightTokens()
{
    static const ThemeTokens tokens = makeLight();
    return tokens;
}

const ThemeTokens &Theme::darkTokens()
{
    static const ThemeTokens tokens = makeDark();
    return tokens;
}

QPalette Theme::paletteOf(const ThemeTokens &t)
{
    QPalette p;
    const auto set = [&p](QPalette::ColorRole role, const QColor &color) { p.setColor(role, color); };
    set(QPalette::Window, t.window), set(QPalette::WindowText, t.text);
    set(QPalette::Base, t.surface), set(QPalette::AlternateBase, t.dark ? t.surface.lighter(112) : t.raised);
    set(QPalette::Text, t.text), set(QPalette::PlaceholderText, t.muted);
    set(QPalette::Button, t.raised), set(QPalette::ButtonText, t.text);
    set(QPalette::BrightText, t.error);
    set(QPalette::ToolTipBase, t.raised), set(QPalette::ToolTipText, t.text);
    set(QPalette::Highlight, t.selection), set(QPalette::HighlightedText, t.onSelection);
    set(QPalette::Link, t.accent), set(QPalette::LinkVisited, t.accent);
    set(QPalette::Light, t.dark ? t.hover : t.surface), set(QPalette::Midlight, t.line);
    set(QPalette::Mid, t.line), set(QPalette::Dark, t.edge), set(QPalette::Shadow, t.edge);
    for (const auto role :
         {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::HighlightedText, QPalette::ToolTipText})
        p.setColor(QPalette::Disabled, role, t.disabled);
    p.setColor(QPalette::Disabled, QPalette::Highlight, t.hover);
    p.setColor(QPalette::Disabled, QPalette::Base, t.window);
    return p;
}

QFont Theme::applicationFont()
{
    // The Mongolian family stands in the list itself: fallback alone would shape U+202F suffixes wrongly.
    QFont font;
    font.setFamilies({u"Noto Sans CJK SC"_s, u"Microsoft YaHei UI"_s, u"Noto Sans Mongolian"_s, u"Mongolian Baiti"_s,
                      u"Noto Sans Symbols2"_s});
    font.setPointSizeF(9.5);
    return font;
}

void Theme::apply(QApplication &application, ThemeChoice choice)
{
    if (!m_started) {
        m_systemDark = application.palette().color(QPalette::Window).lightness() < 128;
        m_started = true;
    }
    m_choice = choice;
    m_dark = choice == ThemeChoice::Dark || (choice == ThemeChoice::System && m_systemDark);
    application.setStyle(QStyleFactory::create(u"Fusion"_s));
    application.setFont(applicationFont());
    application.setPalette(paletteOf(tokens()));
    QToolTip::setPalette(paletteOf(tokens()));
    application.setStyleSheet(styleSheet(tokens()));
    emit changed();
}

QColor Theme::color(Tone tone) const
{
    switch (tone) {
    case Tone::Neutral:
        return tokens().muted;
    case Tone::Ok:
        return tokens().ok;
    case Tone::Warning:
    case Tone::Doubt:
        return tokens().warning;
    case Tone::Error:
        return tokens().error;
    case Tone::Info:
        return tokens().info;
    }
    return {};
}

QColor Theme::softColor(Tone tone) const
{
    switch (tone) {
    case Tone::Neutral:
        return tokens().surface;
    case Tone::Ok:
        return tokens().okSoft;
    case Tone::Warning:
    case Tone::Doubt:
        return tokens().warningSoft;
    case Tone::Error:
        return tokens().errorSoft;
    case Tone::Info:
        return tokens().infoSoft;
    }
    return {};
}

QString Theme::glyph(Tone tone)
{
    switch (tone) {
    case Tone::Neutral:
        return u"•"_s;
    case Tone::Ok:
        return u"✔"_s;
    case Tone::Warning:
        return u"⚠"_s;
    case Tone::Doubt:
        return u"?"_s;
    case Tone::Error:
        return u"✘"_s;
    case Tone::Info:
        return u"ℹ"_s;
    }
    return {};
}

QIcon Theme::toneIcon(Tone tone) const
{
    switch (tone) {
    case Tone::Neutral:
        return icon(u"neutral"_s, color(tone));
    case Tone::Ok:
        return icon(u"ok"_s, color(tone));
    case Tone::Warning:
        return icon(u"warning"_s, color(tone));
    case Tone::Doubt:
        return icon(u"doubt"_s, color(tone));
    case Tone::Error:
        return icon(u"error"_s, color(tone));
    case Tone::Info:
        return icon(u"info"_s, color(tone));
    }
    return {};
}

QIcon Theme::applicationIcon()
{
    return QIcon(u":/zsb/style/app.svg"_s);
}

QIcon Theme::icon(const QString &name) const
{
    return icon(name, tokens().text);
}

QIcon Theme::icon(const QString &name, const QColor &color) const
{
    const QByteArray svg = readResource(u":/zsb/style/icons/"_s + name + u".svg"_s).toUtf8();
    Q_ASSERT_X(!svg.isEmpty(), "Theme", "no such icon in resources/style/icons");
    return QIcon(new TintedIconEngine(svg, {color, tokens().disabled, tokens().onSelection}));
}

} // namespace zsb
