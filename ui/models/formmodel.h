#pragma once

#include "ui/models/tone.h"

#include <QAbstractTableModel>
#include <QList>

namespace zsb {

/// One line of the form pane: what was filled in and what there is to say about it.
struct FormRow
{
    QString fieldId;
    QString label;
    QString value;      ///< as it may be shown: masked where the reader may not see it all
    QString wholeValue; ///< for copying by who may; same as value when nothing is hidden
    QString remark;     ///< the finding, the difference or what follows from the value
    Tone tone = Tone::Neutral;
    int step = 0;         ///< 1-based step of the registration the field belongs to
    bool derived = false; ///< shown by itself, not filled in (A1.4.4.2)

    bool operator==(const FormRow &) const = default;
};

/// The form of the file on screen: 项目 | 填报 | 说明, rows with something to say first. One reset per file, so that a
/// screen reader hears one event and not forty (U16). Read only.
class FormModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column
    {
        LabelColumn,
        ValueColumn,
        RemarkColumn,
        ColumnCount,
    };
    enum Role
    {
        ToneRole = Qt::UserRole, ///< Tone
        FieldRole,               ///< canonical field id
        DerivedRole,             ///< bool
        WholeValueRole,          ///< QString
    };
    enum class Show : std::uint8_t
    {
        All,
        OnlyProblems,
    };

    explicit FormModel(QObject *parent = nullptr);

    void setRows(QList<FormRow> rows);
    void setShow(Show show);
    void setStep(int step); ///< rows of one step only; 0: all
    [[nodiscard]] Show show() const { return m_show; }
    [[nodiscard]] int step() const { return m_step; }
    [[nodiscard]] int problemCount() const;
    [[nodiscard]] int rowOf(const QString &fieldId) const; ///< -1 when not shown

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    void select();
    [[nodiscard]] QString text(const FormRow &row, int column) const;

    QList<FormRow> m_all;
    QList<FormRow> m_shown;
    Show m_show = Show::All;
    int m_step = 0;
};

} // namespace zsb
