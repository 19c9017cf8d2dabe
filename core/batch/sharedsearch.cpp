#include "core/batch/sharedsearch.h"

#include "core/batch/orderedpool.h"

namespace zsb {
namespace {

/// The columns that tell who and whose a row is; files only when somebody looks at them.
ColumnMap keyColumns(ColumnMap columns, bool looksAtFiles)
{
    const auto isNeeded = [looksAtFiles](Field field) {
        return field == Field::ApplicationNo || field == Field::DocumentType || field == Field::DocumentNumber ||
               field == Field::Phone || (looksAtFiles && (field == Field::Portrait || field == Field::Materials));
    };
    for (std::optional<Field> &field : columns.fields) {
        if (field && !isNeeded(*field))
            field.reset();
    }
    return columns;
}

ColumnMap fileColumns(ColumnMap columns)
{
    for (std::optional<Field> &field : columns.fields) {
        if (field && *field != Field::Portrait && *field != Field::Materials)
            field.reset();
    }
    return columns;
}

/// Calls `use(key, value, slot)` for everything a record holds that should be its own.
template<typename Use>
void eachKey(const RowRecord &rows, const Use &use)
{
    use(SharedKey::Document, rows.person(), std::string_view());
    use(SharedKey::ApplicationNo, rows.applicationNo(), std::string_view());
    use(SharedKey::Phone, rows.phone(), std::string_view());
    if (rows.record.portrait)
        use(SharedKey::Portrait, rows.record.portrait->sha256, std::string_view());
    for (const MaterialView &material : rows.record.materials) {
        if (material.facts)
            use(SharedKey::Material, material.facts->sha256, material.slot);
    }
}

/// Calls `use(key, facts, number)` for every picture that could be a copy of another.
template<typename Use>
void eachLook(const Record &record, const Use &use)
{
    if (record.portrait)
        use(SharedKey::PortraitLook, *record.portrait, 0);
    for (std::size_t i = 0; i < record.materials.size(); ++i) {
        if (record.materials[i].facts)
            use(SharedKey::MaterialLook, *record.materials[i].facts, i);
    }
}

LookIndex::Owner ownerOf(const RowRecord &rows)
{
    LookIndex::Owner owner{rows.person(), std::string(rows.record.text(Field::ApplicationNo)), {}};
    for (const MaterialView &material : rows.record.materials)
        owner.materials.emplace_back(material.slot);
    return owner;
}

} // namespace

SharedSearch::SharedSearch(const Pack &pack, const TableLayout &layout, FileFacts &files, TablePieces &pieces, Way way)
    : m_pieces(pieces),
      m_files(files),
      m_way(std::move(way)),
      m_readers([&pack, &files, &pieces, columns = keyColumns(layout.columns, files.looks())] {
          return std::make_unique<RowRecord>(pack, columns, files, pieces.info().datesFrom1904);
      }),
      m_unseen({}, {}),
      m_namers([this, &pack, columns = fileColumns(layout.columns)] {
          return std::make_unique<RowRecord>(pack, columns, m_unseen);
      })
{
}

Done SharedSearch::run(SharedIndex &index, LookIndex &looks)
{
    if (m_files.looks())
        if (Done looked = lookAtAllFiles(); !looked || m_way.stop.stop_requested())
            return looked;
    if (Done noted = noteAll(index, looks); !noted)
        return noted;
    index.settleCandidates();
    looks.settleCandidates(m_way.jobs);
    return index.hasCandidates() || looks.hasCandidates() ? addCandidates(index, looks) : done();
}

std::optional<TablePiece> SharedSearch::nextPiece()
{
    return m_way.stop.stop_requested() ? std::nullopt : m_pieces.next();
}

/// A file takes longer than a thousand rows: so all are named first, and looked at one by one, told and stopped at any.
Done SharedSearch::lookAtAllFiles()
{
    NamedFiles named;
    if (Done all = nameFiles(named); !all || m_way.stop.stop_requested())
        return all;
    m_looked.named = named.count();
    if (m_looked.named == 0)
        return done();
    m_way.fileProgress(0, m_looked.named);
    m_looked.looked = named.lookAtAll(m_files, m_way.jobs, m_way.stop,
                                      [this](std::int64_t looked) { m_way.fileProgress(looked, m_looked.named); });
    m_looked.isAnyThere = m_files.findsAny();
    if (!m_looked.isAnyThere && m_looked.looked == m_looked.named)
        m_files.stopLooking(); // the folder is another one: no candidate is at fault
    return done();
}

Done SharedSearch::nameFiles(NamedFiles &named)
{
    if (Done started = m_pieces.rewind(); !started)
        return started;
    OrderedPool<TablePiece, NamingPiece> pool(m_way.jobs,
                                              [this](TablePiece piece) { return namesIn(std::move(piece)); });
    pool.run([this] { return nextPiece(); },
             [&](NamingPiece naming) {
                 if (!m_pieces.begins(naming.piece))
                     naming = namesIn(std::move(naming.piece));
                 (void)settle(naming.piece, naming.end);
                 named.add(naming.names);
                 return naming.piece.to == 0 || !m_pieces.error();
             });
    m_isSettled = true;
    return done();
}

SharedSearch::NamingPiece SharedSearch::namesIn(TablePiece piece)
{
    NamingPiece naming;
    std::unique_ptr<RowRecord> reader = m_namers.lend();
    naming.end = m_pieces.read(piece, [&](const Row &row) { naming.names.add(reader->fill(row)); });
    m_namers.giveBack(std::move(reader));
    naming.piece = std::move(piece);
    return naming;
}

/// Of the first pass. Gives the number the rows of the piece count from.
std::int64_t SharedSearch::settle(const TablePiece &piece, const PieceEnd &end)
{
    const std::int64_t base = m_pieces.settle(piece, end);
    if (m_way.progress)
        m_way.progress(m_pieces.lastRow());
    return base;
}

Done SharedSearch::noteAll(SharedIndex &index, LookIndex &looks)
{
    if (Done started = m_pieces.rewind(); !started)
        return started;
    OrderedPool<TablePiece, NotedPiece> pool(m_way.jobs, [this](TablePiece piece) { return note(std::move(piece)); });
    pool.run([this] { return nextPiece(); }, [&](NotedPiece noted) { return take(std::move(noted), index, looks); });
    return done();
}

SharedSearch::NotedPiece SharedSearch::note(TablePiece piece)
{
    NotedPiece noted;
    std::unique_ptr<RowRecord> reader = m_readers.lend();
    noted.end = m_pieces.read(piece, [&](const Row &row) {
        reader->fill(row);
        eachKey(*reader, [&](SharedKey key, std::string_view value, std::string_view) {
            if (!value.empty())
                noted.notes.push_back(SharedIndex::noteOf(row.number, key, value));
        });
        eachLook(reader->record, [&](SharedKey key, const ImageFacts &facts, std::size_t number) {
            if (const auto look = LookIndex::noteOf(row.number, key, facts, number))
                noted.looks.push_back(*look);
        });
    });
    m_readers.giveBack(std::move(reader));
    noted.piece = std::move(piece);
    return noted;
}

/// Pieces arrive in order; in the first pass one that was cut at a wrong place is read again. False once reading broke
/// off.
bool SharedSearch::take(NotedPiece noted, SharedIndex &index, LookIndex &looks)
{
    if (!m_isSettled && !m_pieces.begins(noted.piece))
        noted = note(std::move(noted.piece));
    const std::int64_t base = m_isSettled ? 0 : settle(noted.piece, noted.end);
    for (const SharedIndex::Note &each : noted.notes)
        index.note({each.hash, base + each.row});
    for (LookIndex::Note &each : noted.looks) {
        each.row += base;
        looks.note(each);
    }
    if (m_isSettled)
        return m_pieces.confirm(noted.piece, noted.end);
    return noted.piece.to == 0 || !m_pieces.error();
}

/// Reads the rows again whose keys looked alike.
Done SharedSearch::addCandidates(SharedIndex &index, LookIndex &looks)
{
    if (Done started = m_pieces.rewind(); !started)
        return started;
    OrderedPool<TablePiece, FoundPiece> pool(
        m_way.jobs, [&](const TablePiece &piece) { return candidatesIn(piece, index, looks); });
    pool.run([this] { return nextPiece(); },
             [&](FoundPiece found) {
                 for (const Candidate &each : found.candidates)
                     index.add(each.row, {each.key, each.value, each.person, each.applicationNo, each.slot});
                 for (auto &[row, owner] : found.owners)
                     looks.add(row, std::move(owner));
                 return !found.end || m_pieces.confirm(found.piece, *found.end);
             });
    index.finish();
    looks.finish();
    return done();
}

SharedSearch::FoundPiece SharedSearch::candidatesIn(const TablePiece &piece, const SharedIndex &index,
                                                    const LookIndex &looks)
{
    FoundPiece found;
    found.piece = {piece.index, {}, piece.from, piece.to};
    if (piece.to != 0) {
        const auto [before, last] = m_pieces.rowsOf(piece);
        if (!index.wantsAny(before, last) && !looks.wantsAny(before, last))
            return found;
    }
    std::unique_ptr<RowRecord> reader = m_readers.lend();
    found.end = m_pieces.read(piece, [&](const Row &row) {
        const bool isKeyWanted = index.wanted(row.number);
        const bool isLookWanted = looks.wanted(row.number);
        if (!isKeyWanted && !isLookWanted)
            return;
        const Record &record = reader->fill(row);
        if (isLookWanted)
            found.owners.emplace_back(row.number, ownerOf(*reader));
        if (!isKeyWanted)
            return;
        const std::string person = reader->person();
        eachKey(*reader, [&](SharedKey key, std::string_view value, std::string_view slot) {
            found.candidates.push_back({row.number, key, std::string(value), person,
                                        std::string(record.text(Field::ApplicationNo)), std::string(slot)});
        });
    });
    m_readers.giveBack(std::move(reader));
    return found;
}

} // namespace zsb
