#include "ui/widgets/actionregistry.h"

#include "ui/widgets/theme.h"

#include <QCoreApplication>
#include <QKeyEvent>
#include <QMenu>
#include <QRegularExpression>
#include <QWidget>

using namespace Qt::StringLiterals;

namespace zsb {

namespace {

QString toText(std::string_view text)
{
    return QString::fromUtf8(text.data(), qsizetype(text.size()));
}

/// The words on the keys themselves, the same in every language; arrows as arrows.
QString onKeyboard(QString portable)
{
    static const std::pair<QRegularExpression, QString> printed[] = {
        {QRegularExpression(u"\\bReturn\\b"_s), u"Enter"_s}, {QRegularExpression(u"\\bPgDown\\b"_s), u"PgDn"_s},
        {QRegularExpression(u"\\bLeft\\b"_s), u"←"_s},       {QRegularExpression(u"\\bRight\\b"_s), u"→"_s},
        {QRegularExpression(u"\\bUp\\b"_s), u"↑"_s},         {QRegularExpression(u"\\bDown\\b"_s), u"↓"_s},
    };
    for (const auto &[key, sign] : printed)
        portable.replace(key, sign);
    return portable;
}

} // namespace

ActionRegistry::ActionRegistry(const Theme &theme, QObject *parent) : QObject(parent), m_theme(theme)
{
    m_entries.reserve(actionTable().size());
    for (const ActionSpec &spec : actionTable())
        makeAction(spec);
    connect(&theme, &Theme::changed, this, &ActionRegistry::refreshIcons);
}

ActionRegistry::~ActionRegistry() = default;

void ActionRegistry::makeAction(const ActionSpec &spec)
{
    m_index.emplace(spec.id, m_entries.size());
    Entry &made = m_entries.emplace_back();
    made.spec = &spec;
    made.keys = paneKeys(spec);
    made.action = new QAction(this);
    made.action->setObjectName(toText(spec.id));
    made.action->setShortcuts(keysUnder(m_scheme, toText(spec.id)));
    made.action->setCheckable(spec.checkable);
    made.action->setMenuRole(QAction::NoRole);
    connect(made.action, &QAction::triggered, this, [this, index = m_entries.size() - 1] {
        if (const auto handler = m_entries[index].handler)
            handler(0);
    });
    setText(made);
    refresh(made);
}

QAction *ActionRegistry::action(std::string_view id) const
{
    return entry(id).action;
}

QList<QAction *> ActionRegistry::actions() const
{
    QList<QAction *> all;
    for (const Entry &one : m_entries)
        all.append(one.action);
    return all;
}

const ActionSpec &ActionRegistry::spec(std::string_view id) const
{
    return *entry(id).spec;
}

ActionRegistry::Entry &ActionRegistry::entry(std::string_view id)
{
    const auto found = m_index.find(id);
    Q_ASSERT_X(found != m_index.end(), "ActionRegistry", "no such action in the table");
    return m_entries[found->second];
}

const ActionRegistry::Entry &ActionRegistry::entry(std::string_view id) const
{
    const auto found = m_index.find(id);
    Q_ASSERT_X(found != m_index.end(), "ActionRegistry", "no such action in the table");
    return m_entries[found->second];
}

void ActionRegistry::bind(std::string_view id, QObject *context, std::function<void()> handler)
{
    bindNumbered(id, context, [handler = std::move(handler)](int) { handler(); });
}

void ActionRegistry::bindNumbered(std::string_view id, QObject *context, std::function<void(int)> handler)
{
    Entry &bound = entry(id);
    bound.handler = std::move(handler);
    bound.context = context;
    connect(context, &QObject::destroyed, this, &ActionRegistry::unbindAllOf, Qt::UniqueConnection);
    refresh(bound);
    emit changed();
}

void ActionRegistry::unbindAllOf(const QObject *context)
{
    for (Entry &one : m_entries) {
        if (!one.handler || (one.context && one.context != context))
            continue;
        one.handler = {};
        refresh(one);
    }
    emit changed();
}

bool ActionRegistry::isBound(std::string_view id) const
{
    return bool(entry(id).handler);
}

void ActionRegistry::setEnabled(std::string_view id, bool enabled, const QString &why)
{
    Entry &one = entry(id);
    if (one.wanted == enabled && one.why == why)
        return;
    one.wanted = enabled;
    one.why = why;
    refresh(one);
    emit changed();
}

void ActionRegistry::setPage(std::string_view page)
{
    m_page = page;
    for (Entry &one : m_entries)
        refresh(one);
    emit changed();
}

void ActionRegistry::setLocked(bool locked)
{
    m_locked = locked;
    for (Entry &one : m_entries)
        refresh(one);
    emit changed();
}

void ActionRegistry::refresh(Entry &one)
{
    const bool here = one.spec->page.empty() || one.spec->page == m_page;
    one.action->setVisible(bool(one.handler));
    one.action->setEnabled(one.handler && here && one.wanted && !m_locked);
    const QString keys = keyHint(one.spec->id);
    QString tip = plainText(*one.action);
    if (!keys.isEmpty())
        tip += u"  "_s + keys;
    if (!one.why.isEmpty())
        tip += u'\n' + one.why;
    one.action->setToolTip(tip);
    one.action->setStatusTip(one.why);
}

void ActionRegistry::setText(Entry &one)
{
    const QString text = QCoreApplication::translate("zsb::Actions", one.spec->text);
    const bool onlyPaneKeys = one.spec->keys.empty() && !one.keys.empty();
    one.action->setText(onlyPaneKeys ? text + u'\t' + paneKeyText(*one.spec).section(u", "_s, 0, 0) : text);
    one.action->setIconText(plainText(*one.action));
    if (!one.spec->icon.empty())
        one.action->setIcon(m_theme.icon(toText(one.spec->icon)));
}

void ActionRegistry::retranslate()
{
    for (Entry &one : m_entries) {
        setText(one);
        refresh(one);
    }
    emit changed();
}

void ActionRegistry::setScheme(const KeyScheme &scheme)
{
    m_scheme = scheme;
    for (Entry &one : m_entries) {
        one.action->setShortcuts(keysUnder(m_scheme, toText(one.spec->id)));
        refresh(one);
    }
    emit changed();
}

void ActionRegistry::refreshIcons()
{
    for (Entry &one : m_entries) {
        if (!one.spec->icon.empty())
            one.action->setIcon(m_theme.icon(toText(one.spec->icon)));
    }
    emit changed(); // buttons took the action's words with its icon
}

std::vector<PaneKey> ActionRegistry::paneKeys(const ActionSpec &spec)
{
    std::vector<PaneKey> keys;
    for (QString part : toText(spec.paneKeys).split(u"; "_s, Qt::SkipEmptyParts)) {
        const bool keypad = part.startsWith("Num "_L1);
        if (keypad)
            part.remove(0, 4);
        const QKeySequence sequence(part, QKeySequence::PortableText);
        keys.push_back({sequence[0].key(), keypad});
    }
    return keys;
}

QString ActionRegistry::paneKeyText(const ActionSpec &spec)
{
    return onKeyboard(toText(spec.paneKeys).replace(u"; "_s, u", "_s));
}

QString ActionRegistry::keyText(const QKeySequence &key)
{
    return onKeyboard(key.toString(QKeySequence::PortableText));
}

QString ActionRegistry::keyHint(std::string_view id) const
{
    const Entry &one = entry(id);
    if (!one.action->shortcut().isEmpty())
        return keyText(one.action->shortcut());
    return paneKeyText(*one.spec).section(u", "_s, 0, 0);
}

QString ActionRegistry::plainText(const QAction &action)
{
    QString text = action.text().section(u'\t', 0, 0);
    if (const qsizetype at = text.indexOf("(&"_L1); at >= 0 && at + 3 < text.size() && text.at(at + 3) == u')')
        text.remove(at, 4);
    text.remove(u'&');
    while (text.endsWith(u'…') || text.endsWith(u' '))
        text.chop(1);
    return text;
}

void ActionRegistry::fillMenu(QMenu &menu, ActionMenu which) const
{
    int group = -1;
    for (const Entry &one : m_entries) {
        if (one.spec->menu != which)
            continue;
        if (group >= 0 && one.spec->group != group)
            menu.addSeparator();
        group = one.spec->group;
        menu.addAction(one.action);
    }
    menu.setSeparatorsCollapsible(true);
}

void ActionRegistry::addPane(QWidget *pane)
{
    pane->setAttribute(Qt::WA_InputMethodEnabled, false); // an input method would eat the letters
    pane->installEventFilter(this);
}

bool ActionRegistry::decline(std::string_view id)
{
    const Entry &one = entry(id);
    if (!one.handler || one.action->isEnabled() || one.why.isEmpty())
        return false;
    emit declined(toText(id), one.why);
    return true;
}

bool ActionRegistry::decline(const QKeyEvent &event)
{
    const QKeySequence pressed(
        QKeyCombination(event.modifiers() & ~Qt::KeyboardModifiers(Qt::KeypadModifier), Qt::Key(event.key())));
    for (const Entry &one : m_entries) {
        if (!one.action->shortcuts().contains(pressed))
            continue;
        if ((event.isAutoRepeat() && !one.action->autoRepeat()) || decline(one.spec->id))
            return true;
    }
    return false;
}

bool ActionRegistry::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return QObject::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    const Qt::KeyboardModifiers modifiers = key->modifiers() & ~Qt::KeyboardModifiers(Qt::KeypadModifier);
    if (modifiers != Qt::NoModifier)
        return QObject::eventFilter(watched, event);
    if (runPaneKey({Qt::Key(key->key()), key->modifiers().testFlag(Qt::KeypadModifier)}, key->isAutoRepeat()))
        return true;
    return QObject::eventFilter(watched, event);
}

bool ActionRegistry::runPaneKey(PaneKey key, bool repeated)
{
    for (const Entry &one : m_entries) {
        const auto found = std::find(one.keys.begin(), one.keys.end(), key);
        if (found == one.keys.end())
            continue;
        if (repeated && !one.action->autoRepeat())
            return true; // held down
        if (!one.action->isEnabled()) {
            if (decline(one.spec->id))
                return true;
            continue;
        }
        const auto handler = one.handler; // it may bind anew
        handler(int(found - one.keys.begin()));
        return true;
    }
    return false;
}

} // namespace zsb
