#include "ui/shell/settingsstore.h"

#include <QSettings>

using namespace Qt::StringLiterals;

namespace zsb {

namespace {

constexpr auto keyLanguage = "shell/language"_L1;
constexpr auto keyTheme = "shell/theme"_L1;
constexpr auto keyDataFolder = "shell/dataFolder"_L1;
constexpr auto keyPage = "shell/page"_L1;
constexpr auto keyGeometry = "shell/geometry"_L1;

} // namespace

SettingsStore::SettingsStore(QString file) : m_file(std::move(file)) {}

ShellSettings SettingsStore::load() const
{
    const QSettings store(m_file, QSettings::IniFormat);
    ShellSettings settings;
    if (store.value(keyLanguage).toString() == "en"_L1)
        settings.language = u"en"_s;
    settings.theme = themeChoiceFromId(store.value(keyTheme).toString());
    settings.dataFolder = store.value(keyDataFolder).toString();
    settings.page = store.value(keyPage, settings.page).toString();
    settings.geometry = store.value(keyGeometry).toByteArray();
    return settings;
}

Done SettingsStore::save(const ShellSettings &settings) const
{
    QSettings store(m_file, QSettings::IniFormat);
    store.setValue(keyLanguage, settings.language);
    store.setValue(keyTheme, themeChoiceId(settings.theme).toString());
    store.setValue(keyDataFolder, settings.dataFolder);
    store.setValue(keyPage, settings.page);
    store.setValue(keyGeometry, settings.geometry);
    store.sync();
    if (store.status() != QSettings::NoError)
        return Error{ErrorCode::Unreadable, "settings file cannot be written"};
    return done();
}

} // namespace zsb
