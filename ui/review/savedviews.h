#pragma once

#include "core/base/id.h"
#include "core/base/result.h"
#include "core/storage/store.h"

#include <QList>
#include <QString>

namespace zsb {

/// Everything that narrows and orders the queue.
struct QueueFilter
{
    QString view; ///< one of the program's own: `first`, `in-review`, …
    QString type; ///< candidate type; empty: any
    QString text; ///< searched for; then any view and state
    Tags tags = 0;
    QueueOrder order = QueueOrder::Urgency;

    bool operator==(const QueueFilter &) const = default;
};
[[nodiscard]] std::string toJson(const QueueFilter &filter);
/// What cannot be understood is left as it is by default.
[[nodiscard]] QueueFilter queueFilterFrom(const std::string &json);
[[nodiscard]] QString orderId(QueueOrder order); ///< urgency, number, name
[[nodiscard]] QueueOrder orderFrom(const QString &id);

/// A filter the reviewer gave a name to.
struct SavedView
{
    QString id;
    QString name;
    QueueFilter filter;
    qint64 files = -1; ///< -1: not counted yet

    bool operator==(const SavedView &) const = default;
};

/// The views a reviewer saved in this season, on their Desk. GUI thread (the store's). Errors: Conflict (opened for
/// reading only), those of the store.
class SavedViews
{
public:
    static constexpr int nameLength = 30;

    SavedViews(const Store &store, Store *writer, ActorId actor) : m_store(store), m_writer(writer), m_actor(actor) {}

    [[nodiscard]] Done read();
    [[nodiscard]] const QList<SavedView> &all() const { return m_views; }
    [[nodiscard]] const SavedView *find(const QString &id) const; ///< null: there is none
    /// The id it has now: that of the view of the same name, which is replaced, else a new one.
    [[nodiscard]] Result<QString> save(const QString &name, const QueueFilter &filter);
    /// Errors: NotFound, Invalid (another view has this name).
    [[nodiscard]] Done rename(const QString &id, const QString &name);
    [[nodiscard]] Done remove(const QString &id);
    void setFiles(const std::vector<std::int64_t> &files); ///< in the order of all()

private:
    [[nodiscard]] Done keep(const SavedView &view);

    const Store &m_store;
    Store *m_writer;
    ActorId m_actor;
    QList<SavedView> m_views;
};

} // namespace zsb
