#include "ui/shell/settingsstore.h"

#include <QSettings>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace zsb {

namespace {

constexpr auto keyLanguage = "shell/language"_L1;
constexpr auto keyTheme = "shell/theme"_L1;
constexpr auto keyDataFolder = "shell/dataFolder"_L1;
constexpr auto keyPage = "shell/page"_L1;
constexpr auto keyGeometry = "shell/geometry"_L1;
constexpr auto keyKeys = "shell/keys"_L1;
constexpr auto keyReviewers = "reviewers"_L1;
constexpr auto keyName = "name"_L1;
constexpr auto keyRoles = "roles"_L1;
constexpr auto keySecret = "lock/secret"_L1;
constexpr auto keyIdle = "lock/idleMinutes"_L1;
constexpr auto keyFailures = "lock/failures"_L1;
constexpr auto keyFailedAt = "lock/failedAt"_L1;
constexpr auto keyMetered = "line/metered"_L1;
constexpr auto keyKilobytes = "line/kilobytes"_L1;

QList<ReviewerEntry> readReviewers(QSettings &store)
{
    QList<ReviewerEntry> reviewers;
    const int count = store.beginReadArray(keyReviewers);
    for (int i = 0; i < count; ++i) {
        store.setArrayIndex(i);
        const QString name = store.value(keyName).toString();
        if (!name.isEmpty())
            reviewers.append({name, store.value(keyRoles).toStringList()});
    }
    store.endArray();
    return reviewers;
}

void writeReviewers(QSettings &store, const QList<ReviewerEntry> &reviewers)
{
    store.beginWriteArray(keyReviewers, int(reviewers.size()));
    for (int i = 0; i < int(reviewers.size()); ++i) {
        store.setArrayIndex(i);
        store.setValue(keyName, reviewers[i].name);
        store.setValue(keyRoles, reviewers[i].roles);
    }
    store.endArray();
}

} // namespace

SettingsStore::SettingsStore(QString file) : m_file(std::move(file)) {}

ShellSettings SettingsStore::load() const
{
    QSettings store(m_file, QSettings::IniFormat);
    ShellSettings settings;
    if (store.value(keyLanguage).toString() == "en"_L1)
        settings.language = u"en"_s;
    settings.theme = themeChoiceFromId(store.value(keyTheme).toString());
    settings.dataFolder = store.value(keyDataFolder).toString();
    settings.page = store.value(keyPage, settings.page).toString();
    settings.geometry = store.value(keyGeometry).toByteArray();
    settings.keys = store.value(keyKeys).toByteArray();
    settings.reviewers = readReviewers(store);
    settings.lock.secret = store.value(keySecret).toByteArray();
    bool isNumber = false;
    const int idle = store.value(keyIdle, LockSettings::usualMinutes).toInt(&isNumber);
    settings.lock.idleMinutes = isNumber ? std::clamp(idle, 0, LockSettings::mostMinutes) : LockSettings::usualMinutes;
    settings.lock.failures = std::max(0, store.value(keyFailures).toInt());
    settings.lock.failedAt = store.value(keyFailedAt).toLongLong();
    settings.line.metered = meteredChoiceFromId(store.value(keyMetered).toString());
    settings.line.kilobytes = std::clamp(store.value(keyKilobytes).toInt(), 0, LineSettings::mostKilobytes);
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
    store.setValue(keyKeys, settings.keys);
    writeReviewers(store, settings.reviewers);
    store.setValue(keySecret, settings.lock.secret);
    store.setValue(keyIdle, settings.lock.idleMinutes);
    store.setValue(keyFailures, settings.lock.failures);
    store.setValue(keyFailedAt, settings.lock.failedAt);
    store.setValue(keyMetered, meteredChoiceId(settings.line.metered).toString());
    store.setValue(keyKilobytes, settings.line.kilobytes);
    store.sync();
    if (store.status() != QSettings::NoError)
        return Error{ErrorCode::Unreadable, "settings file cannot be written"};
    return done();
}

} // namespace zsb
