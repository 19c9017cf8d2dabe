#pragma once

#include <QAbstractListModel>
#include <QList>

namespace zsb {

/// One picture of the film strip: an uploaded material, a required one that is missing, or the portrait.
struct MaterialRow
{
    QString slot;
    QString name;
    QString note; ///< what the picture must show
    QString clause;
    std::string sha256; ///< of the content; empty when there is none
    bool required = false;
    bool seen = false;
    bool portrait = false;
    bool changed = false; ///< came with the last correction
    QString problem;      ///< why it cannot be shown; empty: it can

    bool operator==(const MaterialRow &) const = default;
};

/// The film strip: materials in the order of the candidate's type, the portrait last. Marking one as seen changes one
/// row and resets nothing. Read only.
class MaterialsModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role
    {
        SlotRole = Qt::UserRole,
        RequiredRole, ///< bool
        SeenRole,     ///< bool
        PortraitRole, ///< bool
        KeyRole,      ///< QString: the digit that shows it
        ProblemRole,
        ChangedRole,
    };

    explicit MaterialsModel(QObject *parent = nullptr);

    void setRows(QList<MaterialRow> rows);
    void setSeen(int row);
    [[nodiscard]] const MaterialRow &at(int row) const { return m_rows.at(row); }
    [[nodiscard]] int count() const { return int(m_rows.size()); }
    [[nodiscard]] int portraitRow() const; ///< -1 when there is none
    [[nodiscard]] int rowOfSlot(const QString &slot) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

private:
    [[nodiscard]] QString spoken(const MaterialRow &row) const;

    QList<MaterialRow> m_rows;
};

} // namespace zsb
