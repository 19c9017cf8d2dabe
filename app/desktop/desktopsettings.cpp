#include "app/desktop/desktop.h"
#include "app/desktop/reviewers.h"
#include "ui/review/reviewcontroller.h"
#include "ui/review/reviewpage.h"
#include "ui/shell/keyeditor.h"
#include "ui/shell/mainwindow.h"
#include "ui/widgets/actionregistry.h"

namespace zsb {

void Desktop::editKeys()
{
    auto *editor = new KeyEditor(*m_actions, m_theme, m_prompts, m_window.get());
    editor->setAttribute(Qt::WA_DeleteOnClose);
    connect(editor, &KeyEditor::chosen, this, [this](const KeyScheme &scheme) {
        m_actions->setScheme(scheme);
        m_settings.keys = scheme.empty() ? QByteArray() : schemeJson(scheme);
        saveSettings();
    });
    editor->open();
}

ActorId Desktop::reviewer() const
{
    return m_sync ? m_account.id : actorOf(m_settings.reviewers);
}

Reviewer Desktop::reviewerHere() const
{
    return m_sync ? m_account : reviewerOf(m_settings.reviewers, m_book->pack(), m_season->demo);
}

void Desktop::askForReviewer()
{
    auto *dialog =
        new ReviewerDialog(m_settings.reviewers, roleChoices(m_book->pack(), m_languages.ofPack()), m_window.get());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &ReviewerDialog::chosen, this, &Desktop::setReviewer, Qt::QueuedConnection);
    dialog->open();
}

/// Everything that knows who sits here is built again; the place in the queue comes back with the session.
void Desktop::setReviewer(const ReviewerEntry &reviewer)
{
    m_settings.reviewers = withFirst(std::move(m_settings.reviewers), reviewer);
    saveSettings();
    if (m_season && m_season->writer)
        openFolder(m_season->folder);
}

void Desktop::setLanguage(const QString &language)
{
    if (language == m_languages.current())
        return;
    m_settings.language = language;
    m_languages.install(language);
    const QString page = m_window->currentPage();
    const ReviewPlace place = m_reviewPage ? m_reviewPage->place() : ReviewPlace();
    const bool shown = dropWindow();
    build(page);
    if (m_reviewPage) {
        m_reviewPage->restore(place);
        watchSession();
    }
    m_window->setVisible(shown);
    saveSettings();
}

void Desktop::setTheme(ThemeChoice choice)
{
    m_settings.theme = choice;
    m_theme.apply(m_application, choice);
    saveSettings();
}

void Desktop::saveSettings()
{
    m_settings.geometry = m_window->layoutState();
    if (!m_window->currentPage().isEmpty())
        m_settings.page = m_window->currentPage();
    if (const Done saved = m_settingsStore.save(m_settings); !saved)
        qWarning("settings were not saved: %s", saved.error().detail.c_str());
}

} // namespace zsb
