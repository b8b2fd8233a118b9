#pragma once

#include "intake/csv_binding.hpp"
#include "intake/csv_index.hpp"
#include "scr/criteria/screening_table.hpp"
#include "scr/intake/block.hpp"

namespace scr::intake {

/// Reads blocks of CSV. A record is plain when all its fields are: the answers are usual
/// spellings, the dates exist, quotes surround whole fields. For any other the splitter of the
/// one-by-one reader takes over for the length of that record. A group is read column by column:
/// what a column asks for stays at hand from one record to the next.
class CsvBlockParser : public BlockParser {
 public:
    /// Without a table every record is another. The arguments must outlive the object.
    CsvBlockParser(const Columns&, const CsvBinding&, const criteria::ScreeningTable*,
                   char delimiter);

    void begin(Block&) override;
    Behind next(Group&, Other&) override;
    void read_again(const PlainRecord&, Other&) override;

 private:
    struct FactField {
        std::size_t field;
        std::size_t fact;
        criteria::CellFinder cells;
        bool all_short;  ///< of the finder
    };
    struct DateField {
        std::size_t field;
        bool birth;                    ///< an age may have to be computed
        bool regime;                   ///< the date by which criteria are picked
        const record::DateForm* form;  ///< null: ours
    };
    struct KeptField {
        std::size_t field;
        std::size_t position;
    };

    /// A record that was gathered, but for what its PlainRecord says.
    struct Gathered {
        CsvFields fields;
        OwnFields own_fields;  ///< where `fields` are not those of the index
        std::size_t end = 0;   ///< the place behind it
        bool plain = false;
    };

    void bind(const Columns&, const criteria::ScreeningTable&);
    void go_on_from(std::size_t place, std::size_t line);
    void gather();
    void gather_record(std::string_view text, PlainRecord&, Gathered&);
    void read_answers();
    template <auto Find>
    void read_column(const FactField&);
    bool read_others(const CsvFields&, PlainRecord&);
    bool read_dates(const CsvFields&, PlainRecord&) const;
    void read_kept(const CsvFields&, PlainRecord&);
    Behind read_gathered(Other&);
    Behind read_rest(Other&);
    bool read_slowly(std::size_t place, std::size_t line, Other&);

    const CsvBinding& binding_;
    char delimiter_;
    bool has_table_;
    std::size_t field_count_;
    std::vector<FactField> facts_;
    std::vector<DateField> dates_;
    std::vector<KeptField> kept_;
    std::optional<std::size_t> ref_;

    Block* block_ = nullptr;
    CsvIndex index_;
    std::size_t base_ = 0;    ///< where in the block the index begins
    std::size_t record_ = 0;  ///< in the index: the next to be gathered
    std::size_t at_ = 0;      ///< where that begins
    std::size_t line_ = 1;
    bool any_quote_ = false;  ///< in the block
    bool clean_ = false;      ///< the block is valid UTF-8 without a NUL byte

    // The records of a group, of which the first `taken_` were handed out.
    std::array<PlainRecord, group_limit> records_;
    std::vector<Gathered> gathered_;  ///< as many as the limit
    std::size_t gathered_count_ = 0;
    std::size_t taken_ = 0;
    std::size_t kept_count_;  ///< of a record
    std::vector<casework::KeptView> kept_cells_;

    InputBuffer slow_input_;
    CsvSplitter slow_splitter_;
    CsvRecord slow_record_;
};

}  // namespace scr::intake
