#pragma once

#include "core/base/lender.h"
#include "core/batch/lookindex.h"
#include "core/batch/namedfiles.h"
#include "core/batch/rowrecord.h"
#include "core/batch/sharedindex.h"
#include "core/batch/tablepieces.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

namespace zsb {

/// Goes over a table to learn what its rows share though it should be one's own: first a note of each key, then, of the
/// few whose keys were met twice, the keys as text. Where files are looked at, a pass of their own gathers their names,
/// and they are looked at before the rest; where not one is there, files are not looked at from then on. The first pass
/// over the pieces settles them.
class SharedSearch
{
public:
    struct Way
    {
        int jobs = 1;
        const std::stop_token &stop;
        std::function<void(std::int64_t rows)> progress; ///< after each piece of the first pass: the last row seen
        std::function<void(std::int64_t looked, std::int64_t named)> fileProgress; ///< after each file
    };

    /// Everything must outlive this object.
    SharedSearch(const Pack &pack, const TableLayout &layout, FileFacts &files, TablePieces &pieces, Way way);

    /// Fills indexes that are empty. Errors: those of TablePieces::rewind().
    [[nodiscard]] Done run(SharedIndex &index, LookIndex &looks);
    /// How many files the table names and how many were looked at: fewer when it was stopped there.
    [[nodiscard]] const LookedFiles &files() const { return m_looked; }

private:
    /// The files one piece names, and how far it reached.
    struct NamingPiece
    {
        TablePiece piece;
        FileNames names;
        PieceEnd end;
    };
    /// What one piece puts into the index: its keys, and how far it reached.
    struct NotedPiece
    {
        TablePiece piece;
        std::vector<SharedIndex::Note> notes;
        std::vector<LookIndex::Note> looks;
        PieceEnd end;
    };
    /// One key of a row that may share it, as text.
    struct Candidate
    {
        std::int64_t row = 0;
        SharedKey key = SharedKey::Document;
        std::string value;
        std::string person;
        std::string applicationNo;
        std::string slot;
    };

    struct FoundPiece
    {
        std::vector<Candidate> candidates;
        std::vector<std::pair<std::int64_t, LookIndex::Owner>> owners;
        TablePiece piece;            ///< without its rows
        std::optional<PieceEnd> end; ///< none when no row of it was wanted
    };

    [[nodiscard]] std::optional<TablePiece> nextPiece();
    [[nodiscard]] Done nameFiles(NamedFiles &named);
    [[nodiscard]] NamingPiece namesIn(TablePiece piece);
    [[nodiscard]] Done lookAtAllFiles();
    [[nodiscard]] std::int64_t settle(const TablePiece &piece, const PieceEnd &end);
    [[nodiscard]] Done noteAll(SharedIndex &index, LookIndex &looks);
    [[nodiscard]] NotedPiece note(TablePiece piece);
    [[nodiscard]] bool take(NotedPiece noted, SharedIndex &index, LookIndex &looks);
    [[nodiscard]] Done addCandidates(SharedIndex &index, LookIndex &looks);
    [[nodiscard]] FoundPiece candidatesIn(const TablePiece &piece, const SharedIndex &index, const LookIndex &looks);

    TablePieces &m_pieces;
    FileFacts &m_files;
    Way m_way;
    Lender<RowRecord> m_readers; ///< of only the columns that tell whose a row is
    FileFacts m_unseen;          ///< files nobody looks at
    Lender<RowRecord> m_namers;  ///< of only the columns that name files
    LookedFiles m_looked;
    bool m_isSettled = false; ///< the first pass is over
};

} // namespace zsb
