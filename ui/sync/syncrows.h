#pragma once

#include "core/policy/pack.h"
#include "core/policy/text.h"
#include "core/sync/asklane.h"
#include "ui/sync/plaintable.h"
#include "ui/sync/synclook.h"
#include "ui/sync/syncworker.h"

#include <QCoreApplication>
#include <QMap>

#include <deque>

namespace zsb {

/// What the sync centre shows, in words. Pure; refers to the pack and to the names of people (ActorId → name).
class SyncRows
{
    Q_DECLARE_TR_FUNCTIONS(zsb::SyncRows)

public:
    SyncRows(const Pack &pack, Language language, const QMap<QString, QString> &people)
        : m_pack(pack), m_language(language), m_people(people)
    {
    }

    [[nodiscard]] QString moment(Instant at) const; ///< M月d日 HH:mm:ss where the pack is at home; empty: never
    [[nodiscard]] QString person(const ActorId &actor) const;
    [[nodiscard]] QString role(const std::string &id) const;
    [[nodiscard]] QString type(const std::string &id) const; ///< of a candidate
    [[nodiscard]] QString slot(const std::string &id) const; ///< of a material
    [[nodiscard]] QString field(Field field) const;
    [[nodiscard]] QString name(const Text &words) const { return text(words); }
    [[nodiscard]] QString documentType(const std::string &code) const;
    [[nodiscard]] const Pack &pack() const { return m_pack; }
    [[nodiscard]] static QString phase(std::string_view id);

    [[nodiscard]] QList<PlainRow> outbox(const std::vector<LookOp> &ops) const; ///< id: that of the command
    [[nodiscard]] QList<PlainRow> arrivals(const std::vector<LookArrival> &arrivals) const;
    /// Answers to be looked at, then open disputes; id: `inbox:N` or `dispute:APPLICATION`.
    [[nodiscard]] QList<PlainRow> conflicts(const SyncLook &look) const;
    /// What was judged, what was wished, how it stands now: one line for everything that differs.
    [[nodiscard]] QList<PlainRow> difference(const LookConflict &conflict) const;
    [[nodiscard]] QList<PlainRow> sides(const LookDispute &dispute) const;
    [[nodiscard]] QList<PlainRow> uploads(const std::vector<QueuedBlob> &uploads) const;
    [[nodiscard]] QList<PlainRow> notes(const std::deque<SyncNote> &notes) const;
    [[nodiscard]] static QString report(const ReconcileReport &report);
    [[nodiscard]] static QString bytes(std::int64_t bytes);

    [[nodiscard]] QString progress(const LookOp &op) const; ///< where it stands on its way, in one phrase

private:
    [[nodiscard]] QString wish(const CommandBody &body) const;
    [[nodiscard]] QString reasons(const std::vector<ReasonUse> &reasons, const std::string &note) const;
    [[nodiscard]] QString standing(const ApplicationState &state) const;
    void addFields(const LookConflict &conflict, QList<PlainRow> &rows) const;
    void addMaterials(const LookConflict &conflict, QList<PlainRow> &rows) const;
    [[nodiscard]] QString text(const Text &text) const
    {
        return QString::fromStdString(std::string(text.in(m_language)));
    }

    const Pack &m_pack;
    Language m_language;
    const QMap<QString, QString> &m_people;
};

} // namespace zsb
